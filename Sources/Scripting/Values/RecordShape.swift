internal import CLua

/// The fields that all records of a class have, in their order. With it records cross without the names of
/// their fields, and a field is found without a search.
package struct RecordShape: Sendable {
  package let className: String
  package let fields: [String]
  /// What the code of each record begins with: the size is still to be filled in.
  let start: [UInt8]

  package init(_ className: String, fields: [String]) {
    self.className = className
    self.fields = fields
    start = Self.start(className, fields: fields.count)
  }

  /// - Parameter fields: how many.
  static func start(_ className: String, fields: Int) -> [UInt8] {
    var start = [UInt8(CLUA_OBJECT)]
    for number in [UInt32(0), 0, UInt32(clamping: fields)] {
      withUnsafeBytes(of: number) { start.append(contentsOf: $0) }
    }
    start.append(UInt8(CLUA_STRING))
    withUnsafeBytes(of: UInt32(clamping: className.utf8.count)) { start.append(contentsOf: $0) }
    return start + Array(className.utf8)
  }
}
