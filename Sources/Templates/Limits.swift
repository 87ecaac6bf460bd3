/// How large templates, their values and their pages may become.
///
/// A template that recurses or repeats for ever ends with an error, never with the process.
public enum Limits {
  /// How deep expressions and statements may be nested in a template's text.
  static let nesting = 60

  /// How many levels of expressions an expression may have: `a.b.c` has three.
  static let expressionDepth = 120

  /// How many arguments a call may name, and how many parameters a macro may have.
  static let names = 255

  /// How many calls may be under way: macros, blocks, includes and recursive loops.
  static let callDepth = 400

  /// How many iterations and calls one rendering may make.
  static let steps = 10_000_000

  /// How much one rendering may go through in its values, as ``Value/cost`` counts it.
  static let cost = 1 << 32

  /// How deep values may be nested that a template makes.
  static let valueDepth = 400

  /// How many parts a tuple may have, with those in its parts, that is a key.
  static let keyParts = 4096

  /// How many bytes one rendering may write.
  static let outputBytes = 256 << 20

  /// How many bytes or items `*` may make.
  static let largestRepetition = 16 << 20

  /// How many items an iterable may have where all of them are needed at once.
  static let collectedItems = 4 << 20
}
