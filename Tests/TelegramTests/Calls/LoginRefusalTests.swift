import Cryptography
import MTProto
import Model
import Sandbox
import TL
import TelegramSchema
import Testing

@testable import Telegram

/// What Telegram says to a login beside yes and no.
@Suite("Refused logins", .timeLimit(.minutes(5)))
struct LoginRefusalTests {
  private static let phone = "+15550100001"

  /// A login at a server that gives one answer to everything.
  private static func flow(_ answer: Result<any TLEncodable & Sendable, TelegramError>) -> LoginFlow
  {
    let seam = CallSeam(layers: []) { _ throws(TelegramError) in try answer.get().encoded() }
    let servers = TelegramServers(addresses: [:], keys: [], firstDC: 2)
    return LoginFlow(
      configuration: ClientConfiguration(apiID: 1, apiHash: Secret("a"), servers: servers),
      call: APICaller(seam), scanned: Signal(), move: { _ in })
  }

  private static func sent(_ type: API.Auth.SentCodeType) -> API.Auth.SentCode {
    .sentCode(.init(type: type, phoneCodeHash: "h"))
  }

  @Test(
    "Each refusal is told in plain words, with what to do and the server's own [mtproto 32]",
    arguments: [
      ("PHONE_NUMBER_INVALID", LoginError.Code.wrongPhone, "country code"),
      ("PHONE_NUMBER_BANNED", .other, "banned"), ("PHONE_NUMBER_FLOOD", .other, "tomorrow"),
      ("PHONE_NUMBER_UNOCCUPIED", .signUpRequired, "no Telegram account"),
      ("PHONE_CODE_EXPIRED", .codeExpired, "new one"),
      ("UPDATE_APP_TO_LOGIN", .other, "session string"),
      ("API_ID_INVALID", .wrongApplication, "my.telegram.org"),
      ("SEND_CODE_UNAVAILABLE", .other, "no other way"),
      ("SOMETHING_NEW_1", .other, "SOMETHING_NEW_1"),
    ])
  func refused(_ text: String, _ code: LoginError.Code, _ words: String) async throws {
    let error = TelegramError(RPCError(code: 400, text: text), to: "auth.sendCode")
    let flow = Self.flow(.failure(error))
    let refusal = await #expect(throws: LoginError.self) {
      try await flow.sendCode(to: PhoneNumber(Self.phone))
    }
    #expect(refusal?.code == code && refusal?.serverError == text)
    #expect(refusal.map { "\($0)" }?.contains(words) == true)
  }

  @Test("An account that first needs an e-mail address, or a payment, is told so [mtproto 32]")
  func notSent() async throws {
    let answers: [(API.Auth.SentCode, String)] = [
      (Self.sent(.sentCodeTypeSetUpEmailRequired(.init())), "e-mail address"),
      (
        .sentCodePaymentRequired(
          .init(
            storeProduct: "p", phoneCodeHash: "h", supportEmailAddress: "", supportEmailSubject: "",
            premiumDays: 7, currency: "USD", amount: 1)), "payment"
      ),
    ]
    for (answer, words) in answers {
      let refusal = await #expect(throws: LoginError.self) {
        try await Self.flow(.success(answer)).sendCode(to: PhoneNumber(Self.phone))
      }
      #expect(refusal?.message.contains(words) == true)
    }
  }

  @Test(
    "A code by e-mail, or of words, is asked for as such, and words keep their blanks [mtproto 32]")
  func otherCodes() async throws {
    let mail = try await Self.flow(
      .success(
        Self.sent(.sentCodeTypeEmailCode(.init(emailPattern: "r***@example.org", length: 6))))
    ).sendCode(to: PhoneNumber(Self.phone))
    #expect(mail.hint.contains("r***@example.org"))
    #expect(mail.cleaned(" 12-34 56\n") == "123456")
    let words = try await Self.flow(
      .success(Self.sent(.sentCodeTypeSmsPhrase(.init(beginning: "open"))))
    ).sendCode(to: PhoneNumber(Self.phone))
    #expect(words.hint.contains("open"))
    #expect(words.cleaned("  open  the-door\n") == "open the-door")
  }

  @Test(
    "SRP_ID_INVALID: the numbers are fetched again, and the password is tried once more [mtproto 31]",
    arguments: [1, 2])
  func staleNumbers(times: Int) async throws {
    try await SandboxStage.run { stage in
      let server = stage.server
      try await server.act { world throws(Refusal) in
        do throws(PasswordError) {
          try world.setPassword("open sesame", of: Cast.owner)
        } catch {
          Issue.record(error)
        }
      }
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        var codes = server.loginCodes().makeAsyncIterator()
        let sent = try await flow.sendCode(to: PhoneNumber(Cast.ownerPhone))
        let code = try #require(await codes.next())
        _ = try await flow.signIn(sent, code: code.code)
        await server.plan(
          .refuse(Refusal("SRP_ID_INVALID")), for: "auth.checkPassword", times: times)
        if times == 1 {
          #expect(try await flow.checkPassword(Secret("open sesame")).id == Cast.owner)
        } else {
          let refusal = await #expect(throws: LoginError.self) {
            try await flow.checkPassword(Secret("open sesame"))
          }
          #expect(refusal?.serverError == "SRP_ID_INVALID")
        }
        #expect(await stage.calls(of: "auth.checkPassword").count == 2)
      }
    }
  }
}
