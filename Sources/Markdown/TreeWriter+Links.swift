/// An address that leads nowhere.
struct LinkFault {
  let reference: LinkReference
  let message: String
  let help: String?
}

extension TreeWriter {
  /// What becomes of an address of the author's.
  mutating func resolved(
    _ node: Node,
    kind: LinkReference.Kind
  ) -> (address: [UInt8], size: ImageSize?) {
    let address = address(of: node)
    let reference = reference(to: address, kind: kind, at: node)
    rendering.links.append(reference)
    switch resolver(reference) {
    case .keep: return (address, nil)
    case .replace(let other, let size): return (Array(other.utf8), size)
    case .fault(let message, let help):
      faults.append(LinkFault(reference: reference, message: message, help: help))
      return (address, nil)
    }
  }

  /// An address with the line on which it stands.
  func reference(
    to address: [UInt8],
    kind: LinkReference.Kind,
    at node: Node
  ) -> LinkReference {
    var line = node.startLine
    if inFragment {
      line = fragmentLines.indices.contains(line - 1) ? fragmentLines[line - 1] : 1
    }
    return LinkReference(
      kind: kind,
      destination: String(decoding: address, as: UTF8.self),
      body: body,
      line: max(1, line)
    )
  }
}
