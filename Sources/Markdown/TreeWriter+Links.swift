/// An address that leads nowhere.
struct LinkFault {
  let reference: LinkReference
  let message: String
  let help: String?
}

extension TreeWriter {
  /// Writes an address of the author's as it is resolved.
  ///
  /// - Returns: the size of the image there, where it is known.
  mutating func writeResolved(_ node: Node, kind: LinkReference.Kind) -> ImageSize? {
    let url = node.url
    let isPlain = !hasGuards(url)
    let written =
      isPlain ? url.string : String(decoding: url.unguarded(keepsBackslashes: false), as: UTF8.self)
    let reference = reference(to: written, kind: kind, at: node)
    rendering.links.append(reference)
    var size: ImageSize?
    var address = written
    switch resolver(reference) {
    case .keep: break
    case .replace(let other, let known): (address, size) = (other, known)
    case .fault(let message, let help):
      faults.append(LinkFault(reference: reference, message: message, help: help))
    }
    output.writeAddress(address)
    if kind == .image, rendering.firstImage == nil { rendering.firstImage = address }
    return size
  }

  /// An address with the line on which it stands.
  func reference(
    to address: String,
    kind: LinkReference.Kind,
    at node: Node
  ) -> LinkReference {
    var line = node.startLine
    if inFragment {
      line = fragmentLines.indices.contains(line - 1) ? fragmentLines[line - 1] : 1
    }
    return LinkReference(kind: kind, destination: address, body: body, line: max(1, line))
  }
}
