internal import Calendar

extension Linker {
  /// Closes comments that are open by default once a page is `comments.close_after_days` old.
  ///
  /// What an author says on the page itself stays. A page ages from its date, an event from its end.
  mutating func closeComments(of index: Int, since moment: Instant?) {
    let days = site.settings.comments.closeAfterDays
    guard days > 0, written[index].common.comments == nil, documents[index].comments == .open,
      let moment
    else { return }
    let close = moment.adding(seconds: days * 86_400)
    documents[index].commentsClose = close
    if close <= site.now { documents[index].comments = .closed }
  }
}
