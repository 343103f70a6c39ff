import Foundation
import Model
import Testing

@testable import Rules
@testable import Scripting

/// Schema, reference and stubs are three views of one language; here each is held against the others.
@Suite("Stubs for editors")
struct StubsTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `---@class (exact) understudy.NAME` with its fields, as an editor reads them.
  private struct Class {
    var name: String
    var fields: [Field] = []
  }

  private struct Field {
    var name: String
    var isOptional: Bool
    /// Type and text.
    var rest: String
  }

  private static let stubs = EditorSupport.files(for: nil)[0].text

  private static let classes: [String: Class] = {
    var classes: [String: Class] = [:]
    var current: Class?
    for line in stubs.split(separator: "\n", omittingEmptySubsequences: false) {
      if let found = line.firstMatch(of: /^---@class (?:\(exact\) )?understudy\.(\S+)/) {
        current = Class(name: String(found.1))
      } else if let found = line.firstMatch(of: /^---@field (\[?\w+\]?)(\??) (.+)$/) {
        current?.fields.append(
          Field(
            name: String(found.1), isOptional: !found.2.isEmpty, rest: String(found.3)))
      } else if let done = current, line.isEmpty {
        classes[done.name] = done
        current = nil
      }
    }
    return classes
  }()

  @Test("Every table of the schema stands in the stubs: the same keys, of the same kinds")
  func tables() throws {
    #expect(RuleStubs.tables.count > 20)
    for spec in RuleStubs.tables {
      let found = try #require(Self.classes[spec.luaName], "\(spec.luaName)")
      let keys = found.fields.filter { !$0.name.hasPrefix("[") }
      #expect(keys.map(\.name) == spec.keys.map(\.name), "\(spec.name)")
      for (field, key) in zip(keys, spec.keys) {
        #expect(field.isOptional == !key.isRequired, "\(spec.name).\(key.name)")
        let type = RuleStubs.luaType(key, in: spec)
        #expect(field.rest.hasPrefix("\(type) "), "\(spec.name).\(key.name): \(field.rest)")
      }
      #expect(found.fields.contains { $0.name.hasPrefix("[") } == (spec.items != nil))
    }
  }

  @Test("The reference lists the keys of the schema, and takes the same of each")
  func reference() throws {
    let text = String(
      decoding: try Data(contentsOf: Self.project.appending(path: "docs/rules.md")), as: UTF8.self)
    let sections = text.split(separator: "\n## ").flatMap { $0.split(separator: "\n### ") }
    let specs =
      RuleLanguage.settings + RuleLanguage.declarations + RuleLanguage.actions
      + [RuleLanguage.Complete.spec]
    for spec in specs {
      let section = try #require(sections.first { $0.hasPrefix("\(spec.name)\n") }, "\(spec.name)")
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      #expect(rows.count == spec.keys.count, "\(spec.name)")
      for (row, key) in zip(rows, spec.keys) {
        #expect(row.hasPrefix("| `\(key.name)` | \(key.type.expectation) |"), "\(row)")
      }
    }
    for record in RuleRecords.described {
      let section = try #require(
        sections.first { $0.hasPrefix("\(record.shown)\n") }, "\(record.shown)")
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      #expect(rows.count == record.fields.count + record.methods.count, "\(record.shown)")
    }
  }

  /// Values of each kind, some of which some key takes.
  private static let probes: [(kinds: Set<String>, value: ScriptValue)] = [
    (["boolean"], true),
    (["number", "integer"], 1),
    (["number", "integer"], 0),
    (["string"], "x"), (["string"], "90s"), (["string"], "5/1d"), (["string"], "1/30m per chat"),
    (["string"], "Europe/Berlin"), (["string"], "12-25"), (["string"], "mon 09:00-10:00"),
    (["string"], "@name"), (["string"], "private"), (["string"], "guard"), (["string"], "voice"),
    (["string"], "mon 09:00"), (["string"], "restart"), (["string"], "skip"),
    (["string"], "mentions"), (["string"], "openai"), (["string"], "reply"), (["string"], "de"),
    (["string"], "sender"), (["string"], "reads"), (["string"], "users.getFullUser"),
    (["string"], "offline"),
    (["string"], "2026-03-02 12:00"),
  ]

  @Test("What the schema takes is of the kind that the stubs say, and the other way round")
  func kinds() {
    for spec in RuleStubs.tables {
      for key in spec.keys {
        let type = Self.expanded(RuleStubs.luaType(key, in: spec))
        var taken: Set<String> = []
        for probe in Self.probes where key.type.complaint(about: probe.value) == nil {
          taken.formUnion(probe.kinds)
          #expect(
            probe.kinds.contains { type.contains($0) },
            "\(spec.name).\(key.name) takes \(probe.value), its stub says \(type)")
        }
        for kind in ["boolean", "string"] where type.contains(kind) {
          #expect(taken.contains(kind), "\(spec.name).\(key.name) takes no \(kind): \(type)")
        }
      }
    }
  }

  /// The kinds of Lua values in a type, without what only records have.
  private static func expanded(_ type: String) -> Set<String> {
    // What functions and tables hold within is not what the key itself takes.
    let outside = type.replacing(/fun\(.*/, with: "function").replacing(/table<.*>/, with: "table")
    var kinds: Set<String> = []
    for part in outside.split(whereSeparator: { "|()[]".contains($0) }).map(String.init) {
      switch part {
      case "understudy.duration", "understudy.peer": kinds.formUnion(["string", "number"])
      case _ where part.hasPrefix("\"") || part.hasPrefix("understudy.name."):
        kinds.insert("string")
      default: kinds.insert(part)
      }
    }
    return kinds
  }

  @Test("Every function is in the stubs with its type, and Lua's own globals are, no others")
  func functions() {
    let functions = Set(
      Self.stubs.matches(of: /(?m)^function ([\w.]+)\(/).map { String($0.1) })
    let declared =
      RuleLanguage.functions.map(\.name)
      + (RuleLanguage.declarations + RuleLanguage.settings + RuleLanguage.actions).map(\.name)
    #expect(functions == Set(declared + StandardLibrary.globals + ["case"]))
    for function in RuleLanguage.functions {
      #expect(
        RuleLanguage.functionTypes[function.name] != nil,
        "\(function.name): say in FunctionType.swift what it takes and gives")
    }
    let names = Set(RuleLanguage.functions.map(\.name))
    #expect(RuleLanguage.functionTypes.keys.filter { !names.contains($0) } == [])
    #expect(
      RuleLanguage.State.functions.map(\.name)
        == RuleRecords.store.methods.map { "x.store:\($0.name)" })
    #expect(
      Set(RuleLanguage.storeTypes.keys) == Set(RuleRecords.store.methods.map(\.name)),
      "say in FunctionType.swift what they take and give")
    for (place, _) in RuleLanguage.functionsInTables {
      let parts = place.split(separator: ".").map(String.init)
      let spec = RuleStubs.tables.first { $0.name == parts[0] }
      #expect(spec?.keys.contains { $0.name == parts[1] } == true, "\(place)")
    }
  }

  @Test("The stubs name no type that they do not explain")
  func types() {
    let known = Set(
      Self.stubs.matches(of: /(?m)^---@(?:class|alias) (?:\(exact\) )?understudy\.(\S+)/)
        .map { String($0.1) })
    for found in Self.stubs.matches(of: /understudy\.([a-z_.]*[a-z_])/) {
      #expect(known.contains(String(found.1)), "understudy.\(found.1)")
    }
  }

  @Test("The stubs are Lua")
  func syntax() throws {
    // Never run, and with globals of their own: rules may not define any.
    let rules = problems(["a.lua": "if false then local _ENV = {}\n\(Self.stubs)\nend"])
    #expect(rules == [])
  }

  @Test("Names of the rules are offered, whatever they are")
  func names() throws {
    let rules = try load(
      """
      persona "at work" { system = "x" }
      hours "night" { "22:00-06:00" }
      """)
    let text = EditorSupport.files(for: rules.summary)[0].text
    #expect(text.contains(#"---@alias understudy.name.persona string|"me"|"at work""#))
    #expect(text.contains(#"---@alias understudy.name.hours string|"night""#))
    #expect(text.contains("---@alias understudy.name.limit string\n"))
  }

  @Test("Lua's part of the language is the one in docs/lua.md")
  func standardLibrary() throws {
    let text = String(
      decoding: try Data(contentsOf: Self.project.appending(path: "docs/lua.md")), as: UTF8.self)
    let all = [("globals", StandardLibrary.globals)] + StandardLibrary.libraries
    for (library, names) in all {
      let row = try #require(
        text.split(separator: "\n").first {
          $0.hasPrefix("| \(library) |") || $0.hasPrefix("| `\(library)` |")
        })
      let cells = row.split(separator: "|").map(String.init)
      let listed = cells[1].matches(of: /`(\w+)`/).map { String($0.1) }
      #expect(listed == names, "\(library)")
    }
  }

  @Test("m, x and all on them have the fields that reference and stubs list, of those kinds")
  func records() throws {
    for (input, isFull) in [(Self.full, true), (Sample.input("hi"), false)] {
      let set = try load("rule 'a' { run = function() end }")
      let view = ScriptView(
        SharedInput(input), zone: set.book.zone, language: isFull ? "en" : nil)
      var values = Self.decoded(view.arguments)
      values += Self.decoded(ScriptView.earlier([input.message])).flatMap { $0.table?.items ?? [] }
      let memory = Memory(
        text: "x", at: .zero, chat: .user(5), message: 1, isFact: true,
        person: isFull ? .user(5) : nil, name: isFull ? "n" : nil)
      values += Self.decoded(ScriptView.memories([memory])).flatMap { $0.table?.items ?? [] }
      var seen: Set<String> = []
      while let value = values.popLast() {
        guard let record = value.record else { continue }
        seen.insert(record.className)
        let spec = try #require(RuleRecords.all.first { $0.className == record.className })
        let names = record.fields.map(\.key.description)
        #expect(Set(names) == Set(spec.fields.map(\.name)), "\(spec.shown)")
        for field in spec.fields {
          let value = record[field.name] ?? .nil
          if value.isNil {
            #expect(field.isOptional, "\(spec.shown).\(field.name)")
            #expect(!isFull, "\(spec.shown).\(field.name)")
          } else {
            #expect(field.type.takes(value), "\(spec.shown).\(field.name): \(value)")
          }
          values.append(value)
          values += value.table?.items ?? []
        }
      }
      #expect(!isFull || seen == Set(RuleRecords.all.map(\.className)))
    }
  }

  private static func decoded(_ values: EncodedValues) -> [ScriptValue] {
    values.bytes.withUnsafeBufferPointer { bytes in
      var decoder = ValueDecoder(
        bytes.baseAddress, count: bytes.count, state: 0,
        fields: Dictionary(RuleRecords.all.map { ($0.className, $0.shape.fields) }) { first, _ in
          first
        })
      return decoder.sequence()
    }
  }

  /// A message with everything that a message can have.
  private static let full: DecisionInput = {
    let sender = Contact(
      id: 5, firstName: "Bo", lastName: "Ek", username: "bo_ek", isContact: true, language: "sv")
    let chat = Chat(
      id: .channel(9), kind: .group, title: "Book Club", username: "books", memberCount: 12)
    var input = Sample.input("see https://example.org", from: sender, in: chat) { message in
      message.edited = message.date
      message.entities = [TextEntity(kind: .url, offset: 4, length: 19, argument: "x")]
      message.replyTo = 7
      message.viaBot = 8
      message.album = 9
      message.thread = 10
      message.media = Media(kind: .voice, duration: 3, size: 5, name: "a.ogg")
      message.transcript = Transcript(text: "hello", model: "test", at: message.date)
    }
    input.ownerLastWrote = input.now
    input.ownerPresence = .offline(since: input.now)
    input.tags = ["vip"]
    return input
  }()
}

extension FieldType {
  fileprivate func takes(_ value: ScriptValue) -> Bool {
    switch self {
    case .text: value.string != nil
    case .integer: value.integer != nil
    case .number, .instant: value.number != nil
    case .boolean: value.bool != nil
    case .word(let words): value.string.map(words.contains) == true
    case .record(let name): value.record?.className == name
    case .list(let type):
      value.table.map { $0.fields.isEmpty && $0.items.allSatisfy(type.takes) } == true
    }
  }
}
