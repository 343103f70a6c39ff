/// The body of a form with a file (RFC 7578).
struct MultipartForm {
  private(set) var body: [UInt8] = []
  /// Occurs in none of the contents.
  private let boundary: String

  /// - Parameter file: what the boundary must not occur in.
  init(around file: [UInt8]) {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in file { number = (number ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    boundary = "understudy-" + String(number, radix: 16)
  }

  var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  /// - Parameters: without quotes and line ends; ours alone are used.
  mutating func add(_ name: String, _ value: String) {
    begin("form-data; name=\"\(name)\"")
    body += Array("\r\n\(value)\r\n".utf8)
  }

  mutating func add(_ name: String, file: [UInt8], named fileName: String, type: String) {
    begin("form-data; name=\"\(name)\"; filename=\"\(fileName)\"")
    body += Array("Content-Type: \(type)\r\n\r\n".utf8) + file + Array("\r\n".utf8)
  }

  mutating func finish() { body += Array("--\(boundary)--\r\n".utf8) }

  private mutating func begin(_ disposition: String) {
    body += Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\n".utf8)
  }
}
