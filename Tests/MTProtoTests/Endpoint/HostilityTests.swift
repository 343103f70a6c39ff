import Cryptography
import TelegramSchema
import Testing

@testable import MTProto

/// Hours of a bad network and a forgetful server, by seed.
@Suite struct HostilityTests {
  /// What happens to the client, its clock, the wire or the server.
  private enum Trouble: String, CaseIterable {
    case none
    case cut
    case losePackets
    case loseAnswers
    case newSalts
    case wallClock
    case forgetBinding
    case forgetTemporaryKeys
    case forgetSessions
    case refuseBinding
    case hour
    case day
  }

  private func strike(
    _ trouble: Trouble, _ rig: inout EndpointRig, _ random: inout RandomSource
  ) {
    var left = Int.random(in: 0..<6, using: &random)
    let allows: ([UInt8]) -> Bool = { _ in
      left -= 1
      return left >= 0
    }
    switch trouble {
    case .none: break
    case .cut: rig.reconnect()
    case .losePackets: rig.toServer = allows
    case .loseAnswers: rig.toClient = allows
    case .newSalts: for id in rig.sessions.keys { rig.sessions[id]?.salt = random.int64() }
    case .wallClock: rig.skew = .seconds(Int64.random(in: -5000...5000, using: &random))
    case .forgetBinding: for id in rig.temporaryKeys { rig.keys[id]?.owner = nil }
    case .forgetTemporaryKeys: for id in rig.temporaryKeys { rig.keys[id] = nil }
    case .forgetSessions: rig.sessions = [:]
    case .refuseBinding: rig.bindingRefusals = ["INTERNAL_SERVER_ERROR"]
    case .hour: rig.pass(.seconds(3600))
    case .day: rig.pass(.seconds(86_000), step: .seconds(24))
    }
  }

  @Test(
    "Whatever is lost, forgotten or refused: each call is answered once, under good keys [mtproto 13, 14, 18, 20, 24]",
    arguments: 0..<24 as Range<UInt64>)
  func storm(seed: UInt64) throws {
    var rig = try EndpointRig(seed: seed)
    var random = RandomSource.seeded(seed)
    var ids: [CallID] = []
    var troubles: [Trouble] = []
    rig.connect()
    for round in 0..<24 {
      if !rig.isConnected { rig.connect() }
      ids.append(rig.call(Int32(round)))
      let trouble = Trouble.allCases.randomElement(using: &random) ?? .none
      troubles.append(trouble)
      strike(trouble, &rig, &random)
      rig.advance(by: .seconds(Int64.random(in: 0..<90, using: &random)))
      rig.toServer = { _ in true }
      rig.toClient = { _ in true }
    }
    for _ in 0..<12 {
      if !rig.isConnected { rig.connect() }
      rig.pass(.seconds(100))
    }
    let lost = zip(ids, 0...).filter { !rig.isAnswered($0.0) }.map {
      ($0.1, rig.results[$0.0] as Any)
    }
    #expect(lost.isEmpty, "\(lost) \(troubles.map(\.rawValue))")
    #expect(Set(rig.executedNumbers) == Set(0..<24), "\(troubles.map(\.rawValue))")
    #expect(rig.usedKeys.isDisjoint(with: rig.permanentKeys))
    #expect(!rig.client.isForgotten)
    // Who forgets sessions and keys also forgets what was carried out in them.
    let forgets: Set<Trouble> = [.forgetSessions, .forgetTemporaryKeys]
    if forgets.isDisjoint(with: troubles) {
      #expect(rig.executedNumbers.count == 24, "\(rig.executedNumbers) \(troubles.map(\.rawValue))")
    }
    // Acknowledgements get lost, and a clock that jumps is found out by a refusal.
    let conduct = rig.conduct.excusing([.ackMissing, .idTooOld, .idTooNew])
    #expect(conduct.isFlawless, "\(conduct) \(troubles.map(\.rawValue))")
  }
}
