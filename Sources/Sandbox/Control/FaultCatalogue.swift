import Foundation
import Model
import RawAPI

/// The faults as the control port names them, with what they need to be told.
struct FaultCatalogue {
  typealias Make = @Sendable (inout ControlForm) throws(ControlError) -> FaultKind

  struct Entry: Sendable {
    let name: String
    /// Its own fields, for people.
    let fields: String
    /// What happens, one sentence.
    let summary: String
    let make: Make

    init(_ name: String, _ summary: String, fields: String = "", make: @escaping Make) {
      self.name = name
      self.summary = summary
      self.fields = fields
      self.make = make
    }

    init(_ name: String, _ kind: FaultKind, _ summary: String) {
      self.init(name, summary) { _ throws(ControlError) in kind }
    }
  }

  static let entries: [Entry] = calls + refusals + updates + packets + others

  static func kind(
    named name: String, _ form: inout ControlForm
  ) throws(ControlError) -> FaultKind {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw ControlError(
        "unknown_fault",
        "There is no fault \"\(name.prefix(60))\""
          + Suggestion.clause(for: name, among: entries.map(\.name))
          + " GET /faults/kinds lists them all.")
    }
    return try entry.make(&form)
  }

  static func seconds(_ form: inout ControlForm) throws(ControlError) -> Duration {
    let seconds = try ControlForm.required(
      try form.number("seconds", in: 0...86_400), "seconds")
    return .milliseconds(Int64((seconds * 1000).rounded()))
  }

  private static func code(
    _ form: inout ControlForm, in range: ClosedRange<Int64>
  ) throws(ControlError) -> Int32 {
    Int32(clamping: try ControlForm.required(try form.integer("code", in: range), "code"))
  }

  private static func wait(
    _ make: @escaping @Sendable (Int) -> FaultKind
  ) -> Make {
    { form throws(ControlError) in
      make(
        Int(try ControlForm.required(try form.integer("seconds", in: 0...10_000_000), "seconds")))
    }
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ form: inout ControlForm, as type: Value.Type
  ) throws(ControlError) -> Value where Value.RawValue == String {
    let text = try ControlForm.required(try form.text(name), name)
    guard let value = Value(rawValue: text.uppercased()) else {
      let known = Value.allCases.map(\.rawValue)
      throw ControlError(
        "bad_value",
        "\"\(name)\" may be \(known.joined(separator: ", "))"
          + Suggestion.clause(for: text, among: known))
    }
    return value
  }

  private static let calls: [Entry] = [
    Entry("drop_call", .dropCall, "Lost before it is carried out, as if it had never arrived."),
    Entry("cut_before_call", .cutBeforeCall, "The same, and the connection is cut."),
    Entry("lose_answer", .loseAnswer, "Carried out; the answer is lost for good."),
    Entry(
      "cut_before_answer", .cutBeforeAnswer,
      "Carried out; the connection is cut, and the answer waits for the next one."),
    Entry("hold_answer", .holdAnswer, "Carried out; the answer waits for POST /answers/release."),
    Entry("delay_answer", "Carried out; the answer comes later.", fields: "seconds") {
      form throws(ControlError) in .delayAnswer(try seconds(&form))
    },
    Entry(
      "unknown_result", .unknownResult,
      "Carried out; the answer has a constructor that no schema knows."),
    Entry("bomb_result", .bombResult, "Carried out; the answer is a gzip bomb."),
    Entry("answer", "Carried out; this value of TL is the answer.", fields: "base64") {
      form throws(ControlError) in
      let text = try ControlForm.required(try form.text("base64"), "base64")
      guard let bytes = Data(base64Encoded: text), !bytes.isEmpty else {
        throw ControlError("bad_value", "\"base64\" is not base64, or empty.")
      }
      return .answer(Array(bytes))
    },
    Entry(
      "bad_message", "Not carried out; bad_msg_notification is the answer.",
      fields: "code: 16, 17, 18, 19, 20, 32, 33, 34, 35, 48, 64"
    ) { form throws(ControlError) in .badMessage(try code(&form, in: 1...1000)) },
    Entry("bad_salt", .badSalt, "Not carried out; the salt changes, and bad_server_salt tells so."),
  ]

  private static let refusals: [Entry] = [
    Entry(
      "refuse", "Not carried out; an error is the answer.",
      fields: "text: PEER_FLOOD; code: 400 unless it says otherwise"
    ) { form throws(ControlError) in
      let text = try ControlForm.required(try form.text("text"), "text")
      let code = try form.integer("code", in: -1000...1000) ?? 400
      return .refuse(Refusal(Int32(clamping: code), String(text.prefix(200))))
    },
    Entry("flood_wait", "FLOOD_WAIT_n.", fields: "seconds", make: wait { .floodWait($0) }),
    Entry(
      "premium_wait", "FLOOD_PREMIUM_WAIT_n, as parts of files get it.", fields: "seconds",
      make: wait { .premiumWait($0) }),
    Entry("slowmode_wait", "SLOWMODE_WAIT_n.", fields: "seconds", make: wait { .slowmodeWait($0) }),
    Entry(
      "migrate", "PHONE_, USER_, NETWORK_ or FILE_MIGRATE_n.",
      fields: "what: phone, user, network, file; dc: the data center's number"
    ) { form throws(ControlError) in
      let what = try choice("what", &form, as: FaultKind.Migration.self)
      let dc = try ControlForm.required(try form.integer("dc", in: 1...999), "dc")
      return .migrate(what, to: Int(dc))
    },
    Entry(
      "end_session", "The key or the account serves no longer.",
      fields:
        "error: AUTH_KEY_UNREGISTERED, SESSION_REVOKED, USER_DEACTIVATED, AUTH_KEY_DUPLICATED"
    ) { form throws(ControlError) in
      .end(try choice("error", &form, as: FaultKind.Ending.self))
    },
    Entry(
      "expired_reference", .expiredReference,
      "FILE_REFERENCE_EXPIRED; POST /files/expire makes references expire for good."),
  ]

  private static let updates: [Entry] = [
    Entry("lose_update", .loseUpdate, "An update is not pushed."),
    Entry("double_update", .doubleUpdate, "It is pushed twice."),
    Entry("reorder_update", .reorderUpdate, "It is pushed after the one that follows it."),
    Entry("delay_update", "It is pushed later.", fields: "seconds") {
      form throws(ControlError) in .delayUpdate(try seconds(&form))
    },
    Entry(
      "unknown_update", .unknownUpdate,
      "An update with a constructor that no schema knows comes in its place."),
  ]

  private static let packets: [Entry] = [
    Entry("lose_packet", .losePacket, "A packet of the server's is lost."),
    Entry("double_packet", .doublePacket, "It comes twice."),
    Entry("damage_packet", .damagePacket, "A bit of its msg_key is flipped."),
    Entry("cut_in_packet", .cutInPacket, "Half of it comes, then the connection is cut."),
    Entry(
      "foreign_session", .foreignSession,
      "A message for a session that there is not comes before it."),
    Entry("even_id", .evenID, "A message with a client's id comes before it."),
    Entry("id_ahead", .idAhead, "A message of a minute ahead comes before it."),
    Entry("id_behind", .idBehind, "A message of ten minutes ago comes before it."),
    Entry("gzip_bomb", .gzipBomb, "A message that unpacks to 24 MiB comes before it."),
    Entry(
      "deep_container", .deepContainer,
      "Containers within containers, deeper than 8, come before it."),
    Entry(
      "malformed_sibling", .malformedSibling,
      "It comes in a container, behind a message that is damaged inside."),
    Entry("junk", .junk, "A frame of random bytes comes before it."),
    Entry(
      "oversized_frame", .oversizedFrame,
      "The beginning of a frame above 4 MiB comes in its place."),
    Entry(
      "transport_error",
      "A code of the transport comes in its place, and the connection is closed.",
      fields: "code: -404, -429, -444"
    ) { form throws(ControlError) in .transportError(try code(&form, in: -1000 ... -1)) },
    Entry(
      "silence", .silence,
      "From this packet on the connection is open and dead, until the client gives it up."),
  ]

  private static let others: [Entry] = [
    Entry("refuse_connection", .refuseConnection, "A new connection is closed at once."),
    Entry(
      "refuse_exchange", "A code of the transport is the answer to a packet of a key exchange.",
      fields: "code: -404, -429, -444"
    ) { form throws(ControlError) in .refuseExchange(try code(&form, in: -1000 ... -1)) },
    Entry(
      "clock_skew", "The server's clock is off, for as long as the fault is set.",
      fields: "seconds: above zero it is ahead"
    ) { form throws(ControlError) in
      let seconds = try ControlForm.required(
        try form.integer("seconds", in: -1_000_000...1_000_000), "seconds")
      return .clockSkew(.seconds(seconds))
    },
  ]
}
