import Model
import Sandbox
import Testing

@Suite("Paging")
struct PagingTests {
  let world = Fixtures.world(history: 250)

  private func ids(_ query: HistoryQuery, in chat: PeerID = .user(Cast.alice)) throws -> [Int32] {
    try world.history(of: chat, for: Cast.owner, query).messages.map(\.id)
  }

  @Test(
    "Pages by offset id give the whole chat, newest first [B2]",
    arguments: [PeerID.user(Cast.alice), Cast.football, Cast.news])
  func byID(chat: PeerID) throws {
    var all: [Int32] = []
    var query = HistoryQuery(limit: 100)
    while true {
      let page = try ids(query, in: chat)
      guard let last = page.last else { break }
      all += page
      query.offsetID = last
    }
    // The groups' first message tells of their creation.
    #expect(all.count == (chat == .user(Cast.alice) ? 250 : 251))
    #expect(all == Set(all).sorted(by: >))
  }

  @Test("A negative add_offset reads upwards, as clients do from the oldest on")
  func upwards() throws {
    let newest = try ids(HistoryQuery(limit: 100))
    var query = HistoryQuery(limit: 10)
    query.offsetID = 1
    query.addOffset = -10
    let oldest = try ids(query)
    #expect(oldest.count == 10)
    #expect(oldest.allSatisfy { $0 < newest.last ?? 0 })
    query.offsetID = newest[0]
    query.addOffset = -5
    // Beyond the newest message there is nothing, and the page is shorter.
    #expect(try ids(query) == Array(newest.prefix(6)))
  }

  @Test("Bounds and dates cut, and a limit beyond the page's is lowered")
  func bounds() throws {
    let newest = try ids(HistoryQuery(limit: 1000))
    #expect(newest.count == 100)
    var query = HistoryQuery(limit: 100)
    query.minID = newest[10]
    #expect(try ids(query) == Array(newest.prefix(10)))
    query.minID = 0
    query.maxID = newest[10]
    #expect(try ids(query) == Array(newest[11...]))
    let date = try #require(world.find(newest[50], in: .user(Cast.alice), for: Cast.owner)?.date)
    var byDate = HistoryQuery(limit: 1)
    byDate.offsetDate = date
    let found = try #require(try ids(byDate).first)
    let foundDate = try #require(world.find(found, in: .user(Cast.alice), for: Cast.owner)?.date)
    #expect(foundDate < date)
  }

  @Test("Dialogs page by the last one's date, id and peer; pinned ones come first and once [B5]")
  func dialogs() {
    let all = world.dialogs(of: Cast.owner)
    #expect(all.first?.chat == .user(Cast.alice))
    var paged: [PeerID] = []
    var offset: DialogOffset?
    while true {
      let (page, total) = world.dialogs(
        of: Cast.owner, isArchived: nil, withoutPinned: offset != nil, after: offset, limit: 3)
      #expect(total >= all.count - 1)
      guard let last = page.last else { break }
      paged += page.map(\.chat)
      offset = DialogOffset(date: last.top.date, id: last.top.id, chat: last.chat)
    }
    #expect(paged == all.map(\.chat))
    let archived = world.dialogs(
      of: Cast.owner, isArchived: true, withoutPinned: false, after: nil, limit: 100)
    #expect(archived.page.map(\.chat) == [.user(Cast.felix)])
  }

  @Test("Search finds what holds the words, in one chat or all")
  func search() throws {
    var world = world
    try world.send(Submission(to: .user(Cast.owner), "the Zeppelin lands"), from: Cast.ben)
    let everywhere = world.search("zeppelin", in: nil, for: Cast.owner, HistoryQuery(limit: 10))
    #expect(everywhere.messages.map(\.author) == [Cast.ben])
    let elsewhere = world.search(
      "zeppelin", in: .user(Cast.alice), for: Cast.owner, HistoryQuery(limit: 10))
    #expect(elsewhere.total == 0)
  }
}
