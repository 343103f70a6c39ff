import Foundation
import Scripting
import Testing

@testable import Rules

@Suite("JSON in rules")
struct JSONTests {
  @Test(
    "A JSON text is read",
    arguments: [
      ("1", 1), ("-0", 0), ("9223372036854775807", .integer(.max)), ("1.5e3", 1500.0),
      ("92233720368547758080", .number(92_233_720_368_547_758_080)),
      (#""a\n\u00e9\ud83d\ude00\/""#, "a\né😀/"),
      ("[]", []), (" [ 1 , null , [ true ] ] ", [1, [true]]), ("{}", [:]),
      (#"{"b":1,"a":{"c":null},"b":2}"#, ["a": [:], "b": 2]), ("null", .nil), ("false", false),
    ] as [(String, ScriptValue)])
  func reads(text: String, value: ScriptValue) throws {
    #expect(try JSONText.decode(text) == value)
  }

  @Test(
    "What is no JSON is refused, with its place",
    arguments: [
      ("", "it ends too early (line 1, column 1)"),
      ("[1,\n 2", "',' or ']' was expected (line 2, column 3)"),
      ("[1,]", "a value was expected (line 1, column 4)"),
      ("{a:1}", "a name in quotes was expected (line 1, column 2)"),
      ("1 2", "something follows its end (line 1, column 3)"),
      ("01", "something follows its end (line 1, column 2)"),
      ("1.", "a digit was expected (line 1, column 3)"),
      ("1e999", "the number is too large (line 1, column 6)"),
      ("\"a", "a text has no end (line 1, column 3)"),
      (#""\ud800x""#, "half of a character stands alone (line 1, column 8)"),
      (#""\x""#, "'\\' is followed by something that it does not go with (line 1, column 3)"),
      ("\"\n\"", "a line break or control character stands in a text (line 1, column 2)"),
      ("nul", "a value was expected (line 1, column 1)"),
      (#"{"a" 1}"#, "':' was expected (line 1, column 6)"),
      (String(repeating: "[", count: 100_000), "nested deeper than 32 (line 1, column 33)"),
      (String(repeating: #"{"a":"#, count: 100_000), "nested deeper than 32 (line 1, column 161)"),
    ])
  func refuses(text: String, message: String) {
    #expect(throws: GrammarError(message: "not JSON: \(message)")) { try JSONText.decode(text) }
  }

  @Test("Keys that look the same are not merged unseen")
  func sameKeys() {
    let table = ScriptTable(fields: [
      .init(name: "\u{e9}", value: 1), .init(name: "e\u{301}", value: 2),
    ])
    #expect(
      throws: GrammarError(
        message: "two keys of the table are both \"e\u{301}\" but for their bytes")
    ) { try JSONText.encode(.table(table)) }
  }

  @Test("Tables go out and come in the same, as deep as may be; deeper ones are refused [C3]")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(try JSONText.encode(try JSONText.decode(nested(32))) == nested(32))
    #expect(throws: GrammarError.self) { try JSONText.decode(nested(33)) }
  }

  @Test("What is read agrees with Foundation's reader, on texts changed at random")
  func agrees() throws {
    let base = Array(#"{"a":[1,-2.5e1,"x\u00e9",null],"b":{"c":true,"d":[[],{}]},"e":0}"#.utf8)
    var state: UInt64 = 1
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var taken = 0
    for _ in 0..<4000 {
      var bytes = base
      for _ in 0...below(2) {
        let at = below(bytes.count)
        switch below(3) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = base[below(base.count)]
        default: bytes.insert(base[below(base.count)], at: at)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let ours = (try? JSONText.decode(text)) != nil
      let theirs =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      // Foundation lets a comma stand before the end of a list.
      let hasStrayComma = text.contains(",]") || text.contains(",}")
      #expect(ours == theirs || hasStrayComma && !ours, "\(text)")
      taken += ours ? 1 : 0
    }
    #expect(taken > 100)
  }
}
