/// Jinja's `lipsum`: paragraphs that mean nothing, to fill a page that is being designed.
enum LoremIpsum {
  private static let parameters = [
    Parameter("n", default: .int(5)), Parameter("html", default: .bool(true)),
    Parameter("min", default: .int(20)), Parameter("max", default: .int(100)),
  ]

  private static let words = """
    lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut \
    labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris \
    nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse \
    cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui \
    officia deserunt mollit anim id est laborum
    """.split(separator: " ").map(String.init)

  static func text(
    _ arguments: CallArguments,
    _ renderer: inout Renderer
  ) throws(TemplateFault) -> Value {
    let bound = try arguments.bound(to: parameters, of: "lipsum")
    let count = try bound[0].argument("n")
    let least = try bound[2].argument("min")
    let most = try bound[3].argument("max")
    guard count <= 1000, least >= 1, most <= 10_000, least < most else {
      throw TemplateFault("`lipsum` makes up to 1000 paragraphs of `min` to `max` words")
    }
    let isMarkup = bound[1].isTrue
    let paragraphs = (0..<max(0, count)).map { _ in
      let text = paragraph(least + renderer.random(below: most - least), &renderer)
      return isMarkup ? "<p>\(text)</p>" : text
    }
    let text = paragraphs.joined(separator: isMarkup ? "\n" : "\n\n")
    return isMarkup ? .markup(Array(text.utf8)) : Value(text)
  }

  private static func paragraph(_ count: Int, _ renderer: inout Renderer) -> String {
    var text = ""
    var sentence = 0
    for index in 0..<count {
      let word = words[renderer.random(below: words.count)]
      text += sentence == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word
      sentence += 1
      let isLast = index == count - 1
      if isLast || sentence > 6 + renderer.random(below: 12) {
        text += isLast ? "." : ". "
        sentence = 0
      } else {
        text += sentence % 5 == 4 ? ", " : " "
      }
    }
    return text
  }
}
