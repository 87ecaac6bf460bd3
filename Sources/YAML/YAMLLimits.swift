/// How much a YAML block may ask of the machine before it is refused.
public struct YAMLLimits: Sendable {
  /// How many collections may stand inside one another.
  public var depth: Int

  /// How many keys, texts and collections there may be.
  public var nodes: Int

  /// How many bytes a block may have.
  public var bytes: Int

  /// How many faults are told of one block before the reading stops.
  ///
  /// Telling one costs a pass over the file.
  public var faults: Int

  /// Creates limits that no file written by people reaches.
  public init(
    depth: Int = 64,
    nodes: Int = 400_000,
    bytes: Int = 16_777_216,
    faults: Int = 20
  ) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
    self.faults = faults
  }
}
