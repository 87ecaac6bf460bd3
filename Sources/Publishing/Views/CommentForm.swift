import Content
import Diagnostics
import Templates

/// The form below a page's comments.
struct CommentFormReference: Sendable, Equatable {
  let page: PageReference
  let form: CommentSettings.Form

  static func == (left: CommentFormReference, right: CommentFormReference) -> Bool {
    left.page == right.page
  }
}

extension SiteModel {
  /// The form of a page that takes comments, or `none`.
  func commentForm(_ page: PageReference) -> Value {
    guard let form = form(of: page.subject) else { return .none }
    return View.value(.form, CommentFormReference(page: page, form: form), self)
  }

  fileprivate func form(of subject: PageSubject) -> CommentSettings.Form? {
    guard let form = site.settings.comments.form,
      written(subject)?.document.comments == .open
    else { return nil }
    return form
  }

  /// Where somebody goes to answer a comment; `nil` where a form on the page asks whom one answers.
  func replyURL(to comment: Comment, on page: ThreadOnPage) -> String? {
    guard comment.isVisible, comment.kind == .comment, let form = form(of: page.subject),
      let message = message(on: page.subject)
    else { return nil }
    let thread = page.shown.thread
    return message.url(form, answering: thread.text(comment.id), by: thread.text(comment.author))
  }

  /// A comment on a page before it is written.
  fileprivate func message(on subject: PageSubject) -> CommentMessage? {
    guard let document = document(subject) else { return nil }
    return CommentMessage(
      page: document.pageName,
      title: title(subject),
      permalink: permalink(addresses[subject])
    )
  }
}

extension Document {
  /// The page as `tweetup comments` calls it: its path without `content/` and `.md`.
  var pageName: String {
    let path = self.file.path.dropFirst("content/".count)
    return String(path.dropLast((self.isFolder ? "/index.md" : ".md").count))
  }
}

extension Schema where Subject == CommentFormReference {
  /// The form's names and addresses.
  static let form: Schema<CommentFormReference> = Schema(
    .form,
    text: { _, reference in Array(reference.form.kind.utf8) },
    [
      Field("kind") { _, reference in Value(reference.form.kind) },
      Field("url") { model, reference in
        if case .action(let url, _) = reference.form { return Value(url) }
        return Value(model.message(on: reference.page.subject)?.url(reference.form))
      },
      Field("fields") { model, reference in
        .list(
          model.hiddenFields(of: reference).map { name, value in
            var field = ValueMap()
            field.append("name", Value(name))
            field.append("value", Value(value))
            return .map(field)
          }
        )
      },
      Field("names") { _, reference in
        var names = ValueMap()
        for (part, name) in reference.form.names { names.append(part, Value(name)) }
        return .map(names)
      },
      Field("max_length") { model, _ in .int(model.site.settings.comments.maxLength) },
    ]
  )
}

extension CommentSettings.Form {
  /// The key that chose it.
  fileprivate var kind: String {
    switch self {
    case .action: "action"
    case .mail: "mailto"
    case .repository: "repository"
    }
  }

  /// For each part of a comment the name of the field that a visitor fills in: the key under `fields`
  /// whose value is the part's word, else the name that the part has in a thread's file.
  fileprivate var names: [(part: String, name: String)] {
    guard case .action(_, let fields) = self else { return [] }
    return FormWord.visible.map { word in
      (word.rawValue, fields.first { $0.value == .text(":\(word.rawValue)") }?.key ?? word.rawValue)
    }
  }
}

extension SiteModel {
  /// The fields that say which page is commented on, and what the service wants to hear besides.
  fileprivate func hiddenFields(of reference: CommentFormReference) -> [(String, String)] {
    guard case .action(_, let fields) = reference.form,
      let document = document(reference.page.subject)
    else { return [] }
    var namesPage = false
    var hidden: [(String, String)] = []
    for field in fields {
      let text = field.value.formText
      switch FormWord(text) {
      case nil: hidden.append((field.key, text))
      case .page: hidden.append((field.key, document.pageName))
      case .slug: hidden.append((field.key, document.slug))
      case .title: hidden.append((field.key, title(reference.page.subject)))
      case .permalink:
        hidden.append((field.key, permalink(addresses[reference.page.subject])))
      case .author, .url, .body, .replyTo, .trap: continue
      }
      namesPage = namesPage || FormWord(text) == .page || FormWord(text) == .slug
    }
    return namesPage ? hidden : [("page", document.pageName)] + hidden
  }
}
