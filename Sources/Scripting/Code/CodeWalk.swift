/// Goes through the functions of a file, from the outside in, and notes what they do with what they know.
///
/// What a register holds is followed from instruction to instruction. Where paths meet, only that is kept
/// which no path can have changed: what was there before they parted, and variables that nothing assigns to.
/// The cost is linear in the code, but for the registers that are looked through where paths meet.
struct CodeWalk {
  var survey = CodeSurvey()
  /// Those that the file's functions make, and the registers that they were made in.
  private var tables: [(table: CodeSurvey.Table, register: Int)] = []
  /// What is kept of a table, and in all calls together: a table may be given to any number of them.
  private static let mostEntries = 100
  private var room = 100_000
  /// How often each function was looked up, less the calls: what is left may be given to anybody.
  private var lookups: [Int] = []

  /// What is known of a value.
  enum Fact {
    case globals
    case constant(ScriptValue)
    case origin(CodeSurvey.Origin)
    /// A table made by the function, by its number.
    case table(Int)
    /// What `ipairs` gives of it.
    case items(of: CodeSurvey.Origin)

    /// The number of the function that it is.
    var function: Int? {
      if case .origin(let origin) = self, origin.steps.isEmpty,
        case .function(let number) = origin.root
      {
        number
      } else {
        nil
      }
    }
  }

  /// - Parameter outer: the number of the function that it stands in.
  mutating func walk(_ prototype: CodePrototype, upvalues: [Fact?], outer: Int? = nil) {
    let number = survey.functions.count
    survey.functions.append(
      .init(line: prototype.line, parameters: prototype.parameters, outer: outer))
    lookups.append(0)
    var frame = CodeFrame(prototype, number: number, upvalues: upvalues)
    for position in prototype.code.indices {
      frame.arrive(at: position)
      step(prototype.code[position], &frame)
    }
    guard outer == nil else { return }
    for (function, count) in lookups.enumerated() where count != 0 {
      survey.functions[function].isOpen = true
    }
  }

  private mutating func step(_ instruction: CodeInstruction, _ frame: inout CodeFrame) {
    let (a, b, c) = (instruction.a, instruction.b, instruction.c)
    switch instruction.operation {
    case .move: frame.set(a, looked(up: frame[b]))
    case .loadConstant: frame.set(a, frame.prototype.constant(instruction.bx).map { .constant($0) })
    case .loadConstantExtra: frame.set(a, frame.extraConstant.map { .constant($0) })
    case .loadInteger: frame.set(a, .constant(.integer(Int64(instruction.signedBx))))
    case .loadFloat: frame.set(a, .constant(.number(Double(instruction.signedBx))))
    case .loadFalse: frame.set(a, .constant(.bool(false)))
    case .loadTrue: frame.set(a, .constant(.bool(true)))
    case .getUpvalue: frame.set(a, looked(up: frame.upvalue(b)))
    case .setUpvalue: give(frame[a])
    case .return1: leave(with: 1, from: a, frame)
    case .getGlobal:
      frame.set(a, look(frame.upvalue(b), frame.prototype.constant(c), frame))
    case .getField: frame.set(a, look(frame[b], frame.prototype.constant(c), frame))
    case .getTable: frame.set(a, look(frame[b], frame.constant(in: c), frame))
    case .getItem: frame.set(a, look(frame[b], .integer(Int64(c)), frame))
    case .method: callMethod(instruction, &frame)
    case .setGlobal:
      assign(frame.upvalue(a), frame.prototype.constant(b), instruction, frame)
    case .setField: assign(frame[a], frame.prototype.constant(b), instruction, frame)
    case .setTable: assign(frame[a], frame.constant(in: b), instruction, frame)
    case .setItem: assign(frame[a], nil, instruction, frame)
    case .newTable:
      tables.append((CodeSurvey.Table(), a))
      frame.set(a, .table(tables.count - 1))
    case .setList: addItems(instruction, frame)
    case .closure: makeFunction(instruction, &frame)
    case .call: call(instruction, &frame)
    case .tailCall:
      note(instruction, frame)
      frame.forget(a...CodeInstruction.lastRegister)
    case .testSet:
      give(frame[b])
      frame.forget(instruction.written)
    case .return: leave(with: b > 0 ? b - 1 : 2, from: a, frame)
    case .eachPrepare:
      // In the loop the second variable is an item of what is gone through.
      if case .items(let origin)? = frame[a] {
        frame.promise(.origin(origin.then(.item)), to: a + 5)
      }
    default: frame.forget(instruction.written)
    }
  }

  /// A function that is looked up is called next, or may be given to anybody.
  private mutating func looked(up fact: Fact?) -> Fact? {
    if let function = fact?.function { lookups[function] += 1 }
    return fact
  }

  /// What is not looked up before.
  private mutating func give(_ fact: Fact?) {
    if let function = fact?.function { survey.functions[function].isOpen = true }
  }

  // MARK: names

  private mutating func look(_ value: Fact?, _ key: ScriptValue?, _ frame: CodeFrame) -> Fact? {
    switch (value, key) {
    case (.globals?, .string(let name)?):
      return note(CodeSurvey.Origin(root: .globals, steps: [.field(name)]), frame)
    case (.origin(let origin)?, .string(let name)?):
      return note(origin.then(.field(name)), frame)
    case (.origin(let origin)?, .integer?): return .origin(origin.then(.item))
    default: return nil
    }
  }

  private mutating func note(
    _ origin: CodeSurvey.Origin, isAssigned: Bool = false, _ frame: CodeFrame
  ) -> Fact? {
    survey.accesses.append(.init(origin: origin, isAssigned: isAssigned, line: frame.line))
    // Nobody goes deeper than this, unless it is to keep us busy.
    return origin.steps.count < 12 ? .origin(origin) : nil
  }

  private mutating func callMethod(_ instruction: CodeInstruction, _ frame: inout CodeFrame) {
    let (a, b, c) = (instruction.a, instruction.b, instruction.c)
    let object = frame[b]
    let key = instruction.k ? frame.prototype.constant(c) : frame.constant(in: c)
    var method: Fact?
    if case .origin(let origin)? = object, case .string(let name)? = key {
      method = note(origin.then(.method(name)), frame)
    }
    frame.set(a + 1, object)
    frame.set(a, method)
  }

  private mutating func assign(
    _ target: Fact?, _ key: ScriptValue?, _ instruction: CodeInstruction, _ frame: CodeFrame
  ) {
    if !instruction.k { give(frame[instruction.c]) }
    let value = frame.value(instruction)
    guard case .string(let name)? = key else {
      if case .table(let number)? = target { tables[number].table.isWhole = false }
      return
    }
    switch target {
    case .globals?:
      _ = note(.init(root: .globals, steps: [.field(name)]), isAssigned: true, frame)
    case .origin(let origin)?: _ = note(origin.then(.field(name)), isAssigned: true, frame)
    case .table(let number)?:
      guard tables[number].table.fields.count < Self.mostEntries else {
        return tables[number].table.isWhole = false
      }
      tables[number].table.fields.append(.init(name: name, value: value, line: frame.line))
    default: break
    }
  }

  private mutating func addItems(_ instruction: CodeInstruction, _ frame: CodeFrame) {
    guard case .table(let number)? = frame[instruction.a] else { return }
    guard instruction.b > 0, tables[number].table.items.count < Self.mostEntries else {
      return tables[number].table.isWhole = false
    }
    for register in instruction.a + 1...instruction.a + instruction.b {
      tables[number].table.items.append(frame.constant(in: register))
    }
  }

  // MARK: functions

  private mutating func makeFunction(_ instruction: CodeInstruction, _ frame: inout CodeFrame) {
    let children = frame.prototype.children
    guard children.indices.contains(instruction.bx) else {
      return frame.forget(instruction.written)
    }
    let child = children[instruction.bx]
    let number = survey.functions.count
    walk(child, upvalues: child.upvalues.map { frame.captured($0) }, outer: frame.number)
    // What calls itself does so unseen.
    let knowsItself = child.upvalues.contains { $0.isRegister && $0.index == instruction.a }
    guard !knowsItself, frame.beginsConstant(in: instruction.a) else {
      return frame.forget(instruction.written)
    }
    survey.functions[number].isOpen = false
    frame.set(instruction.a, .origin(.init(root: .function(number), steps: [])))
  }

  private mutating func call(_ instruction: CodeInstruction, _ frame: inout CodeFrame) {
    let callee = note(instruction, frame)
    var result: Fact?
    if case .origin(let origin)? = callee {
      result = .origin(origin.then(.result))
      if origin == Self.ipairs, case .origin(let list)? = frame[instruction.a + 1] {
        result = .items(of: list)
      }
    }
    frame.forget(instruction.written)
    if instruction.c != 1 { frame.set(instruction.a, result) }
  }

  private static let ipairs = CodeSurvey.Origin(root: .globals, steps: [.field("ipairs")])

  /// Notes the call, and gives what is called.
  @discardableResult
  private mutating func note(_ instruction: CodeInstruction, _ frame: CodeFrame) -> Fact? {
    let callee = frame[instruction.a]
    guard case .origin(let origin)? = callee else { return callee }
    if let function = callee?.function { lookups[function] -= 1 }
    // Without a number there are as many as the last of them gives.
    let count = instruction.b > 0 ? instruction.b - 1 : 4
    var arguments: [CodeSurvey.Argument] = []
    for index in (1...4).prefix(count) {
      let register = instruction.a + index
      switch frame[register] {
      case .constant(let value)?: arguments.append(.constant(value))
      case .table(let number)?: arguments.append(given(number, in: register))
      case .origin(let origin)?: arguments.append(.origin(origin))
      default: arguments.append(.unknown)
      }
    }
    survey.calls.append(
      .init(
        callee: origin, arguments: arguments, function: frame.number, line: frame.line,
        isStatement: instruction.operation == .call && instruction.c == 1))
    return callee
  }

  /// The table as it is now.
  private mutating func given(_ number: Int, in register: Int) -> CodeSurvey.Argument {
    var table = tables[number].table
    room -= table.fields.count + table.items.count
    guard room > 0 else { return .unknown }
    // What stood in a variable first may have been given away.
    if tables[number].register != register { table.isWhole = false }
    return .table(table)
  }

  private mutating func leave(with count: Int, from first: Int, _ frame: CodeFrame) {
    guard count > 0 else { return }
    for register in first..<first + count { give(frame[register]) }
    let constant = frame.constant(in: first)
    guard count > 1 || constant != nil else { return }
    let values = (first..<first + min(count, 4)).map { register -> CodeSurvey.Origin? in
      if case .origin(let origin)? = frame[register] { origin } else { nil }
    }
    survey.returns.append(
      .init(values: values, constant: constant, function: frame.number, line: frame.line))
  }
}
