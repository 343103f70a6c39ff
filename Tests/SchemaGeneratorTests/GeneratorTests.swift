import SchemaGenerator
import Testing

enum Samples {
  static func api() throws -> Schema {
    try PublishedForm.parse(
      """
      peerUser#59511722 user_id:long = Peer;
      peerChat#36c6019a chat_id:long = Peer;
      node#00000011 flags:# self:flags.0?true next:flags.1?Tree a:flags.2?int b:flags.2?string has_ab:flags.2?true = Tree;
      leaf#00000012 = Tree;
      raw.thing#00000013 a:int = raw.Thing;
      other#00000014 = Tree;
      ---functions---
      a.call#00000021 peer:Peer thing:raw.Thing = Vector<Tree>;
      wrap#00000022 {X:Type} query:!X = X;
      """, file: "x.tl", name: "api", layer: 7)
  }

  static func generated() throws -> [String: String] {
    let list = try TypedList.parse(
      """
      method a.call wrap
      type Peer peerUser
      type Tree
      """, file: "typed.txt")
    let files = try Generator(
      api: api(), service: Schema(name: "mtproto"), list: list, listFile: "typed.txt"
    ).files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
  }
}

@Suite struct GeneratorTests {
  private let head = """
    // swift-format-ignore-file
    // Written by `Scripts/schema generate`; change the definitions or the list instead.

    package import TL


    """

  @Test("A constructor outside the list becomes the raw case of its type")
  func rawCase() throws {
    #expect(
      try Samples.generated()["API/API.Peer.swift"] == head + """
        extension API {
          /// `Peer`
          package enum Peer: TLDecodable, TLEncodable {
            case peerUser(API.Peer.PeerUser)
            /// A constructor that has no Swift type.
            case raw(TLRaw)

            package init(from reader: inout TLReader) throws(TLError) {
              let id = try reader.peekConstructor()
              switch id {
              case 0x59511722:
                _ = try reader.constructor()
                self = .peerUser(try API.Peer.PeerUser(body: &reader))
              default:
                self = .raw(try reader.raw(type: 0))
              }
            }

            package func encode(to writer: inout TLWriter) {
              switch self {
              case .peerUser(let value): writer.constructor(0x59511722); value.encodeBody(to: &writer)
              case .raw(let value): value.encode(to: &writer)
              }
            }

            /// `peerUser#59511722`
            package struct PeerUser: Sendable {
              package static var constructorID: UInt32 { 0x59511722 }
              package let userId: Int64

              package init(userId: Int64) {
                self.userId = userId
              }

              @inline(never)
              package init(body reader: inout TLReader) throws(TLError) {
                self.userId = try reader.long()
              }

              @inline(never)
              package func encodeBody(to writer: inout TLWriter) {
                writer.long(userId)
              }
            }
          }
        }

        """)
  }

  @Test("A type that may hold itself is indirect and counted in the depth; shared bits go together")
  func recursion() throws {
    #expect(
      try Samples.generated()["API/API.Tree.swift"] == head + """
        extension API {
          /// `Tree`
          package enum Tree: TLDecodable, TLEncodable {
            case leaf
            indirect case node(API.Tree.Node)
            case other

            package init(from reader: inout TLReader) throws(TLError) {
              try reader.enter()
              let id = try reader.constructor()
              switch id {
              case 0x00000012:
                self = .leaf
              case 0x00000011:
                self = .node(try API.Tree.Node(body: &reader))
              case 0x00000014:
                self = .other
              default:
                throw reader.unknown(id, in: "Tree")
              }
              reader.leave()
            }

            package func encode(to writer: inout TLWriter) {
              switch self {
              case .leaf: writer.constructor(0x00000012)
              case .node(let value): writer.constructor(0x00000011); value.encodeBody(to: &writer)
              case .other: writer.constructor(0x00000014)
              }
            }

            /// `node#00000011`
            package struct Node: Sendable {
              package static var constructorID: UInt32 { 0x00000011 }
              package let isSelf: Bool
              package let next: API.Tree?
              package let a: Int32?
              package let b: String?
              /// Sent by the same bit as the values it follows from.
              package var hasAb: Bool { a != nil && b != nil }

              package init(isSelf: Bool = false, next: API.Tree? = nil, a: Int32? = nil, b: String? = nil) {
                self.isSelf = isSelf
                self.next = next
                self.a = a
                self.b = b
              }

              @inline(never)
              package init(body reader: inout TLReader) throws(TLError) {
                let flagsWord = try reader.uint()
                self.isSelf = flagsWord & 0x1 != 0
                self.next = flagsWord & 0x2 != 0 ? try API.Tree(from: &reader) : nil
                self.a = flagsWord & 0x4 != 0 ? try reader.int() : nil
                self.b = flagsWord & 0x4 != 0 ? try reader.string() : nil
              }

              @inline(never)
              package func encodeBody(to writer: inout TLWriter) {
                var flagsWord: UInt32 = 0
                if isSelf { flagsWord |= 0x1 }
                if next != nil { flagsWord |= 0x2 }
                if a != nil && b != nil { flagsWord |= 0x4 }
                writer.uint(flagsWord)
                if let next { next.encode(to: &writer) }
                if let a, flagsWord & 0x4 != 0 { writer.int(a) }
                if let b, flagsWord & 0x4 != 0 { writer.string(b) }
              }
            }
          }
        }

        """)
  }

  @Test("A method knows its response; a wrapping one has the wrapped call's")
  func methods() throws {
    let files = try Samples.generated()
    #expect(
      files["API/Methods.A.swift"] == head + """
        extension Methods.A {
          /// `a.call#00000021`
          package struct Call: TLMethod {
            package static var constructorID: UInt32 { 0x00000021 }
            package typealias Response = [API.Tree]
            package let peer: API.Peer
            package let thing: TLRaw

            package init(peer: API.Peer, thing: TLRaw) {
              self.peer = peer
              self.thing = thing
            }

            @inline(never)
            package init(body reader: inout TLReader) throws(TLError) {
              self.peer = try API.Peer(from: &reader)
              self.thing = try reader.raw(type: 2)
            }

            @inline(never)
            package func encodeBody(to writer: inout TLWriter) {
              peer.encode(to: &writer)
              thing.encode(to: &writer)
            }
          }
        }

        """)
    #expect(files["API/Methods.swift"]?.contains("struct Wrap<Query: TLQuery>: TLMethod") == true)
    #expect(files["API/Methods.swift"]?.contains("typealias Response = Query.Response") == true)
    #expect(files["Methods.Call.swift"]?.contains("case wrap(Methods.Wrap<TLRest>)") == true)
  }

  @Test("The table holds every definition, sorted by id")
  func table() throws {
    let text = try #require(try Samples.generated()["SchemaTable+Text.swift"])
    #expect(text.contains("static let count = 8"))
    #expect(text.contains("  node # self@0 next@1:Tree a@2:i b@2:s has_ab@2 = Tree\n"))
    #expect(text.contains("  f?01T01?02i?02s\n"))
  }
}
