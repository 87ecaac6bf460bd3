extension TreeWriter {
  /// The image that is alone in its paragraph.
  func figureImage(of paragraph: Node) -> Node? {
    guard options.figures, trust == .author, let image = paragraph.firstChild,
      image.kind == .image, image.next == nil, !isInTightList(paragraph)
    else { return nil }
    return image
  }

  mutating func writeFigure(_ image: Node) {
    output.startLine()
    output.write("<figure>\n")
    writeImage(image, isLazy: true)
    output.write("\n")
    if !image.title.isEmpty {
      output.write("<figcaption>")
      writeEscaped(image.title)
      output.write("</figcaption>\n")
      addPlain(image.title)
      endPlainBlock()
    }
    output.write("</figure>\n")
  }
}
