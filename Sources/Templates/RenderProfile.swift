internal import HTML

/// What templates and macros cost in renderings, for an author who wants to know where time goes.
///
/// A call's time and bytes include those of everything it calls. What calls itself is counted each
/// time, but its time and bytes only once.
public struct RenderProfile: Sendable {
  /// What is known of one template or macro.
  public struct Entry: Sendable {
    /// The template's name, or a macro's with its template: `macros.html:card()`.
    public let name: String
    /// How often it was called: as a page, included, imported, extended.
    public fileprivate(set) var count = 0
    /// The time of all calls.
    public fileprivate(set) var total = Duration.zero
    /// The time of the slowest.
    public fileprivate(set) var longest = Duration.zero
    /// How many bytes it wrote.
    public fileprivate(set) var bytes = 0
    /// How many of its calls are under way.
    fileprivate var open = 0
  }

  private struct Call {
    let function: Int
    let start: ContinuousClock.Instant
    let written: Int
  }

  /// By the function's number; `nil` for what was never called.
  private var known: [Entry?] = []
  private var calls: [Call] = []

  /// Creates an empty profile, for renderings of one set.
  public init() {}

  /// What was called, in no particular order.
  public var entries: [Entry] { known.compactMap { $0 }.filter { $0.count > 0 } }

  /// Notes that a call begins, with so many bytes written before it.
  mutating func begin(_ function: Int, named name: @autoclosure () -> String, written: Int) {
    while known.count <= function { known.append(nil) }
    var entry = known[function] ?? Entry(name: name())
    entry.open += 1
    known[function] = entry
    calls.append(Call(function: function, start: .now, written: written))
  }

  /// Notes that the call begun last is over.
  mutating func end(written: Int) {
    guard let call = calls.popLast(), var entry = known[call.function] else {
      preconditionFailure("a call was under way")
    }
    entry.count += 1
    entry.open -= 1
    if entry.open == 0 {
      let time = ContinuousClock.now - call.start
      entry.total += time
      entry.longest = max(entry.longest, time)
      entry.bytes += written - call.written
    }
    known[call.function] = entry
  }

  /// Forgets the calls that an error ended.
  mutating func abandon() {
    for call in calls { known[call.function]?.open = 0 }
    calls.removeAll()
  }
}

extension Renderer {
  /// Whether a call of this kind has a row of its own.
  private func isProfiled(_ info: FunctionInfo) -> Bool {
    switch info.kind {
    case .template, .macro: true
    case .caller, .block, .loop: false
    }
  }

  @inline(never)
  mutating func beginProfile(of function: Int32) {
    let info = program.functions[Int(function)]
    guard isProfiled(info) else { return }
    let template = program.templates[Int(info.template)].name
    profile?.begin(
      Int(function),
      named: info.kind == .macro ? "\(template):\(info.name)()" : template,
      written: output.count
    )
  }

  @inline(never)
  mutating func endProfile(of function: Int32) {
    guard isProfiled(program.functions[Int(function)]) else { return }
    profile?.end(written: output.count)
  }
}
