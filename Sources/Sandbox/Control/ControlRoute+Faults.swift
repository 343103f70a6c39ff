import RawAPI

extension ControlRoute {
  static let faults: [ControlRoute] = [
    ControlRoute("GET", "/faults", "the faults in force") {
      control, request throws(ControlError) in
      try request.form.finish()
      return .array(await control.server.activeFaults().map(\.json))
    },
    ControlRoute("GET", "/faults/kinds", "every fault there is, with its fields") {
      _, request throws(ControlError) in
      try request.form.finish()
      return .array(
        FaultCatalogue.entries.map {
          .object([
            .init("fault", .string($0.name)), .init("fields", .string($0.fields)),
            .init("what", .string($0.summary)),
          ])
        })
    },
    ControlRoute("POST", "/faults", "sets a fault", status: 201) {
      control, request throws(ControlError) in
      let people = await control.server.look { $0.people }
      let fault = try Fault(&request.form) { name, value throws(ControlError) in
        try Cast.find(value, as: name, among: people)
      }
      let id = await control.server.add(fault)
      return .object([.init("id", .integer(id.number))])
    },
    ControlRoute("DELETE", "/faults", "takes all faults back") {
      control, request throws(ControlError) in
      try request.form.finish()
      await control.server.clearFaults()
      return done
    },
    ControlRoute("DELETE", "/faults/*", "takes the fault of this number back") {
      control, request throws(ControlError) in
      try request.form.finish()
      let number = request.argument ?? 0
      guard await control.server.remove(FaultID(number: number)) else {
        throw ControlError(
          404, "unknown_number", "No fault \(number) is in force; GET /faults lists those that are."
        )
      }
      return done
    },
  ]

  /// What comes from outside, once.
  static let blows: [ControlRoute] = [
    ControlRoute("POST", "/connections/cut", "cuts all connections; of one account: account") {
      control, request throws(ControlError) in
      let account = try await control.person("account", &request)
      try request.form.finish()
      await control.server.cutConnections(of: account)
      return done
    },
    ControlRoute(
      "POST", "/connections/refuse", "closes every new connection at once, until refuse is false"
    ) { control, request throws(ControlError) in
      let refuses = try request.form.flag("refuse") ?? true
      try request.form.finish()
      await control.server.refuseConnections(refuses)
      return done
    },
    ControlRoute("POST", "/answers/release", "sends the answers and updates that are held") {
      control, request throws(ControlError) in
      try request.form.finish()
      await control.server.releaseAnswers()
      return done
    },
    ControlRoute("POST", "/sessions/forget", "forgets all sessions, as a restart does") {
      control, request throws(ControlError) in
      try request.form.finish()
      await control.server.forgetSessions()
      return done
    },
    ControlRoute("POST", "/keys/forget", "forgets all temporary keys: -404 for them") {
      control, request throws(ControlError) in
      try request.form.finish()
      await control.server.forgetTemporaryKeys()
      return done
    },
    ControlRoute("POST", "/authorizations/revoke", "ends all logins of an account: account") {
      control, request throws(ControlError) in
      let account = try ControlForm.required(
        try await control.person("account", &request), "account")
      try request.form.finish()
      await control.server.revokeAuthorizations(of: account)
      return done
    },
    ControlRoute("POST", "/files/expire", "file references expire; of one file: file") {
      control, request throws(ControlError) in
      let file = try request.form.integer("file")
      try request.form.finish()
      if let file, await control.server.look({ $0.files[file] == nil }) {
        throw ControlError(404, "unknown_number", "There is no file \(file).")
      }
      await control.server.expireFileReferences(of: file)
      return done
    },
  ]
}
