/// How large templates, their values and their pages may become.
///
/// A template that recurses or repeats for ever ends with an error, never with the process.
public enum Limits {
  /// How deep expressions and statements may be nested in a template's text.
  static let nesting = 60

  /// How many levels of expressions an expression may have: `a.b.c` has three.
  static let expressionDepth = 120

  /// How many calls may be under way: macros, blocks, includes and recursive loops.
  static let callDepth = 400

  /// How many iterations and calls one rendering may make.
  static let steps = 10_000_000

  /// How many bytes one rendering may write.
  static let outputBytes = 256 << 20

  /// How many bytes or items `*` may make.
  static let largestRepetition = 16 << 20

  /// How many items an iterable may have where all of them are needed at once.
  static let collectedItems = 4 << 20
}
