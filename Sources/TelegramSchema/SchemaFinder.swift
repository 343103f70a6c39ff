/// Where each constructor stands in the table, by its id: what is skipped asks at every value, so a search
/// through the text's own order would be most of the work. Open addressing; ids are checksums, so their
/// lowest bits scatter well enough.
struct SchemaFinder: Sendable {
  /// What skipping a value needs of its constructor.
  struct Slot: Sendable {
    var id: UInt32
    /// Number of the type.
    var type: UInt16
    /// Number of the record in the table, from 1 on; 0: the slot is empty.
    var record: UInt16
    /// Offset of the program.
    var program: UInt32
  }

  private static let empty = Slot(id: 0, type: 0, record: 0, program: 0)

  /// Twice as many as there are definitions, or more; a power of two.
  private let slots: [Slot]

  init() {
    var size = 1
    while size < 2 * SchemaTable.count { size *= 2 }
    var slots = Array(repeating: Self.empty, count: size)
    for record in 0..<SchemaTable.count {
      let entry = SchemaTable.entry(at: record)
      var place = Int(entry.id) & (size - 1)
      while slots[place].record != 0 { place = (place + 1) & (size - 1) }
      slots[place] = Slot(
        id: entry.id, type: UInt16(clamping: entry.type), record: UInt16(clamping: record + 1),
        program: UInt32(clamping: entry.program))
    }
    self.slots = slots
  }

  /// Nil if the layer has no such constructor or method.
  func slot(of id: UInt32) -> Slot? {
    var place = Int(id) & (slots.count - 1)
    while slots[place].record != 0 {
      if slots[place].id == id { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Number of the record in the table.
  func record(of id: UInt32) -> Int? { slot(of: id).map { Int($0.record) - 1 } }
}
