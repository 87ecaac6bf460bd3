import TestSupport
import Testing

@Test(arguments: [
  (required: false, there: false, run: false), (required: false, there: true, run: true),
  (required: true, there: false, run: true), (required: true, there: true, run: true),
]) func `what has to be there isn't skipped where it is missing`(
  required: Bool,
  there: Bool,
  run: Bool
) {
  #expect(isToRun(required: required) { there } == run)
}
