// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT.Methods.Contest {
  /// `contest.saveDeveloperInfo#9a5f6e95`
  package struct SaveDeveloperInfo: TLMethod {
    package static var constructorID: UInt32 { 0x9a5f6e95 }
    package typealias Response = Bool
    package let vkId: Int32
    package let name: String
    package let phoneNumber: String
    package let age: Int32
    package let city: String

    package init(vkId: Int32, name: String, phoneNumber: String, age: Int32, city: String) {
      self.vkId = vkId
      self.name = name
      self.phoneNumber = phoneNumber
      self.age = age
      self.city = city
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.vkId = try reader.int()
      self.name = try reader.string()
      self.phoneNumber = try reader.string()
      self.age = try reader.int()
      self.city = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(vkId)
      writer.string(name)
      writer.string(phoneNumber)
      writer.int(age)
      writer.string(city)
    }
  }
}
