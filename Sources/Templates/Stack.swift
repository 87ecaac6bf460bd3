/// Values that come and go at one end: what a rendering has under way.
///
/// An array would ask at each of a page's thousand writes whether it is shared. This can't be, so a
/// write is a comparison of the index and a store.
@safe
struct Stack<Element>: ~Copyable {
  private var elements: UnsafeMutablePointer<Element>
  private var capacity: Int

  /// How many elements there are.
  private(set) var count = 0

  /// Creates an empty stack with room for what a usual page needs.
  init(capacity: Int) {
    precondition(capacity > 0, "a stack has room to double")
    unsafe elements = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    unsafe elements.deinitialize(count: count)
    unsafe elements.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  /// A copy of the element at the end.
  var last: Element? { count == 0 ? nil : self[count - 1] }

  /// The element at an index below ``count``, changed in place.
  subscript(index: Int) -> Element {
    // Accessors that lend the element: a getter would copy all of a loop to read its counter.
    @inline(__always) _read {
      precondition(index >= 0 && index < count, "an index is below the count")
      yield unsafe elements[index]
    }
    @inline(__always) _modify {
      precondition(index >= 0 && index < count, "an index is below the count")
      yield unsafe &elements[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: consuming Element) {
    if count == capacity { grow(1) }
    unsafe (elements + count).initialize(to: element)
    count &+= 1
  }

  /// Appends an element so many times.
  mutating func append(_ element: Element, count times: Int) {
    if capacity - count < times { grow(times) }
    unsafe (elements + count).initialize(repeating: element, count: times)
    count += times
  }

  @inline(__always)
  mutating func popLast() -> Element? {
    if count == 0 { return nil }
    count &-= 1
    return unsafe (elements + count).move()
  }

  @inline(__always)
  @discardableResult
  mutating func removeLast() -> Element {
    precondition(count > 0, "there is an element to remove")
    count &-= 1
    return unsafe (elements + count).move()
  }

  mutating func removeLast(_ number: Int) {
    precondition(number >= 0 && number <= count, "there are elements to remove")
    count -= number
    unsafe (elements + count).deinitialize(count: number)
  }

  /// Copies of the elements from an index on.
  func elements(from start: Int) -> [Element] {
    precondition(start >= 0 && start <= count, "an index is within the stack")
    return unsafe Array(UnsafeBufferPointer(start: elements + start, count: count - start))
  }

  /// Moves an element out of its place for a moment, until ``putBack(_:at:)``.
  ///
  /// Copying it would count a reference and forget it again, which costs more than what is done with most
  /// values.
  ///
  /// - Parameters:
  ///   - index: its place.
  ///   - filler: what stands there meanwhile, with nothing to free.
  /// - Returns: the element.
  @inline(__always)
  mutating func take(_ index: Int, leaving filler: Element) -> Element {
    precondition(index >= 0 && index < count, "an index is below the count")
    let element = unsafe (elements + index).move()
    unsafe (elements + index).initialize(to: filler)
    return element
  }

  /// Moves an element back to where ``take(_:leaving:)`` had it from; the filler needs no freeing.
  @inline(__always)
  mutating func putBack(_ element: consuming Element, at index: Int) {
    precondition(index >= 0 && index < count, "an index is below the count")
    unsafe (elements + index).initialize(to: element)
  }

  mutating func swapLastTwo() {
    precondition(count > 1, "there are two elements to swap")
    unsafe swap(&elements[count - 1], &elements[count - 2])
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: elements, count: count)
    unsafe elements.deallocate()
    unsafe elements = moved
    capacity = larger
  }
}
