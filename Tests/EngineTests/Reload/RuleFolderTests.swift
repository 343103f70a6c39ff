import Foundation
import Model
import Rules
import Testing

@testable import Engine

/// A folder of rule files of one test's own.
final class TemporaryRules: Sendable {
  let parent: String
  var path: String { parent + "/rules" }
  var folder: RuleFolder { RuleFolder(path: path) }

  init() throws {
    parent = NSTemporaryDirectory() + "understudy-rules-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: parent + "/rules", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: parent) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

@Suite(.timeLimit(.minutes(5)))
struct RuleFolderTests {
  @Test("A pipe that is named as a rule file is told, and not waited for")
  func pipe() throws {
    let rules = try TemporaryRules()
    try rules.write("-- a", to: "a.lua")
    #expect(mkfifo(rules.path + "/b.lua", 0o600) == 0)
    let error = #expect(throws: RuleLoadError.self) { try rules.folder.read() }
    #expect(error?.problems.map(\.file) == ["b.lua"])
    #expect(error?.description.contains("no file that can be read") == true)
  }

  @Test("Rule files are read at any depth, sorted; tests, backups and hidden files are not rules")
  func reading() throws {
    let rules = try TemporaryRules()
    for name in [
      "b.lua", "a.lua", "work/clients.lua", "a_test.lua", ".hidden.lua", "a.lua~", "#a.lua#",
      "notes.txt", ".git/x.lua",
    ] {
      try rules.write("-- \(name)", to: name)
    }
    let sources = try rules.folder.read()
    #expect(sources.map(\.path) == ["a.lua", "b.lua", "work/clients.lua"])
    #expect(sources.first?.bytes == Array("-- a.lua".utf8))
  }

  @Test("Calendars are part of the folder's content; hidden ones are not [A38]")
  func calendars() throws {
    let rules = try TemporaryRules()
    try rules.write("-- a", to: "a.lua")
    try rules.write("BEGIN:VCALENDAR", to: "work/de.ics")
    try rules.write("BEGIN:VCALENDAR", to: ".de.ics.swp.ics")
    let before = try rules.folder.read()
    #expect(before.map(\.path) == ["a.lua", "work/de.ics"])
    try rules.write("BEGIN:VCALENDAR\n", to: "work/de.ics")
    #expect(try rules.folder.read() != before)
  }

  @Test("A folder that links round and round is refused in bounded time, with a hint")
  func endless() throws {
    let rules = try TemporaryRules()
    for name in ["a", "b", "c", "d", "e"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(rules.path)/\(name)", withDestinationPath: rules.path)
    }
    let error = #expect(throws: RuleLoadError.self) { try rules.folder.read() }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.message.contains("more than") == true)
  }

  @Test("A missing folder and a file beyond any reason are problems with names")
  func unreadable() throws {
    let rules = try TemporaryRules()
    let missing = #expect(throws: RuleLoadError.self) {
      try RuleFolder(path: rules.parent + "/nowhere").read()
    }
    #expect(missing?.description.contains("no such folder") == true)
    try rules.write(String(repeating: "-", count: (1 << 20) + 1), to: "huge.lua")
    let huge = #expect(throws: RuleLoadError.self) { try rules.folder.read() }
    #expect(huge?.problems.map(\.file) == ["huge.lua"])
  }
}

struct SettlingTests {
  let start = Timestamp(seconds: 1_000)
  func after(_ milliseconds: Int64) -> Timestamp {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test("Ten files in 200 ms are one change [rules 6]")
  func burst() {
    var settling = Settling()
    for index in 0..<10 { settling.changed(at: after(Int64(index) * 20)) }
    #expect(settling.deadline == after(430))
    let early = settling.settles(at: after(429))
    #expect(!early)
    let settled = settling.settles(at: after(430))
    #expect(settled)
    #expect(settling.deadline == nil)
    let again = settling.settles(at: after(10_000))
    #expect(!again)
  }

  @Test("Changes that never cease are looked at after 2 s")
  func endless() {
    var settling = Settling()
    for index in 0..<30 { settling.changed(at: after(Int64(index) * 100)) }
    #expect(settling.deadline == after(2_000))
  }
}

struct FolderWatchTests {
  @Test(
    "A write, an editor's rename over the file, twice, and a new subfolder are all seen [rules 3]"
  )
  func changes() async throws {
    let rules = try TemporaryRules()
    try rules.write("-- one", to: "a.lua")
    let watch = try #require(FolderWatch(rules.folder))
    var changes = watch.changes.makeAsyncIterator()
    for text in ["two", "three"] {
      try rules.write("-- \(text)", to: "a.lua.new")
      _ = await changes.next()
      #expect(rename(rules.path + "/a.lua.new", rules.path + "/a.lua") == 0)
      _ = await changes.next()
    }
    try rules.write("-- deep", to: "work/clients.lua")
    _ = await changes.next()
  }

  @Test("The folder swapped as a whole, as a symbolic link, is seen [rules 5]")
  func swap() async throws {
    let rules = try TemporaryRules()
    let files = FileManager.default
    try files.moveItem(atPath: rules.path, toPath: rules.parent + "/v1")
    try files.createSymbolicLink(atPath: rules.path, withDestinationPath: rules.parent + "/v1")
    try files.createDirectory(atPath: rules.parent + "/v2", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: rules.parent + "/next", withDestinationPath: rules.parent + "/v2")
    let watch = try #require(FolderWatch(rules.folder))
    var changes = watch.changes.makeAsyncIterator()
    #expect(rename(rules.parent + "/next", rules.path) == 0)
    _ = await changes.next()
  }
}
