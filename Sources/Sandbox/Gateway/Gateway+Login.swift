import Cryptography
import MTProto
import Model
import TelegramSchema

extension Gateway {
  mutating func sendCode(
    _ call: Methods.Auth.SendCode
  ) throws(Refusal) -> API.Auth.SentCode {
    guard call.apiId > 0, !call.apiHash.isEmpty else { throw Refusal("API_ID_INVALID") }
    let known = world.person(phone: call.phoneNumber)
    // Where the account is open elsewhere, the code goes there; otherwise to the phone.
    let isOpen = authorizations.values.contains { $0 == known?.id }
    let (hash, code) = try world.requestCode(
      for: call.phoneNumber, route: known != nil && isOpen ? .app : .sms)
    codes.append(code)
    return sent(code, hash)
  }

  mutating func resendCode(
    _ call: Methods.Auth.ResendCode
  ) throws(Refusal) -> API.Auth.SentCode {
    let (hash, code) = try world.resendCode(for: call.phoneNumber, hash: call.phoneCodeHash)
    codes.append(code)
    return sent(code, hash)
  }

  private func sent(_ code: LoginCode, _ hash: String) -> API.Auth.SentCode {
    let length = code.code.count.clamped
    return .sentCode(
      .init(
        type: code.route == .app
          ? .sentCodeTypeApp(.init(length: length)) : .sentCodeTypeSms(.init(length: length)),
        phoneCodeHash: hash, nextType: .codeTypeSms, timeout: 60))
  }

  mutating func signIn(
    _ call: Methods.Auth.SignIn, in session: SessionKey
  ) throws(Refusal) -> API.Auth.Authorization {
    let person = try world.checkCode(
      call.phoneCode ?? "", for: call.phoneNumber, hash: call.phoneCodeHash)
    guard world.passwords[person] == nil else {
      awaitingPassword[owner(of: session)] = person
      throw .passwordNeeded
    }
    return authorize(person, in: session)
  }

  mutating func importBot(
    _ call: Methods.Auth.ImportBotAuthorization, in session: SessionKey
  ) throws(Refusal) -> API.Auth.Authorization {
    guard let bot = world.bot(token: call.botAuthToken) else { throw .tokenInvalid }
    return authorize(bot.id, in: session)
  }

  /// Lets a session in, and tells the account's others of it if it `isNews`.
  mutating func authorize(
    _ person: Int64, in session: SessionKey, isNews: Bool = true
  ) -> API.Auth.Authorization {
    let key = owner(of: session)
    awaitingPassword[key] = nil
    authorizations[key] = person
    if isNews {
      let device = clients[session]?.device ?? ""
      let login = NewAuthorization(hash: key, date: world.now, device: device)
      world.deliver(.newAuthorization(login), to: person, origin: session)
    }
    let presenter = Presenter(world: world, viewer: person)
    return .authorization(.init(user: presenter.user(person)))
  }

  mutating func logOut(in session: SessionKey) throws(Refusal) -> API.Auth.LoggedOut {
    guard authorizations.removeValue(forKey: owner(of: session)) != nil else { throw .unregistered }
    return API.Auth.LoggedOut()
  }

  /// Ends an authorization from outside, as another device or Telegram itself can.
  package mutating func revoke(_ authKey: Int64) { authorizations[authKey] = nil }

  mutating func password(in session: SessionKey) throws(Refusal) -> API.Account.Password {
    guard
      let person = awaitingPassword[owner(of: session)] ?? authorizations[owner(of: session)]
    else { throw .unregistered }
    let fresh = PasswordParameters.telegram(
      salt1: random.bytes(8), salt2: random.bytes(16))
    let newAlgo = Self.algorithm(fresh)
    let newSecureAlgo = API.SecurePasswordKdfAlgo.securePasswordKdfAlgoPBKDF2HMACSHA512iter100000(
      .init(salt: random.bytes(8)))
    let secureRandom = random.bytes(256)
    guard let stored = world.passwords[person] else {
      return API.Account.Password(
        newAlgo: newAlgo, newSecureAlgo: newSecureAlgo, secureRandom: secureRandom)
    }
    guard let challenge = try? stored.verifier.challenge(random: random) else {
      throw Refusal(500, "PASSWORD_CHECK_FAILED")
    }
    let id = random.int64()
    // One open check per account is enough; a client that asks again uses the newer one.
    challenges = challenges.filter { $0.value.person != person }
    challenges[id] = (person, challenge)
    return API.Account.Password(
      currentAlgo: Self.algorithm(stored.verifier.parameters), srpB: challenge.serverValue,
      srpId: id, hint: stored.hint.isEmpty ? nil : stored.hint, newAlgo: newAlgo,
      newSecureAlgo: newSecureAlgo, secureRandom: secureRandom)
  }

  mutating func checkPassword(
    _ call: Methods.Auth.CheckPassword, in session: SessionKey
  ) throws(Refusal) -> API.Auth.Authorization {
    guard case .inputCheckPasswordSRP(let proof) = call.password else { throw .passwordInvalid }
    guard let person = awaitingPassword[owner(of: session)] else { throw .unregistered }
    guard let (owner, challenge) = challenges.removeValue(forKey: proof.srpId), owner == person
    else { throw .srpInvalid }
    guard challenge.accepts(clientValue: proof.a, proof: proof.m1) else {
      throw .passwordInvalid
    }
    return authorize(person, in: session)
  }

  private static func algorithm(_ parameters: PasswordParameters) -> API.PasswordKdfAlgo {
    .passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(
      .init(
        salt1: parameters.salt1, salt2: parameters.salt2, g: parameters.generator,
        p: parameters.prime))
  }
}
