/// One instruction of Lua 5.4's machine, as far as a survey looks at it.
///
/// Layout and meaning are those of lopcodes.h, which are fixed for all of 5.4.
struct CodeInstruction {
  let word: UInt32

  var operation: Operation? { Operation(rawValue: UInt8(word & 0x7F)) }
  var a: Int { Int(word >> 7 & 0xFF) }
  var b: Int { Int(word >> 16 & 0xFF) }
  var c: Int { Int(word >> 24) }
  /// Whether C names a constant and not a register.
  var k: Bool { word >> 15 & 1 == 1 }
  var bx: Int { Int(word >> 15) }
  var ax: Int { Int(word >> 7) }
  var signedBx: Int { bx - 0xFFFF }
  var signedJump: Int { Int(word >> 7) - 0xFF_FFFF }

  /// In the order of their numbers.
  enum Operation: UInt8 {
    case move, loadInteger, loadFloat, loadConstant, loadConstantExtra, loadFalse, loadFalseSkip
    case loadTrue, loadNil, getUpvalue, setUpvalue
    case getGlobal, getTable, getItem, getField
    case setGlobal, setTable, setItem, setField
    case newTable, method
    case addI, addK, subK, mulK, modK, powK, divK, idivK, bandK, borK, bxorK, shrI, shlI
    case add, sub, mul, mod, pow, div, idiv, band, bor, bxor, shl, shr
    case metaBinary, metaBinaryI, metaBinaryK
    case negative, bitNot, not, length, concat
    case close, toBeClosed, jump
    case equal, less, lessOrEqual, equalK, equalI, lessI, lessOrEqualI, greaterI, greaterOrEqualI
    case test, testSet
    case call, tailCall, `return`, return0, return1
    case forLoop, forPrepare, eachPrepare, eachCall, eachLoop
    case setList, closure, varargs, prepareVarargs, extra
  }

  /// The last register of a frame.
  static let lastRegister = 255

  /// The registers that hold something else afterwards. What lies above a call's first register is the
  /// called function's.
  var written: ClosedRange<Int>? {
    switch operation {
    case .setUpvalue, .setGlobal, .setTable, .setItem, .setField, .metaBinary, .metaBinaryI,
      .metaBinaryK, .close, .toBeClosed, .jump, .equal, .less, .lessOrEqual, .equalK, .equalI,
      .lessI, .lessOrEqualI, .greaterI, .greaterOrEqualI, .test, .tailCall, .return, .return0,
      .return1, .eachPrepare, .setList, .prepareVarargs, .extra:
      return nil
    case nil: return 0...Self.lastRegister
    case .loadNil: return clamped(a, a + b)
    case .method: return clamped(a, a + 1)
    case .concat: return clamped(a, a + max(b, 1) - 1)
    case .call: return clamped(a, Self.lastRegister)
    case .varargs: return c == 1 ? nil : clamped(a, c == 0 ? Self.lastRegister : a + c - 2)
    case .forLoop, .forPrepare: return clamped(a, a + 3)
    case .eachCall: return clamped(a + 4, Self.lastRegister)
    case .eachLoop: return clamped(a + 2, a + 2)
    default: return a...a
    }
  }

  private func clamped(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    min(first, Self.lastRegister)...min(max(first, last), Self.lastRegister)
  }

  /// Where it may go on, other than at the next one.
  func jumps(at position: Int) -> [Int] {
    switch operation {
    case .jump: [position + 1 + signedJump]
    case .equal, .less, .lessOrEqual, .equalK, .equalI, .lessI, .lessOrEqualI, .greaterI,
      .greaterOrEqualI, .test, .testSet, .loadFalseSkip:
      [position + 2]
    case .forLoop, .eachLoop: [position + 1 - bx]
    case .forPrepare: [position + 2 + bx]
    case .eachPrepare: [position + 1 + bx]
    default: []
    }
  }
}
