/// One function of a compiled file, with those that stand in it.
final class CodePrototype {
  /// Where it begins; 0 for the file itself.
  let line: Int
  let parameters: Int
  let registers: Int
  let code: [CodeInstruction]
  let constants: [ScriptValue]
  let upvalues: [Upvalue]
  let children: [CodePrototype]
  /// Of each instruction.
  let lines: [Int]
  let locals: [Local]
  /// Of each of its upvalues, whether it or a function in it may assign to it.
  let assigns: [Bool]

  /// A variable of the function around.
  struct Upvalue {
    /// Whether it is a register of that function, or an upvalue of its own.
    let isRegister: Bool
    let index: Int
  }

  /// A local variable: it is in force from instruction `start` to before `end`.
  struct Local {
    let register: Int
    let start: Int
    let end: Int
  }

  init(
    line: Int, parameters: Int, registers: Int, code: [CodeInstruction], constants: [ScriptValue],
    upvalues: [Upvalue], children: [CodePrototype], lines: [Int],
    locals: [(start: Int, end: Int)]
  ) {
    self.line = line
    self.parameters = parameters
    self.registers = registers
    self.code = code
    self.constants = constants
    self.upvalues = upvalues
    self.children = children
    self.lines = lines
    self.locals = Self.placed(locals)
    var assigns = [Bool](repeating: false, count: upvalues.count)
    for instruction in code where instruction.operation == .setUpvalue {
      if assigns.indices.contains(instruction.b) { assigns[instruction.b] = true }
    }
    for child in children {
      for (upvalue, assigned) in zip(child.upvalues, child.assigns)
      where assigned && !upvalue.isRegister && assigns.indices.contains(upvalue.index) {
        assigns[upvalue.index] = true
      }
    }
    self.assigns = assigns
  }

  /// A variable's register is the number of those in force when it comes into force: they come and go like
  /// the blocks that they stand in.
  private static func placed(_ ranges: [(start: Int, end: Int)]) -> [Local] {
    var open: [Int] = []
    return ranges.map { range in
      while let end = open.last, end <= range.start { open.removeLast() }
      open.append(range.end)
      return Local(register: open.count - 1, start: range.start, end: range.end)
    }
  }

  func constant(_ index: Int) -> ScriptValue? {
    constants.indices.contains(index) ? constants[index] : nil
  }

  func line(of position: Int) -> Int {
    lines.indices.contains(position) ? lines[position] : line
  }
}
