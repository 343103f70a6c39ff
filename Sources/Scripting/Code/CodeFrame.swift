/// What is known of a function's registers, at one of its instructions.
struct CodeFrame {
  let prototype: CodePrototype
  let number: Int
  private let upvalues: [CodeWalk.Fact?]
  private let flow: CodeFlow
  private var scope: CodeScope
  private var facts: [CodeWalk.Fact?]
  /// Where each was last written.
  private var written: [Int]
  private var position = 0
  /// What a loop's variable holds as soon as it is in force.
  private var promised: (register: Int, fact: CodeWalk.Fact)?

  init(_ prototype: CodePrototype, number: Int, upvalues: [CodeWalk.Fact?]) {
    self.prototype = prototype
    self.number = number
    self.upvalues = upvalues
    flow = CodeFlow(prototype)
    scope = CodeScope(prototype)
    // A few more, which the machine uses behind a loop's variables.
    let count = max(prototype.registers, prototype.parameters) + 6
    facts = (0..<count).map { index in
      index < prototype.parameters
        ? .origin(.init(root: .parameter(function: number, index: index), steps: [])) : nil
    }
    written = Array(repeating: -1, count: count)
  }

  var line: Int { prototype.line(of: position) }

  subscript(register: Int) -> CodeWalk.Fact? {
    guard facts.indices.contains(register), let fact = facts[register] else { return nil }
    if let local = scope.local(in: register), flow.isShared[local] { return nil }
    return fact
  }

  mutating func set(_ register: Int, _ fact: CodeWalk.Fact?) {
    guard facts.indices.contains(register) else { return }
    facts[register] = fact
    written[register] = position
  }

  mutating func forget(_ registers: ClosedRange<Int>?) {
    guard let registers else { return }
    for register in registers.clamped(to: 0...max(facts.count - 1, 0)) { set(register, nil) }
  }

  mutating func promise(_ fact: CodeWalk.Fact, to register: Int) { promised = (register, fact) }

  mutating func arrive(at position: Int) {
    self.position = position
    scope.advance(to: position)
    if let source = flow.earliest[position] { meet(from: source) }
    if flow.isLoopHead[position] { meetAgain() }
    if let promised {
      if let local = scope.local(in: promised.register), flow.isConstant[local],
        !scope.isOld(local)
      {
        set(promised.register, promised.fact)
      }
      self.promised = nil
    }
  }

  /// Paths meet here; the first of them has left at `source`.
  private mutating func meet(from source: Int) {
    for register in facts.indices where facts[register] != nil && written[register] >= source {
      if let local = scope.local(in: register), flow.isConstant[local], scope.isOld(local) {
        continue
      }
      facts[register] = nil
    }
  }

  /// A loop begins here, and whatever it changes may be changed already.
  private mutating func meetAgain() {
    for register in facts.indices where facts[register] != nil {
      if let local = scope.local(in: register), flow.isConstant[local] { continue }
      facts[register] = nil
    }
  }

  /// Whether a variable comes into force in the register with the next instruction, and nothing ever assigns
  /// to it, nor decides what is in it first.
  func beginsConstant(in register: Int) -> Bool {
    guard flow.earliest.count > position + 1, flow.earliest[position + 1] == nil,
      let local = scope.beginning(in: register)
    else { return false }
    return flow.isConstant[local] && !flow.isShared[local]
  }

  func upvalue(_ index: Int) -> CodeWalk.Fact? {
    upvalues.indices.contains(index) ? upvalues[index] : nil
  }

  /// What is known of a variable of this function inside another one, which may run at any time.
  func captured(_ upvalue: CodePrototype.Upvalue) -> CodeWalk.Fact? {
    guard upvalue.isRegister else { return self.upvalue(upvalue.index) }
    guard let local = scope.local(in: upvalue.index), flow.isConstant[local] else { return nil }
    // A table may be changed in between.
    if case .table? = self[upvalue.index] { return nil }
    return self[upvalue.index]
  }

  func constant(in register: Int) -> ScriptValue? {
    if case .constant(let value)? = self[register] { value } else { nil }
  }

  /// What an assignment assigns, if it is constant.
  func value(_ instruction: CodeInstruction) -> ScriptValue? {
    instruction.k ? prototype.constant(instruction.c) : constant(in: instruction.c)
  }

  /// Of the instruction that follows.
  var extraConstant: ScriptValue? {
    guard position + 1 < prototype.code.count else { return nil }
    return prototype.constant(prototype.code[position + 1].ax)
  }
}
