public import HTML

/// A thing that a template may look into: a post, a comment, the site.
///
/// A template's `post.title` is resolved to an attribute's number when the template is compiled, for
/// each ``ObjectType`` that the environment knows; rendering touches no dictionary.
public protocol TemplateObject: AnyObject, Sendable {
  /// The names of its attributes.
  var objectType: ObjectType { get }

  /// Its type's ``ObjectType/id``, asked for at each attribute. By default: what ``objectType`` says.
  var typeIdentifier: Int { get }

  /// The attribute of that number, an index into ``ObjectType/attributes``.
  func attribute(_ index: Int) -> Value

  /// Writes what an attribute prints between tags, or in a quoted value, without making a value of it.
  ///
  /// - Parameters:
  ///   - index: the attribute's number.
  ///   - isQuoted: whether markup is escaped, too.
  ///   - output: where the page is written.
  /// - Returns: `false`, which is the default, when nothing was written, and the attribute's value is to be
  ///   asked for; else the page has what it would have of the value.
  func write(_ index: Int, isQuoted: Bool, to output: inout OutputBuffer) -> Bool

  /// Whether an attribute is true; `nil`, which is the default, when its value is to be asked.
  func isTrue(_ index: Int) -> Bool?

  /// What `{{ thing }}` prints, and what string filters see. Escaped like any text.
  var text: [UInt8] { get }

  /// Whether it equals another object: `==`, `in`, `unique`. By default: whether it is the same one.
  func isEqual(to other: any TemplateObject) -> Bool

  /// A number that among the objects of its type only those have that are the same thing, for as long as
  /// templates are rendered; `nil`, the default, when there is none.
  ///
  /// What an include wrote of such things is remembered: it shows the same of the same.
  var identity: Int? { get }

  /// Whether it sorts before another object: `<`, `sort`; `nil` when the two have no order.
  func precedes(_ other: any TemplateObject) -> Bool?
}

extension TemplateObject {
  /// The number that its type has.
  public var typeIdentifier: Int { objectType.id }

  /// Nothing is written.
  public func write(_ index: Int, isQuoted: Bool, to output: inout OutputBuffer) -> Bool { false }

  /// Its value says so.
  public func isTrue(_ index: Int) -> Bool? { nil }

  /// None.
  public var identity: Int? { nil }

  /// Whether it is the same object.
  public func isEqual(to other: any TemplateObject) -> Bool { self === other }

  /// No order.
  public func precedes(_ other: any TemplateObject) -> Bool? { nil }
}

/// A kind of object and the names of its attributes.
///
/// A class, since a template asks for it at each attribute that it looks up.
public final class ObjectType: Sendable {
  /// What an error calls it: `post`.
  public let name: String

  /// A small number of its own among the types of one environment, from 0 without gaps.
  public let id: Int

  /// The names of its attributes; an attribute's number is its index here.
  public let attributes: [String]

  /// Creates a type; each of an environment's types has an `id` of its own.
  public init(name: String, id: Int, attributes: [String]) {
    self.name = name
    self.id = id
    self.attributes = attributes
  }
}
