internal import CLua
internal import Glibc
internal import Model

/// Swift's side of the trampoline: what the C side asks while a script runs. Nothing here can raise
/// or suspend; every question ends in an answer's code.
final class HostBridge {
  let identity: UInt64
  let limits: ScriptLimits
  private let module: (String) -> ScriptSource?
  private let missingModule: (String) -> String
  private let hints: [String: String]
  /// Of the classes that declare them.
  let fields: [String: [String]]
  /// By their numbers on the C side, each with its full name.
  private(set) var functions: [(name: String, function: HostFunction)] = []

  /// The call that the run under way waits for.
  private(set) var waitingCall: HostCall?
  /// Declarations that still lack their second step, in the order of their opening.
  private(set) var openDeclarations: [(serial: UInt32, call: HostCall)] = []
  /// The names under which Lua shows the sources in its texts, and their full names.
  private(set) var sourceNames: [String: String] = [:]
  /// Of the file loaded last, as `lua_dump` gave it.
  private var code: [UInt8]?
  private var lastChunk: [CChar] = [0]
  private var lastName = ""

  init(_ environment: ScriptEnvironment, identity: UInt64) {
    self.identity = identity
    self.limits = environment.limits
    self.module = environment.module
    self.missingModule = environment.missingModule
    self.hints = environment.hints
    fields = Dictionary(
      environment.classes.compactMap { one in one.shape.map { (one.name, $0.fields) } }
    ) { first, _ in first }
  }

  func add(_ function: HostFunction, name: String) -> UInt32 {
    functions.append((name, function))
    return UInt32(functions.count - 1)
  }

  func takeCode() -> [UInt8]? {
    defer { code = nil }
    return code
  }

  func takeWaitingCall() -> HostCall? {
    defer { waitingCall = nil }
    return waitingCall
  }

  func takeOpenDeclarations() -> [HostCall] {
    defer { openDeclarations = [] }
    return openDeclarations.map(\.call)
  }

  /// The name to load a source under. Lua cuts long ones in its texts at the end, where they tell
  /// files apart, so they are cut at the start here.
  func chunkName(for name: String) -> String {
    var short = Substring(name)
    while short.utf8.count > 52 { short = short.dropFirst() }
    let chunk = short.count == name.count ? name : "…" + short
    sourceNames[chunk] = name
    return chunk
  }

  /// Answers one question; the value is one of the CLUA_ANSWER codes.
  func answer(_ call: clua_call, in state: OpaquePointer) -> Int32 {
    if Int(call.ask) == CLUA_ASK_CODE {
      code = Array(UnsafeBufferPointer(start: call.bytes, count: call.count))
      return Int32(CLUA_ANSWER_VALUES)
    }
    var decoder = ValueDecoder(call.bytes, count: call.count, state: identity, fields: fields)
    let values = decoder.sequence()
    if decoder.hasBinaryKey {
      let text = "a table was handed over with a key that is no UTF-8 text"
      return give([.string(text)], CLUA_ANSWER_FAILURE, to: state)
    }
    switch answer(call, values) {
    case .encoded(let encoded):
      if let problem = encoded.problem(for: identity, limits: limits) {
        return give([.string(problem)], CLUA_ANSWER_FAILURE, to: state)
      }
      return give(encoded, CLUA_ANSWER_VALUES, to: state)
    case .failure(let text):
      return give([.string(text)], CLUA_ANSWER_FAILURE, to: state)
    case .wait:
      return Int32(CLUA_ANSWER_WAIT)
    }
  }

  private func give(_ values: [ScriptValue], _ code: Int, to state: OpaquePointer) -> Int32 {
    give(EncodedValues(values), code, to: state)
  }

  private func give(_ values: EncodedValues, _ code: Int, to state: OpaquePointer) -> Int32 {
    // Without memory for it the answer stays empty, which the other side reports.
    _ = values.bytes.withUnsafeBufferPointer { clua_answer(state, $0.baseAddress, $0.count) }
    return Int32(code)
  }

  private func answer(_ call: clua_call, _ values: [ScriptValue]) -> HostAnswer {
    switch Int(call.ask) {
    case CLUA_ASK_CALL, CLUA_ASK_OPEN: return run(call, values)
    case CLUA_ASK_MODULE: return source(of: values.first?.string ?? "")
    case CLUA_ASK_PHASE:
      let name = functions[Int(call.function)].name
      return .failure(
        call.running
          ? "\(name) may be called only while the file loads, not in a running rule"
          : "\(name) may be called only in a running rule, not while the file loads")
    default: return .failure(unknownName(values.compactMap(\.string)))
    }
  }

  private func run(_ call: clua_call, _ values: [ScriptValue]) -> HostAnswer {
    let (name, function) = functions[Int(call.function)]
    let hostCall = HostCall(
      function: name, arguments: values, location: location(call),
      run: call.running ? RunID(slot: call.slot, generation: call.generation) : nil)
    if Int(call.ask) == CLUA_ASK_OPEN {
      openDeclarations.append((call.serial, hostCall))
      return .nothing
    }
    if call.serial != 0 { openDeclarations.removeAll { $0.serial == call.serial } }
    let answer = function.body(hostCall)
    if case .wait = answer {
      guard function.waits else { return .failure("\(name) cannot wait, and tried to") }
      waitingCall = hostCall
    }
    return answer
  }

  private func location(_ call: clua_call) -> ScriptLocation {
    guard let file = call.file else { return ScriptLocation(file: "?", line: 0) }
    return ScriptLocation(file: sourceName(ofChunk: file), line: Int(call.line))
  }

  /// A file's calls mostly come from one source after the other.
  private func sourceName(ofChunk chunk: UnsafePointer<CChar>) -> String {
    if lastChunk.withUnsafeBufferPointer({ $0.baseAddress.map { strcmp($0, chunk) } }) == 0 {
      return lastName
    }
    let name = String(cString: chunk)
    lastChunk = Array(name.utf8CString)
    lastName = sourceNames[name] ?? name
    return lastName
  }

  private func source(of name: String) -> HostAnswer {
    guard let source = module(name) else { return .failure(missingModule(name)) }
    return .values([.string(chunkName(for: source.name)), .string(source.loadable)])
  }

  /// `words`: the container ("" for the globals), the name, then what is known.
  private func unknownName(_ words: [String]) -> String {
    guard words.count >= 2 else { return "an unknown name" }
    return UnknownName.text(words[1], in: words[0], known: words.dropFirst(2), hints: hints)
  }
}

extension ScriptSource {
  /// Without the byte order mark that some editors put first.
  var loadable: String {
    text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
