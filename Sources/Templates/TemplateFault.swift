internal import Diagnostics

/// What went wrong while a template was rendered, before it is known where.
///
/// The renderer adds the place and the way there, and makes a ``Diagnostic`` of it.
public struct TemplateFault: Error, Sendable {
  /// The classes of Jinja's exceptions.
  public enum Kind: Sendable {
    /// The template isn't well formed (`TemplateSyntaxError`).
    case syntax
    /// Something undefined was used (`UndefinedError`).
    case undefined
    /// A template that isn't there was asked for (`TemplateNotFound`).
    case notFound
    /// Any other error (`TypeError`, `ValueError`, `TemplateRuntimeError`, …).
    case runtime
  }

  /// What class of error it is.
  public var kind: Kind

  /// What is wrong: a lower-case phrase, the author's words in backticks.
  public var message: String

  /// A few words for beside the caret.
  public var label: String?

  /// How to mend it.
  public var help: String?

  /// The variable that isn't defined, when that is the fault.
  var variable: String?

  /// What of the rendering's own was asked for a ``variable`` that it hasn't got.
  var owner: Reference?

  /// Creates a fault; a host's filters and functions throw them.
  public init(
    _ message: String,
    kind: Kind = .runtime,
    label: String? = nil,
    help: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.label = label
    self.help = help
  }

  init(_ undefined: Undefined) {
    self.init(undefined.message, kind: .undefined)
    switch undefined.reason {
    case .attribute(let name, .reference(let reference)):
      variable = name
      owner = reference
    case .attribute(let name, let owner):
      help = suggestion(for: name, among: owner.attributeNames)
      if help == nil, owner.isCollection { help = ForeignSyntax.attribute(name) }
    case .item(.string(let key), let owner):
      let name = String(decoding: key, as: UTF8.self)
      help = suggestion(for: name, among: owner.attributeNames)
    case .variable(let name): variable = name
    default: break
    }
  }
}
