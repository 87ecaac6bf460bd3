/// What becomes of an item of a WordPress export.
enum WordPressVerdict: Equatable {
  case post(isDraft: Bool)
  case page(isDraft: Bool)
  /// An attachment that people commented on, which gets a page.
  case attachmentPage
  /// It isn't imported; why, as an outcome is counted.
  case skipped(String)

  init(_ item: WordPressItem, hidden: Set<String>) {
    guard item.isReadable else {
      self = .skipped("cut off")
      return
    }
    let isDraft = item.status == "draft" || item.status == "pending"
    if let reason = WordPressVerdict.reasonToHide(item) {
      self = .skipped(reason)
      return
    }
    switch item.type {
    case "post": self = .post(isDraft: isDraft)
    case "page": self = .page(isDraft: isDraft)
    case "attachment":
      // What is attached to a hidden page is as hidden as that.
      let isHidden = item.parent.map(hidden.contains) ?? false
      let isDiscussed = item.comments.contains(where: \.showsConversation)
      self = isDiscussed && !isHidden ? .attachmentPage : .skipped("attachments")
    case let type:
      // What a plugin keeps may be orders or messages; only what people could comment on was public.
      let isPublic = item.comments.contains(where: \.showsConversation)
      let isOwn = WordPressVerdict.ownTypes.contains(type)
      self = isPublic && !isOwn ? .page(isDraft: isDraft) : .skipped("of type `\(type)`")
    }
  }

  /// Why an item isn't to be published, whatever it is.
  static func reasonToHide(_ item: WordPressItem) -> String? {
    if item.isProtected { return "password-protected" }
    switch item.status {
    case "", "publish", "inherit", "future", "draft", "pending", "static", "attachment": return nil
    case "private": return "private"
    case "trash": return "in the trash"
    case "auto-draft": return "drafts never saved"
    case let status: return "of status `\(status)`"
    }
  }

  /// Why nobody but the author should know it, as messages name it.
  var isNamed: Bool {
    guard case .skipped(let reason) = self else { return false }
    return ["password-protected", "private", "in the trash", "cut off"].contains(reason)
      || reason.hasPrefix("of status")
  }

  /// Types of WordPress itself and of plugins that hold what visitors sent to the owner alone.
  private static let ownTypes: Set<String> = [
    "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles",
    "wp_navigation", "feedback", "shop_order", "shop_order_refund", "shop_coupon",
    "wpcf7_contact_form", "flamingo_inbound", "flamingo_contact", "flamingo_outbound",
  ]
}

extension WordPressComment {
  /// Whether it is an approved comment, not a ping.
  var showsConversation: Bool { state == .approved && (type == "comment" || type.isEmpty) }
}
