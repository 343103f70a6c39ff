import Model
import Testing

@testable import Telegram

/// A chat as the server holds it, and a reader of it with several requests under way, answered in any
/// order.
private struct PagingBench {
  /// Ascending.
  var ids: [Int32]
  var paging: HistoryPaging
  private(set) var given: [Int32] = []
  private(set) var requests = 0
  private(set) var mostUnderWay = 0
  private var underWay: [HistoryPaging.Request] = []

  init(
    _ ids: some Sequence<Int32>, before: Int32? = nil, limit: Int = .max, ahead: Int = 8
  ) {
    self.ids = Array(ids)
    paging = HistoryPaging(before: before, limit: limit, ahead: ahead)
  }

  /// core.telegram.org/api/offsets
  private func page(_ request: HistoryPaging.Request) -> [Int32] {
    let older = request.offset == 0 ? ids.count : ids.count { $0 < request.offset }
    let end = older - Int(request.skip)
    let start = max(end - Int(request.limit), 0)
    return start < end ? ids[start..<min(end, ids.count)].reversed() : []
  }

  /// - Parameters:
  ///   - meanwhile: happens after the requests were answered and before the answers are taken.
  ///   - cut: what the server makes of a page.
  mutating func run(
    total: Bool = true, cut: ([Int32]) -> [Int32] = { $0 },
    meanwhile: (inout [Int32], _ round: Int) -> Void = { _, _ in }
  ) {
    var round = 0
    while !paging.isDone {
      while let request = paging.next() {
        underWay.append(request)
        requests += 1
      }
      mostUnderWay = max(mostUnderWay, underWay.count)
      guard !underWay.isEmpty, requests < 10_000 else { return }
      let request = underWay.removeFirst()
      let answer = cut(page(request))
      round += 1
      meanwhile(&ids, round)
      guard paging.counts(request) else { continue }
      let fresh = paging.take(answer, for: request, total: total ? ids.count : nil)
      given += answer.filter { fresh.contains($0) }
    }
  }
}

@Suite("Pages of a history, asked for ahead [B2]")
struct HistoryPagingTests {
  @Test(
    "Every message comes once, newest first, with up to so many requests under way",
    arguments: [1, 2, 3, 8])
  func whole(ahead: Int) {
    for count in [0, 1, 99, 100, 101, 199, 1000, 2345] {
      let ids = (0..<count).map { Int32($0 * 3 + 1) }
      for total in [true, false] {
        var bench = PagingBench(ids, ahead: ahead)
        bench.run(total: total)
        #expect(bench.given == ids.reversed(), "\(count)")
        #expect(bench.mostUnderWay <= ahead)
      }
    }
  }

  @Test("A long history keeps as many requests under way as it may, and wastes few")
  func pipelined() {
    var bench = PagingBench(1...10_000, ahead: 8)
    bench.run()
    #expect(bench.mostUnderWay == 8)
    #expect(bench.requests < 110)
  }

  @Test("A limit is met exactly, and what lies within one page costs one request")
  func limited() {
    for limit in [1, 20, 100, 101, 150, 299, 300] {
      var bench = PagingBench(1...1000, limit: limit)
      bench.run()
      #expect(bench.given == (1...1000).reversed().prefix(limit).map { $0 }, "\(limit)")
      #expect(bench.requests <= 1 + (limit - 1) / 99, "\(limit)")
    }
    var nothing = PagingBench(1...10, limit: 0)
    nothing.run()
    #expect(nothing.requests == 0)
  }

  @Test("It begins below the message that is named")
  func before() {
    var bench = PagingBench(1...500, before: 301)
    bench.run()
    #expect(bench.given == (1...300).reversed())
  }

  @Test("What is deleted or written while it reads makes it lose nothing else and repeat nothing")
  func moving() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let all = Array(Int32(1)...3000)
      var bench = PagingBench(all)
      var deleted: Set<Int32> = []
      bench.run(meanwhile: { ids, round in
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          guard let index = ids.indices.randomElement(using: &generator) else { return }
          deleted.insert(ids.remove(at: index))
        }
        ids.append(3000 + Int32(round))
      })
      #expect(zip(bench.given, bench.given.dropFirst()).allSatisfy { $0 > $1 })
      #expect(Set(bench.given).union(deleted).isSuperset(of: all))
    }
  }

  @Test("Pages from which the server withholds messages do not end it")
  func withheld() {
    var bench = PagingBench(1...2000)
    bench.run(cut: { $0.filter { $0 % 7 != 0 } })
    #expect(bench.given == (1...2000).reversed().filter { $0 % 7 != 0 })
  }

  @Test("A server that gives the same page for ever does not keep it")
  func stuck() {
    var bench = PagingBench(1...2000)
    bench.run(cut: { _ in (1901...2000).reversed() })
    #expect(bench.given == (1901...2000).reversed())
    #expect(bench.requests < 10)
  }
}
