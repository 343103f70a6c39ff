import Foundation
import Model
import RawAPI
import Sandbox
import Testing

@testable import understudy

extension Integration {
  @Suite(.timeLimit(.minutes(5)))
  struct CallTests {
    private func call(_ stage: TwinStage, _ arguments: [String], input: [String] = []) async throws
      -> Program.Outcome
    {
      try await Program.run(
        ["call"] + arguments, home: stage.home, input: input, environment: stage.environment)
    }

    @Test(
      "Any method by name with JSON in and out: peers by name, arguments from a file and by pipe",
      .timeLimit(.minutes(5)))
    func calls() async throws {
      try await TwinStage.run { stage in
        let config = try await call(stage, ["help.getConfig", "--compact"])
        #expect(config.status == 0, "\(config.errors)")
        #expect(config.output.hasPrefix(#"{"_":"config","#))
        #expect(config.output.contains(#""dc_options":[{"_":"dcOption","static":true"#))

        let full = try await call(stage, ["users.getFullUser", #"{"id": "@alicemoreno"}"#])
        try #require(full.status == 0, "\(full.errors)")
        #expect(full.output.contains("\n    \"_\": \"userFull\","))
        #expect(full.output.contains("\"first_name\": \"Alice\""))

        var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
        try stage.home.write(
          #"{"peer": \#(Cast.alice), "message": "by hand", "silent": true}"#, to: "send.json")
        let file = stage.home.file("send.json").path
        let unknown = try await call(
          stage, ["messages.sendMessage", #"{"peer": 4999999999, "message": "to whom"}"#])
        #expect(unknown.errors.contains("$.peer: No access hash is known"))
        // Whoever stands in the dialogs is known by the id alone since the login.
        let sent = try await call(stage, ["messages.sendMessage", "@\(file)"])
        try #require(sent.output.contains("updateShortSentMessage"), "\(sent.errors)")
        #expect(await arrivals.next()?.text == "by hand")

        let piped = try await call(
          stage, ["messages.sendMessage", "-", "--compact"],
          input: [#"{"peer": "@alicemoreno", "#, #""message": "by pipe"}"#])
        try #require(piped.status == 0, "\(piped.errors)")
        #expect(await arrivals.next()?.text == "by pipe")
      }
    }

    @Test(
      "A call goes through the seam of all calls: a flood wait is told, a refusal is named",
      .timeLimit(.minutes(5)))
    func seam() async throws {
      try await TwinStage.run { stage in
        await stage.server.plan(
          .refuse(Refusal(420, "FLOOD_WAIT_900")), for: "help.getNearestDc")
        let limited = try await call(stage, ["help.getNearestDc"])
        #expect(limited.status == CommandStatus.tooManyAttempts.rawValue)
        #expect(limited.errors.contains("again in 900 s"), "\(limited.errors)")
        let refused = try await call(
          stage,
          [
            "messages.getHistory",
            #"""
            {"peer": {"_": "inputPeerUser", "user_id": 1, "access_hash": 1}, "offset_id": 0,
             "offset_date": 0, "add_offset": 0, "limit": 1, "max_id": 0, "min_id": 0, "hash": 0}
            """#,
          ])
        #expect(refused.status == CommandStatus.refused.rawValue)
        #expect(refused.errors.contains("PEER_ID_INVALID"))
        let nobody = try await call(stage, ["users.getFullUser", #"{"id": "@nobody_at_all"}"#])
        #expect(nobody.status == CommandStatus.usage.rawValue)
        #expect(nobody.errors.contains("$.id: Nobody on Telegram is called @nobody_at_all"))
      }
    }

    @Test(
      "A method and an answer without Swift types go through as any other", .timeLimit(.minutes(5)))
    func untyped() async throws {
      try await TwinStage.run { stage in
        let answer = #"""
          {"_":"help.timezonesList","timezones":[{"_":"timezone","id":"Europe/Berlin","name":"Берлин","utc_offset":3600}],"hash":7}
          """#
        await stage.server.plan(
          .answer(try RawValue.bytes(answer)), for: "help.getTimezonesList")
        let listed = try await call(
          stage, ["help.getTimezonesList", #"{"hash": 0}"#, "--compact"])
        #expect(listed.output == answer, "\(listed.errors)")
        await stage.server.plan(.answer([1, 2, 3, 4]), for: "help.getTimezonesList")
        let junk = try await call(stage, ["help.getTimezonesList", #"{"hash": 0}"#])
        #expect(junk.status == CommandStatus.refused.rawValue)
        #expect(junk.errors.contains("was carried out, but Telegram's answer could not be read"))
      }
    }

    @Test("Methods are listed and described without an account")
    func describes() async throws {
      let home = try TemporaryHome()
      let list = try await Program.run(["call", "--list", "getFull"], home: home)
      #expect(list.output.contains("users.getFullUser id → users.UserFull"))
      let description = try await Program.run(["call", "InputPeer", "--describe"], home: home)
      #expect(description.output.contains("inputPeerUser, of type InputPeer"))
      #expect(description.output.contains("access_hash  long"))
      let help = try await Program.run(["call", "--help"], home: home)
      #expect(help.output.contains("This acts on the real account"))
    }
  }
}
