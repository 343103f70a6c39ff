import Foundation
import SchemaFilling
import SchemaGenerator
import Testing

@Suite struct DefinitionsTests {
  @Test("The generated code is what the generator writes from the definitions and the list")
  func generatedCodeIsCurrent() throws {
    let files = try GeneratedCode.make(definitions: Definitions.folder)
    let stale = GeneratedCode.differences(files, in: Definitions.generated)
    #expect(stale.isEmpty, "run Scripts/schema generate")
  }

  @Test("The definitions are stored as the compact form writes them")
  func canonical() throws {
    for name in ["api", "mtproto"] {
      let text = try String(
        contentsOf: Definitions.folder.appending(path: "\(name).schema"), encoding: .utf8)
      #expect(try CompactForm.write(CompactForm.parse(text, file: name)) == text)
    }
  }

  /// The published ids of these three follow from other texts than the published ones.
  private static let exceptions: Set<String> = [
    "accessPointRule", "help.configSimple", "ipPortSecret",
  ]

  @Test(
    "Every id is the checksum of its definition, so no definition differs from the published one")
  func identifiers() throws {
    for name in ["api", "mtproto"] {
      for definition in try Definitions.schema(name).definitions
      where !Self.exceptions.contains(definition.name) {
        #expect(definition.derivedID == definition.id, "\(definition.name)")
      }
    }
  }

  @Test(
    "Layer 229 is there as a whole: 1,652 constructors, 813 methods, and MTProto's own 41 and 11")
  func counts() throws {
    let api = try Definitions.schema("api")
    #expect(api.layer == 229)
    #expect(api.constructors.count == 1_652)
    #expect(api.methods.count == 813)
    let service = try Definitions.schema("mtproto")
    #expect(service.constructors.count == 41)
    #expect(service.methods.count == 11)
  }

  @Test("The exclusive-or and the sum of all ids are those of the published layer")
  func fingerprint() throws {
    let ids = try Definitions.schema("api").definitions.map(\.id)
    #expect(ids.reduce(0, ^) == 0x1828_df42)
    #expect(ids.reduce(0, &+) == 0x9eb0_95ec)
  }
}
