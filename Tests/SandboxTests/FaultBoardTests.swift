import Testing

@testable import Sandbox

@Suite("Fault board")
struct FaultBoardTests {
  @Test("Faults strike in the order in which they were added, as often as they were asked to")
  func order() {
    var board = FaultBoard()
    board.add(Fault(.loseAnswer, method: "a.b", times: 2))
    board.add(.always(.holdAnswer, method: "a.*"))
    let strikes = (0..<4).map { _ in board.take(.call, method: "a.b")?.kind }
    #expect(strikes == [.loseAnswer, .loseAnswer, .holdAnswer, .holdAnswer])
    #expect(board.take(.call, method: "b.a") == nil && board.take(.packet) == nil)
    #expect(board.active.map(\.strikes) == [2])
  }

  @Test("A fault of one account strikes nobody else, and nobody who is not logged in")
  func account() {
    var board = FaultBoard()
    board.add(Fault(.losePacket, account: 5))
    #expect(board.take(.packet) == nil && board.take(.packet, account: 6) == nil)
    #expect(board.take(.packet, account: 5)?.kind == .losePacket)
    #expect(board.active.isEmpty)
  }

  @Test("Occasions are let pass first; a chance gives the same strikes for the same seed")
  func chance() {
    func strikes(seed: UInt64) -> [Bool] {
      var board = FaultBoard()
      board.add(Fault(.loseUpdate, times: nil, skipping: 3, probability: 0.3, seed: seed))
      return (0..<200).map { _ in board.take(.update) != nil }
    }
    let first = strikes(seed: 1)
    #expect(first == strikes(seed: 1) && first != strikes(seed: 2))
    #expect(!first.prefix(3).contains(true))
    #expect((30...90).contains(first.count { $0 }))
  }

  @Test("Skews add up, and go with their faults")
  func skew() {
    var board = FaultBoard()
    let id = board.add(.always(.clockSkew(.seconds(3600))))
    board.add(.always(.clockSkew(.seconds(-60))))
    #expect(board.clockSkew == .seconds(3540))
    #expect(board.remove(id) && !board.remove(id))
    #expect(board.clockSkew == .seconds(-60))
    board.clear()
    #expect(board.clockSkew == .zero)
  }
}
