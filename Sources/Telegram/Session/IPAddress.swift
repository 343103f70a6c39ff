internal import Glibc

enum IPAddress {
  /// The 4 or 16 bytes of an address written as text, in network order; nil for a name.
  static func bytes(of host: String) -> [UInt8]? {
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, host, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
