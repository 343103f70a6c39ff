import Foundation

/// What was asked to be heard or spoken.
package enum SpeechCall: Sendable, Hashable {
  /// `POST /v1/audio/transcriptions`
  case transcription(file: [UInt8], fileName: String, model: String)
  /// `POST /v1/audio/speech`
  case speech(text: String, voice: String, model: String, format: String)
  /// `POST /v1/text-to-speech/{voice}`
  case elevenLabs(text: String, voice: String, model: String, format: String)
}

/// Decides what the server says to one of these; if it throws, the connection is closed without an answer.
package typealias SpeechScript = @Sendable (SpeechCall) async throws -> SpeechReply

package enum SpeechReply: Sendable {
  case heard(String)
  /// Sent as it is, be it a sound or not.
  case sound([UInt8])
  case failure(ChatFailure)
  /// In ElevenLabs' form (elevenlabs.io/docs/api-reference/errors).
  case elevenLabsFailure(status: Int, code: String, message: String)
}

/// The ears and voices of the sandbox when no test scripts them: what is spoken can be heard again, to the
/// letter, and of other sounds the same is always heard in the same one.
package enum SpeechManner {
  package static let script: SpeechScript = { call in
    switch call {
    case .speech(let text, _, _, _), .elevenLabs(let text, _, _, _):
      .sound(SpokenOgg.file(saying: text, seed: hash(Array(text.utf8))))
    case .transcription(let file, _, _): .heard(words(in: file))
    }
  }

  package static func words(in file: [UInt8]) -> String {
    SpokenOgg.text(in: file) ?? lines[Int(hash(file) % UInt64(lines.count))]
  }

  private static let lines = [
    "are you coming on sunday?", "call me when you can, it is nothing urgent",
    "i am on my way, ten minutes", "did you see where i left the blue folder?",
    "that was a lovely evening, thank you",
  ]

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension SpeechCall {
  /// Nil if the path is none of these; a failure if the body does not fit it.
  static func read(_ call: ChatCall) -> Result<SpeechCall, SpeechRefusal>? {
    switch call.path {
    case "/v1/audio/transcriptions": transcription(call)
    case "/v1/audio/speech": speech(call)
    case let path where path.hasPrefix(elevenLabsPath): elevenLabs(call)
    default: nil
    }
  }

  private static let elevenLabsPath = "/v1/text-to-speech/"

  private static func transcription(_ call: ChatCall) -> Result<SpeechCall, SpeechRefusal> {
    guard let form = FormData(call) else {
      return .failure(.openAI("We could not parse your multipart form."))
    }
    guard let model = form.text("model"), !model.isEmpty else {
      return .failure(.openAI("you must provide a model parameter"))
    }
    guard let file = form.file("file"), !file.bytes.isEmpty else {
      return .failure(.openAI("'file' is a required property"))
    }
    let ending = file.name.split(separator: ".").last.map(String.init) ?? ""
    guard
      ["flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm"].contains(ending)
    else { return .failure(.openAI("Invalid file format.")) }
    return .success(.transcription(file: file.bytes, fileName: file.name, model: model))
  }

  private static func speech(_ call: ChatCall) -> Result<SpeechCall, SpeechRefusal> {
    struct Body: Decodable {
      var model: String
      var voice: String
      var input: String
      var format: String?

      enum CodingKeys: String, CodingKey {
        case model, voice, input
        case format = "response_format"
      }
    }
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(call.body)) else {
      return .failure(.openAI("We could not parse the JSON body of your request."))
    }
    guard (1...4096).contains(body.input.count) else {
      return .failure(.openAI("input must have 1 to 4096 characters"))
    }
    return .success(
      .speech(
        text: body.input, voice: body.voice, model: body.model,
        format: body.format ?? "mp3"))
  }

  private static func elevenLabs(_ call: ChatCall) -> Result<SpeechCall, SpeechRefusal> {
    struct Body: Decodable {
      var text: String
      var model: String?

      enum CodingKeys: String, CodingKey {
        case text
        case model = "model_id"
      }
    }
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(call.body)), !body.text.isEmpty
    else { return .failure(.elevenLabs("The body is not a request for speech.")) }
    return .success(
      .elevenLabs(
        text: body.text, voice: String(call.path.dropFirst(elevenLabsPath.count)),
        model: body.model ?? "eleven_multilingual_v2",
        format: call.query.first { $0.name == "output_format" }?.value ?? "mp3_44100_128"))
  }
}

struct SpeechRefusal: Error {
  var reply: SpeechReply

  static func openAI(_ message: String) -> SpeechRefusal {
    SpeechRefusal(
      reply: .failure(ChatFailure(status: 400, type: "invalid_request_error", message: message)))
  }

  static func elevenLabs(_ message: String) -> SpeechRefusal {
    SpeechRefusal(
      reply: .elevenLabsFailure(status: 422, code: "invalid_request", message: message))
  }
}

/// The parts of a form with files (RFC 7578).
private struct FormData {
  private var parts: [(head: String, bytes: [UInt8])] = []

  init?(_ call: ChatCall) {
    guard let type = call.header("content-type"), type.hasPrefix("multipart/form-data"),
      let boundary = type.split(separator: "boundary=").dropFirst().first, !boundary.isEmpty
    else { return nil }
    let line = Array("--\(boundary)".utf8)
    let gap = Array("\r\n\r\n".utf8)
    var rest = call.body[...]
    guard let first = rest.firstRange(of: line) else { return nil }
    rest = rest[first.upperBound...]
    while let next = rest.firstRange(of: line), parts.count < 50 {
      let part = rest[..<next.lowerBound].dropLast(2)
      rest = rest[next.upperBound...]
      guard let split = part.firstRange(of: gap) else { return nil }
      parts.append(
        (
          String(decoding: part[..<split.lowerBound], as: UTF8.self),
          Array(part[split.upperBound...])
        )
      )
    }
  }

  func text(_ name: String) -> String? {
    part(name).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func file(_ name: String) -> (name: String, bytes: [UInt8])? {
    guard let part = part(name), let start = part.head.range(of: "filename=\"") else { return nil }
    return (String(part.head[start.upperBound...].prefix { $0 != "\"" }), part.bytes)
  }

  private func part(_ name: String) -> (head: String, bytes: [UInt8])? {
    parts.first { $0.head.contains(" name=\"\(name)\"") }
  }
}
