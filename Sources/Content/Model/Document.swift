public import Calendar
public import Diagnostics

/// What every page has, whatever its kind: its file, its text and the keys that all share.
///
/// Pages are copied often and asked for one key at a time: so a document is one reference to its
/// ``Keys``, and changing a shared one makes it anew.
@dynamicMemberLookup
public struct Document: Sendable {
  /// Changed only by the one document that refers to it.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    @usableFromInline var keys: Keys

    @usableFromInline
    init(_ keys: Keys) { self.keys = keys }
  }

  @usableFromInline var storage: Storage

  /// Creates a document.
  public init(_ keys: Keys) { storage = Storage(keys) }

  /// One of its keys.
  @inlinable
  public subscript<Value>(dynamicMember key: WritableKeyPath<Keys, Value>) -> Value {
    get { storage.keys[keyPath: key] }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.keys) }
      yield &storage.keys[keyPath: key]
    }
  }
}

extension Document {
  /// What a document says.
  public struct Keys: Sendable {
    /// The file; ``SourceFile/path`` is like `content/posts/2010-03-24-slug.md`.
    public var file: SourceFile
    /// The file of the Markdown: this one, but for a changed occurrence that says nothing its series'.
    public var bodyFile: SourceFile
    /// The Markdown, as bytes of ``bodyFile``.
    public var body: Range<Int>
    /// The file's name without `.md` and with its date: `2010-03-24-slug`; for `slug/index.md`, `slug`.
    public var name: String
    /// The last part of its address: `slug:`, else the name without its date.
    public var slug: String
    /// Its path below its kind's folder, without `.md` or `/index.md`.
    ///
    /// For `content/posts/2010/tea.md` it is `2010/tea`, for `content/about.md` `about`.
    public var subpath: String
    /// Whether it is a folder with an `index.md`, whose other files are published beside it.
    public var isFolder: Bool
    /// `title`; else what the kind says (a person's or community's name, the slug in words).
    public var title: String
    /// `date`, or that of the file's name.
    public var date: Moment?
    /// `updated`.
    public var updated: Moment?
    /// `permalink`, checked to begin with `/`.
    public var permalink: Located<String>?
    /// `aliases`, each checked to begin with `/`.
    public var aliases: [Located<String>] = []
    /// `publish`.
    public var publish: Moment?
    /// `expire`.
    public var expire: Moment?
    /// `draft`.
    public var isDraft = false
    /// `summary`: plain text.
    public var summary: String?
    /// `image`: an address, or a path as a link in the text would be written.
    public var image: Located<String>?
    /// `image_alt`.
    public var imageAlt: String?
    /// `tags`, as indices into ``Site/tags``, each once, in the order written.
    public var tags: [Int] = []
    /// `template`: a name such as `post.html`.
    public var template: Located<String>?
    /// `comments`, else the setting.
    public var comments: CommentState = .open
    /// When it takes no more comments by `comments.close_after_days`.
    public var commentsClose: Instant?
    /// `noindex`.
    public var isHiddenFromSearch = false
    /// `extra`.
    public var extra: [DataEntry] = []
    /// The comments that stand beside it.
    public var thread: Thread?
    /// The files beside a folder's `index.md`, by path.
    public var files: [ContentFile] = []

    /// Creates the keys of a document that says nothing but where it is.
    public init(
      file: SourceFile,
      body: Range<Int>,
      name: String,
      slug: String,
      subpath: String,
      isFolder: Bool,
      title: String
    ) {
      self.file = file
      bodyFile = file
      self.body = body
      self.name = name
      self.slug = slug
      self.subpath = subpath
      self.isFolder = isFolder
      self.title = title
    }
  }
}

/// Whether a page takes comments.
public enum CommentState: String, Sendable, CaseIterable {
  /// They are shown and welcome.
  case open
  /// They are shown; no more are taken.
  case closed
  /// There are none.
  case off
}

/// A value with the place where its author wrote it, for what is checked later.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var span: SourceSpan

  /// Creates a value that stands somewhere.
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// A moment as its author meant it: Calendar's zoned time, the zone's name, and how it was written.
public struct Moment: Sendable, Hashable {
  /// The moment and what clocks show there.
  ///
  /// For a date alone: the day's beginning in the zone.
  public var time: ZonedTime
  /// The IANA name of the zone, or empty when only an offset was written.
  public var zone: String
  /// Whether only a date was written.
  public var isDateOnly: Bool

  /// Creates a moment.
  public init(_ time: ZonedTime, zone: String, isDateOnly: Bool) {
    self.time = time
    self.zone = zone
    self.isDateOnly = isDateOnly
  }

  /// The moment alone.
  public var instant: Instant { time.instant }
}

/// What stands under `extra:`, read as YAML's core schema reads it.
///
/// `true` and `false`, numbers in their ordinary form and `null` become such; everything else, also
/// `no`, `0123` and `12:30`, stays the text typed.
public indirect enum DataValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(String)
  case list([DataValue])
  case map([DataEntry])
}

/// A key with its value under `extra:`.
public struct DataEntry: Sendable, Hashable {
  /// The key.
  public var key: String
  /// The value.
  public var value: DataValue

  /// Creates an entry.
  public init(key: String, value: DataValue) {
    self.key = key
    self.value = value
  }
}
