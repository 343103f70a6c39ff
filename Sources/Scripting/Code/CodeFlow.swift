/// Where the paths through a function meet, and which of its variables never change.
struct CodeFlow {
  /// Of each instruction the first one that jumps forward to it; nil for none.
  private(set) var earliest: [Int?]
  /// Of each instruction, whether one behind it jumps back to it.
  private(set) var isLoopHead: [Bool]
  /// Of each local variable, whether nothing assigns to it once it is in force.
  private(set) var isConstant: [Bool]
  /// Of each local variable, whether functions within assign to it, at any time.
  private(set) var isShared: [Bool]

  init(_ prototype: CodePrototype) {
    let count = prototype.code.count
    earliest = Array(repeating: nil, count: count)
    isLoopHead = Array(repeating: false, count: count)
    isConstant = Array(repeating: true, count: prototype.locals.count)
    isShared = Array(repeating: false, count: prototype.locals.count)
    var scope = CodeScope(prototype)
    for (position, instruction) in prototype.code.enumerated() {
      scope.advance(to: position)
      for target in instruction.jumps(at: position) where (0..<count).contains(target) {
        if target <= position {
          isLoopHead[target] = true
        } else if earliest[target] == nil {
          earliest[target] = position
        }
      }
      if let written = instruction.written {
        // Above the variables there is nothing to find.
        for register in written.prefix(max(0, scope.count - written.lowerBound)) {
          if let local = scope.local(in: register) { isConstant[local] = false }
        }
      }
      guard instruction.operation == .closure,
        prototype.children.indices.contains(instruction.bx)
      else { continue }
      let child = prototype.children[instruction.bx]
      for (upvalue, assigned) in zip(child.upvalues, child.assigns)
      where assigned && upvalue.isRegister {
        if let local = scope.local(in: upvalue.index) {
          isConstant[local] = false
          isShared[local] = true
        }
      }
    }
  }
}

/// Which local variables are in force, while one goes through the instructions in their order.
struct CodeScope {
  private let locals: [CodePrototype.Local]
  private var next = 0
  /// By register.
  private var current: [Int] = []
  private var position = 0

  init(_ prototype: CodePrototype) { locals = prototype.locals }

  mutating func advance(to position: Int) {
    self.position = position
    while next < locals.count, locals[next].start <= position {
      let register = locals[next].register
      while current.count <= register { current.append(-1) }
      current[register] = next
      next += 1
    }
  }

  /// No variable stands in a higher register.
  var count: Int { current.count }

  /// The number of the variable in the register.
  func local(in register: Int) -> Int? {
    guard current.indices.contains(register), current[register] >= 0,
      position < locals[current[register]].end
    else { return nil }
    return current[register]
  }

  /// The variable that comes into force in the register with the next instruction.
  func beginning(in register: Int) -> Int? {
    var local = next
    while local < locals.count, locals[local].start == position + 1 {
      if locals[local].register == register { return local }
      local += 1
    }
    return nil
  }

  /// Whether the variable was in force before this instruction.
  func isOld(_ local: Int) -> Bool { locals[local].start < position }
}
