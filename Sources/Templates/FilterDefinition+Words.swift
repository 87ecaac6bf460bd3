extension FilterDefinition {
  /// The filters that look for words and lines.
  static let wordFilters: [FilterDefinition] = [
    FilterDefinition("wordcount") { (renderer, value, _) throws(TemplateFault) in
      var count = 0
      var isInWord = false
      for scalar in UTF8Text.scalars(try renderer.text(of: value)) {
        if scalar.isWord, !isInWord { count += 1 }
        isInWord = scalar.isWord
      }
      return .int(count)
    },
    FilterDefinition(
      "wordwrap",
      [
        Parameter("width", default: .int(79)), Parameter("break_long_words", default: .bool(true)),
        Parameter("wrapstring", default: .none),
        Parameter("break_on_hyphens", default: .bool(true)),
      ]
    ) { (_, value, arguments) throws(TemplateFault) in
      let text = try value.textArgument("wordwrap")
      let separator: [UInt8] =
        if case .none = arguments[2] { [0x0A] } else { try arguments[2].textArgument("wrapstring") }
      let wrapper = WordWrapper(
        width: try arguments[0].argument("width"),
        breaksLongWords: arguments[1].isTrue,
        breaksOnHyphens: arguments[3].isTrue
      )
      var paragraphs: [[UInt8]] = []
      for line in splitLines(text) {
        paragraphs.append(Array(try wrapper.wrap(line).joined(separator: separator)))
      }
      return .string(Array(paragraphs.joined(separator: separator)))
    },
  ]
}
