package import Cryptography

/// Which servers to speak to, and by which keys to know them.
package struct TelegramServers: Sendable {
  /// For each data center its addresses, the best first.
  package var addresses: [Int: [ServerAddress]]
  /// Any of these keys proves the server.
  package var keys: [RSAPublicKey]
  /// Where a new account's login begins.
  package var firstDC: Int

  package init(addresses: [Int: [ServerAddress]], keys: [RSAPublicKey], firstDC: Int) {
    self.addresses = addresses
    self.keys = keys
    self.firstDC = firstDC
  }

  /// One server in place of Telegram's: TELEGRAM_SERVER, TELEGRAM_SERVER_KEY and TELEGRAM_DC.
  package init(address: ServerAddress, key: RSAPublicKey) {
    self.init(addresses: [address.dc: [address]], keys: [key], firstDC: address.dc)
  }

  /// - Throws: `unreachable` if there is none.
  package func addresses(of dc: Int) throws(TelegramError) -> [ServerAddress] {
    guard let known = addresses[dc], !known.isEmpty else {
      throw TelegramError(
        .unreachable,
        "The account lives in data center \(dc), of which no address is known. Is TELEGRAM_DC right?"
      )
    }
    return known
  }

  /// Telegram's own.
  ///
  /// - Throws: `CryptographyError` if the key below were damaged.
  package static func production() throws(CryptographyError) -> TelegramServers {
    var addresses: [Int: [ServerAddress]] = [:]
    for (dc, host) in hosts {
      // The ports that every data center listens on (core.telegram.org/mtproto/mtproto-transports).
      addresses[dc] = [443, 80, 5222].map { ServerAddress(dc: dc, host: host, port: $0) }
    }
    return TelegramServers(
      addresses: addresses, keys: [try RSAPublicKey(pem: publishedKey)], firstDC: 2)
  }

  /// As help.getConfig lists them; my.telegram.org/apps shows data center 2 under "Production
  /// configuration".
  private static let hosts = [
    1: "149.154.175.53", 2: "149.154.167.51", 3: "149.154.175.100", 4: "149.154.167.91",
    5: "91.108.56.130",
  ]

  /// my.telegram.org/apps, "Production configuration", fingerprint d09d1d85de64fd85.
  private static let publishedKey = """
    -----BEGIN RSA PUBLIC KEY-----
    MIIBCgKCAQEA6LszBcC1LGzyr992NzE0ieY+BSaOW622Aa9Bd4ZHLl+TuFQ4lo4g
    5nKaMBwK/BIb9xUfg0Q29/2mgIR6Zr9krM7HjuIcCzFvDtr+L0GQjae9H0pRB2OO
    62cECs5HKhT5DZ98K33vmWiLowc621dQuwKWSQKjWf50XYFw42h21P2KXUGyp2y/
    +aEyZ+uVgLLQbRA1dEjSDZ2iGRy12Mk5gpYc397aYp438fsJoHIgJ2lgMv5h7WY9
    t6N/byY9Nw9p21Og3AoXSL2q/2IJ1WRUhebgAdGVMlV1fkuOQoEzR7EdpqtQD9Cs
    5+bfo3Nhmcyvk5ftB0WkJ9z6bNZ7yxrP8wIDAQAB
    -----END RSA PUBLIC KEY-----
    """
}
