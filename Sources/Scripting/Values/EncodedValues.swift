/// Values in the form in which they cross into Lua. Encoding is the dearer half of the crossing, so a
/// message that many rules look at is encoded once.
package struct EncodedValues: Sendable, Hashable {
  let bytes: [UInt8]

  package init(_ values: [ScriptValue]) {
    bytes = []
  }
}
