internal import Foundation

/// Base64 as it stands in links and session strings (RFC 4648, 5), padded or not; plain base64 is taken
/// as well.
enum Base64URL {
  static func encode(_ bytes: [UInt8], isPadded: Bool = false) -> String {
    let text = Data(bytes).base64EncodedString()
      .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    return isPadded ? text : text.filter { $0 != "=" }
  }

  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var base64 = text.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    while base64.last == "=" { base64.removeLast() }
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    return Data(base64Encoded: base64).map { Array($0) }
  }
}
