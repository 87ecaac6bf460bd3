internal import CHeap
internal import Dispatch
internal import Synchronization

/// Transforms each element, some at once, and returns the results in the elements' order.
///
/// The elements are cut into chunks that `jobs` workers take in turn, so the work is spread evenly
/// and its result never depends on how many workers there are. Nothing is locked: each chunk has a
/// place of its own for its results, which is written once.
///
/// - Parameters:
///   - elements: what is transformed.
///   - jobs: how many elements are transformed at once; at least 1. More than the machine has cores
///     does no harm.
///   - chunk: how many neighbours one worker takes at a time; at least 1.
///   - transform: what is done to each; it must not depend on the others.
/// - Returns: what became of each.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  jobs: Int,
  chunk: Int = 16,
  _ transform: @Sendable (Element) -> Result
) -> [Result] {
  precondition(jobs > 0, "jobs counts workers; needs at least one")
  precondition(chunk > 0, "a chunk holds at least one element")
  let chunks = (elements.count + chunk - 1) / chunk
  let workers = min(jobs, chunks)
  guard workers > 1 else {
    cheap_prepare()
    return elements.map(transform)
  }
  let places = (0..<chunks).map { _ in Place<Result>() }
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    cheap_prepare()
    for index in stride(from: worker, to: chunks, by: workers) {
      let range = index * chunk..<min(elements.count, (index + 1) * chunk)
      places[index].fill(elements[range].map(transform))
    }
  }
  return places.flatMap(\.results)
}

/// Where one worker leaves a chunk's results for the others to see.
private final class Place<Result: Sendable>: Sendable {
  private final class Results: Sendable {
    let values: [Result]

    init(_ values: [Result]) {
      self.values = values
    }
  }

  private let stored = AtomicLazyReference<Results>()

  /// Keeps a chunk's results; called once.
  func fill(_ values: [Result]) {
    _ = stored.storeIfNil(Results(values))
  }

  /// The chunk's results.
  var results: [Result] {
    guard let stored = stored.load() else { preconditionFailure("each chunk has a worker") }
    return stored.values
  }
}
