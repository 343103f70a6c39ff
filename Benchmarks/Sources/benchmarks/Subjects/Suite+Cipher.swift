import Cryptography

extension Suite {
  /// AES-256-IGE, which MTProto is enciphered with, against OpenSSL's AES-256-CBC encryption: both are
  /// serial when encrypting.
  static let cipher = Suite(name: "cipher") {
    [1 << 10, 1 << 16, 1 << 20].flatMap { size in
      let baseline = work("AES-256-CBC encryption", size, AESIGE.encryptCBC)
      return [
        Contest(
          subject: work("IGE encryption, \(size >> 10) KiB", size) { bytes, key, iv in
            try AESIGE.encrypt(&bytes, key: key, iv: iv)
          }, baseline: baseline),
        Contest(
          subject: work("IGE decryption, \(size >> 10) KiB", size) { bytes, key, iv in
            try AESIGE.decrypt(&bytes, key: key, iv: iv)
          }, baseline: baseline),
      ]
    }
  }

  private static func work(
    _ name: String, _ size: Int,
    _ body: @escaping (inout [UInt8], [UInt8], [UInt8]) throws -> Void
  ) -> Work {
    let key = (0..<32).map { UInt8($0) }
    let iv = (0..<32).map { UInt8($0 * 3) }
    return Work(name, unit: .bytes, amount: size) { times in
      var bytes = [UInt8](repeating: 7, count: size)
      for _ in 0..<times { try body(&bytes, key, iv) }
    }
  }
}
