/// A value of a YAML block with the place where it stands.
public struct YAMLNode: Sendable {
  /// What a value is (YAML 1.1 §3.2.1.1).
  public enum Content: Sendable {
    /// A text.
    case scalar(YAMLScalar)
    /// A list, in the order written.
    case sequence([YAMLNode])
    /// Keys with their values, in the order written; no key stands twice.
    case mapping([YAMLPair])
  }

  /// The value.
  public let content: Content

  /// Byte offsets into the file.
  ///
  /// A scalar's text as typed, with its quotes or its `|`; a collection from its first byte to its
  /// last. An empty value is an empty range behind its colon or dash.
  public let range: Range<Int>
}

/// A key of a mapping and what stands behind its colon.
public struct YAMLPair: Sendable {
  /// The key as text, without quotes.
  public let key: String

  /// Byte offsets of the key as typed, with its quotes.
  public let keyRange: Range<Int>

  /// The value.
  public let value: YAMLNode
}

/// A text: never a number, a date or a boolean, since only its field knows what it needs.
public struct YAMLScalar: Sendable {
  /// How a text was typed.
  public enum Style: Sendable {
    /// Without quotes.
    case plain
    /// In single or double quotes.
    case quoted
    /// In lines below `|` or `>`.
    case block
  }

  /// The text, with quotes, escapes and folding resolved.
  public let text: String

  /// How it was typed.
  public let style: Style

  /// The text's UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// Whether nothing was typed, which counts as not written.
  public var isEmptyValue: Bool { style == .plain && text.isEmpty }

  /// Whether nothing, `~` or `null` was typed without quotes.
  public var isNull: Bool {
    style == .plain && text.utf8.count <= 4 && (text.isEmpty || text == "~" || text == "null")
  }
}
