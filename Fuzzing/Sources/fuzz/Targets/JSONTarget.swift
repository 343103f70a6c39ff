import SchemaFilling
import SchemaGenerator
import TL

@testable import RawAPI

/// JSON to TL and back: any text is refused or encoded; any value is written as JSON that means it.
struct JSONTarget: FuzzTarget {
  static let name = "json"

  static func seeds() throws -> [[UInt8]] {
    let api = try Definitions.schema("api")
    var filler = Filler([api, try Definitions.schema("mtproto")], seed: 2)
    let values = api.definitions.filter { $0.id % 16 == 0 }.map { filler.fill($0) }
      .filter { $0.count < 1000 }
    let calls = [
      #"messages.sendMessage {"peer":"@alice","message":"тест 👋 \u0041\ud83d\ude00"}"#,
      #"messages.getHistory {"peer":{"_":"inputPeerSelf"},"limit":-1.5e3,"hash":"9223372036854775807"}"#,
      #"invokeWithLayer {"layer":229,"query":{"_":"help.getConfig"}}"#,
      #"upload.saveFilePart {"file_id":1,"file_part":0,"bytes":"AAECAw=="}"#,
      #"messages.getMessages {"id":[{"_":"inputMessageID","id":7},null,true,false,[[{}]]]}"#,
    ]
    return values.map { [0] + $0 } + calls.map { [1] + Array($0.utf8) }
      + calls.map { [2] + Array($0.utf8.drop { $0 != UInt8(ascii: "{") }) }
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    switch choices.number(below: 3) {
    case 0: value(choices.remainder())
    case 1: call(String(decoding: choices.remainder(), as: UTF8.self))
    default: text(String(decoding: choices.remainder(), as: UTF8.self))
    }
  }

  private func value(_ bytes: [UInt8]) {
    guard let json = try? RawValue.json(bytes) else { return }
    let text = json.text(isIndented: bytes.count % 2 == 0)
    demand((try? JSONParser.parse(text)) == json, "JSON that was written is not what is read")
    guard let written = try? RawValue.bytes(text) else { return }
    demand(written.count <= bytes.count, "what is written is longer than what was read")
    demand((try? RawValue.json(written)) == json, "TL that was written says something else")
  }

  private func call(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2,
      let call = try? RawCall(
        method: String(parts[0]), arguments: String(parts[1]), randomID: { 7 })
    else { return }
    guard let encoded = try? call.encoded() else {
      demand(!call.peers.isEmpty, "a call that was accepted cannot be encoded")
      return
    }
    demand((try? RawValue.json(encoded)) != nil, "an encoded call cannot be read")
  }

  private func text(_ text: String) {
    guard let value = try? JSONParser.parse(text) else {
      _ = try? RawValue.bytes(text)
      return
    }
    for isIndented in [false, true] {
      demand(
        (try? JSONParser.parse(value.text(isIndented: isIndented))) == value,
        "JSON that was written is not what is read")
    }
    _ = try? RawValue.bytes(text)
  }
}
