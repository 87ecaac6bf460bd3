import Glibc

/// The CPU time (user and system) of a task for a document, round by round.
struct Measurement {
  let name: String
  let task: (Range<Int>) -> Int
  /// Microseconds a document, one for each round.
  private(set) var rounds: [Double] = []
  private var spent = 0.0

  /// Creates one for a task that renders the documents of a range and returns how much came out.
  init(_ name: String, task: @escaping (Range<Int>) -> Int) {
    self.name = name
    self.task = task
  }

  /// Runs the task over a part of the documents.
  mutating func run(_ documents: Range<Int>) {
    let start = cpuTime()
    let size = task(documents)
    precondition(size > 0, "the task renders something")
    spent += cpuTime() - start
  }

  /// Ends a round over so many documents.
  mutating func endRound(over count: Int) {
    rounds.append(spent / Double(count))
    spent = 0
  }

  /// Forgets the rounds so far.
  mutating func warmedUp() { rounds = [] }

  var minimum: Double { rounds.min() ?? .nan }
  var median: Double { median(of: rounds) }

  /// How many times another's cost its own is: of the minima, and the median of the rounds' ratios.
  func ratio(to other: Measurement) -> (minimum: Double, median: Double) {
    (minimum / other.minimum, median(of: zip(rounds, other.rounds).map { $0 / $1 }))
  }

  private func median(of values: [Double]) -> Double {
    values.isEmpty ? .nan : values.sorted()[values.count / 2]
  }
}

/// The process's CPU time in microseconds.
private func cpuTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}
