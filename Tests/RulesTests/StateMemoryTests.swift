import Scripting
import Testing

@testable import Rules

@Suite("The memory of rule files [C3]", .timeLimit(.minutes(5)))
struct StateMemoryTests {
  @Test("The state of one rule file with the whole vocabulary takes less than 40 KiB")
  func oneState() async throws {
    let set = try load(#"rule "r" { run = function(m, x) return reply(m.text) end }"#)
    let file = try #require(set.files.first)
    let bytes = await file.memoryInUse
    #expect(bytes < 40 << 10, "\(bytes)")
    #expect(bytes > 8 << 10)
    _ = await set.decide(Sample.input("hi"), host: TestHost())
    let after = await file.memoryInUse
    #expect(after < 40 << 10, "\(after)")
  }

  @Test("After a thousand decisions a file holds no more than after ten")
  func steady() async throws {
    let set = try load(
      #"rule "r" { run = function(m, x) return reply(m.text .. #m.entities) end }"#)
    let file = try #require(set.files.first)
    let host = TestHost()
    func decide(_ ids: Range<Int32>) async -> Int {
      for id in ids { _ = await set.decide(Sample.input("hi \(id)", id: id), host: host) }
      return await file.memoryInUse
    }
    let few = await decide(0..<10)
    // The collector runs when there is about twice as much as it left.
    #expect(await decide(10..<1000) < few + (40 << 10))
  }
}
