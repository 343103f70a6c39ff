import Cryptography

extension Suite {
  /// AES-256-IGE, which MTProto is enciphered with, against OpenSSL's AES-256-CBC encryption: both are
  /// serial when encrypting. Beside it what Telethon and Pyrogram use, which are in C as well.
  static let cipher = Suite(name: "cipher") {
    let foreign = try ["cryptg", "tgcrypto"].map { library in
      (library, try Python(.ciphers, ["library": library]))
    }
    return [1 << 10, 1 << 16, 1 << 20].flatMap { size in
      let baseline = work("AES-256-CBC encryption", size, AESIGE.encryptCBC)
      let ours = [
        work("IGE encryption, \(size >> 10) KiB", size) { bytes, key, iv in
          try AESIGE.encrypt(&bytes, key: key, iv: iv)
        },
        work("IGE decryption, \(size >> 10) KiB", size) { bytes, key, iv in
          try AESIGE.decrypt(&bytes, key: key, iv: iv)
        },
      ]
      let theirs = foreign.flatMap { library, python in
        [false, true].map { decrypting in
          Work(
            "\(library) \(decrypting ? "decryption" : "encryption"), \(size >> 10) KiB",
            unit: .bytes, amount: size
          ) { try python.run($0, ["size": size, "decrypting": decrypting]) }
        }
      }
      return (ours + theirs).map { Contest(subject: $0, baseline: baseline) }
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
