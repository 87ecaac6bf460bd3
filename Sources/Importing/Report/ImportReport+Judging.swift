extension ImportReport {
  /// Says what is wrong with an export as a whole: what is whole in it was imported all the same.
  mutating func judge(
    _ tally: ExportTally,
    _ shape: ExportShape,
    entries: Int,
    lost: Int,
    file: String
  ) {
    if entries == 0 {
      let entry = shape.counted[0]
      fail(
        "this is not \(shape.name), or an empty one: it holds no `<\(entry)>`",
        path: file,
        help: tally.rootName.map { "its first element is `<\($0)>`" }
          ?? "it holds no elements at all"
      )
    }
    if tally.isCutOff {
      let open = tally.openContainers.map { "`<\($0)>`" }.joined(separator: ", ")
      fail(
        "the file is cut off: it ends before \(open.isEmpty ? "its last entry" : open) is closed",
        path: file,
        help: "export it again; what is whole was imported"
      )
    }
    if lost > 0 {
      fail("\(lost) entries can't be read where they stand", path: file)
    }
    if tally.unclosed > 0 {
      warn("\(tally.unclosed) elements have no end tag", path: file)
    }
    if tally.strayEnds > 0 {
      warn("\(tally.strayEnds) end tags close nothing", path: file)
    }
  }
}
