import Parallel
import Testing

@Test(arguments: [1, 2, 3, 8, 100], [0, 1, 15, 16, 17, 1000])
func `results come in the order of the elements, whatever the number of jobs`(
  jobs: Int,
  count: Int
) {
  let elements = Array(0..<count)
  #expect(concurrentMap(elements, jobs: jobs) { $0 * 2 } == elements.map { $0 * 2 })
}

@Test func `a chunk may be a single element`() {
  #expect(concurrentMap([3, 1, 2], jobs: 2, chunk: 1) { "\($0)" } == ["3", "1", "2"])
}
