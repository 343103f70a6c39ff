import Engine
import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  @Suite(.timeLimit(.minutes(5)))
  struct VoiceTests {
    private static let rules = """
      account { zone = "UTC" }
      monitor "people" { "private", contacts = true, media = { transcribe = "voice" } }
      persona "me" { system = "Short.", voice = { provider = "elevenlabs", id = "abc" } }
      delay "quick" { notice = uniform("1s", "2s"), typing = cps(60, 80) }
      rule "talk" {
        when = { monitor = "people", media = "voice" },
        run = function(m, x)
          x.note("heard " .. (m:transcript() or "nothing"))
          return voice_reply { persona = "me", delay = "quick" }, "a voice note"
        end,
      }
      """

    private func speak(_ text: String, _ stage: TwinStage) async throws {
      try await stage.server.contact(Cast.alice).send(
        SpokenOgg.file(saying: text), form: .voice(duration: 3, waveform: nil), name: nil,
        mimeType: "audio/ogg", to: .user(Cast.owner))
    }

    @Test(
      "A voice note is heard and answered by a voice note with length and bars; why tells it all [A11 A12]"
    )
    func talks() async throws {
      try await TwinStage.run(rules: Self.rules) { stage in
        let settings = ["ELEVENLABS_BASE_URL": stage.models.baseURL]
        let twin = try stage.start(environment: settings)
        _ = try await twin.ready()
        try await speak("are you coming on sunday?", stage)
        let sent = try await twin.sent()
        #expect(sent.text == "so it is")
        let answer = try #require(await stage.answers(to: Cast.alice).last)
        #expect(answer.text == "")
        let id = try #require(answer.file)
        let file = try #require(await stage.server.look { $0.files[id] })
        guard case .voice(let duration, let waveform) = file.form else {
          Issue.record("\(file.form) is no voice note")
          return
        }
        #expect(duration == 1 && waveform != nil)
        #expect(SpokenOgg.text(in: file.content) == "so it is")

        let why = try await stage.program(["why"])
        for words in [
          "[voice, 3 s]", "“are you coming on sunday?”",
          "people/talk: heard are you coming on sunday?",
          "abc", "user: [voice, 3 s, transcribed] are you coming on sunday?",
          "spoken by", "“so it is”",
        ] { #expect(why.output.contains(words), "\(words) in \(why.output)") }

        let home = stage.home.file("home/voices").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: home) == [])
        twin.process.terminate()
        _ = await twin.process.ending()
      }
    }

    @Test("Killed with the voice on the disk, it is sent once, and spoken once [A12 D1]")
    func killed() async throws {
      try await TwinStage.run(rules: Self.rules) { stage in
        let settings = ["ELEVENLABS_BASE_URL": stage.models.baseURL]
        let first = try stage.start(dieAt: .beforeSpokenStored, environment: settings)
        _ = try await first.ready()
        try await speak("hello?", stage)
        _ = await first.process.ending()
        let second = try stage.start(environment: settings)
        _ = try await second.sent()
        #expect(await stage.answers(to: Cast.alice).count == 1)
        let spoken = stage.models.ledger.calls.filter { $0.path.hasPrefix("/v1/text-to-speech") }
        #expect(spoken.count == 1)
        second.process.terminate()
        _ = await second.process.ending()
      }
    }

    @Test("Who takes no voice notes gets the text, once [A12]")
    func forbidden() async throws {
      try await TwinStage.run(rules: Self.rules) { stage in
        await stage.server.plan(
          .refuse(Refusal(403, "VOICE_MESSAGES_FORBIDDEN")), for: "messages.sendMedia")
        let twin = try stage.start(environment: ["ELEVENLABS_BASE_URL": stage.models.baseURL])
        _ = try await twin.ready()
        try await speak("hello?", stage)
        _ = try await twin.sent()
        let answers = await stage.answers(to: Cast.alice)
        #expect(answers.map(\.text) == ["so it is"] && answers.allSatisfy { $0.file == nil })
        let why = try await stage.program(["why"])
        #expect(why.output.contains("sent in writing: This person takes no voice notes."))
        twin.process.terminate()
        _ = await twin.process.ending()
      }
    }

    @Test(
      "Without a key for it, nobody is asked for a voice: the text leaves, and status says why [A13]"
    )
    func off() async throws {
      try await TwinStage.run(rules: Self.rules) { stage in
        let twin = try stage.start(environment: ["OPENAI_TRANSCRIPTION_MODEL": "off"])
        _ = try await twin.ready()
        try await speak("hello?", stage)
        _ = try await twin.sent()
        #expect(await stage.answers(to: Cast.alice).map(\.text) == ["so it is"])
        #expect(stage.models.ledger.calls.allSatisfy { $0.path == "/v1/chat/completions" })
        let status = try await stage.program(["status"])
        #expect(status.output.contains("ELEVENLABS_API_KEY is not set"))
        let why = try await stage.program(["why"])
        #expect(why.output.contains("sent in writing: Speaking with ElevenLabs is off"))
        #expect(why.output.contains("m:transcript: Listening to voice notes is off"))
        twin.process.terminate()
        _ = await twin.process.ending()
      }
    }
  }
}
