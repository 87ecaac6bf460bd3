extension Instruction {
  /// The same step in code that begins `offset` instructions later.
  func relocated(by offset: Int32) -> Instruction {
    switch self {
    case .jump(let target): .jump(target + offset)
    case .jumpIfFalse(let target): .jumpIfFalse(target + offset)
    case .jumpIfFalseOrPop(let target): .jumpIfFalseOrPop(target + offset)
    case .jumpIfTrueOrPop(let target): .jumpIfTrueOrPop(target + offset)
    case .jumpIfExtended(let target): .jumpIfExtended(target + offset)
    case .jumpIfLooped(let target): .jumpIfLooped(target + offset)
    case .compareChain(let operation, let target):
      .compareChain(operation, otherwise: target + offset)
    case .useDefault(let slot, let target): .useDefault(slot: slot, otherwise: target + offset)
    case .loopNext(let target): .loopNext(exit: target + offset)
    case .loopNextStore(let slot, let target): .loopNextStore(slot: slot, exit: target + offset)
    default: self
    }
  }

  /// The same jump to another place.
  func jumping(to target: Int32) -> Instruction {
    switch self {
    case .jump: .jump(target)
    case .jumpIfFalse: .jumpIfFalse(target)
    case .jumpIfFalseOrPop: .jumpIfFalseOrPop(target)
    case .jumpIfTrueOrPop: .jumpIfTrueOrPop(target)
    case .jumpIfExtended: .jumpIfExtended(target)
    case .jumpIfLooped: .jumpIfLooped(target)
    case .compareChain(let operation, _): .compareChain(operation, otherwise: target)
    case .useDefault(let slot, _): .useDefault(slot: slot, otherwise: target)
    case .loopNext: .loopNext(exit: target)
    case .loopNextStore(let slot, _): .loopNextStore(slot: slot, exit: target)
    default: preconditionFailure("only a jump has a target")
    }
  }
}
