import SchemaFilling
import SchemaGenerator
import TL
import TelegramSchema
import Testing

@Suite struct SchemaTableTests {
  @Test("Every definition is found by its id, under its name")
  func entries() throws {
    for name in ["api", "mtproto"] {
      for definition in try Definitions.schema(name).definitions {
        #expect(SchemaTable.entry(definition.id)?.name == definition.name)
      }
    }
  }

  @Test("An id that the layer does not have is not found")
  func unknown() {
    for id: UInt32 in [0, 1, .max, 0x1234_5678] {
      #expect(SchemaTable.entry(id) == nil)
    }
    #expect(SchemaTable.name(0x1234_5678) == "#12345678")
  }

  @Test("An entry gives the definition in the compact form")
  func definition() {
    #expect(SchemaTable.entry(0x5951_1722)?.definition == "peerUser user_id:l = Peer")
    #expect(SchemaTable.name(0xc4f9_186b) == "help.getConfig")
  }
}
