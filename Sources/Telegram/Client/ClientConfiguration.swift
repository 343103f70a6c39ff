package import Cryptography
package import Logging
package import MTProto
package import Model
package import NIOPosix

/// Who calls, where, and how patiently.
package struct ClientConfiguration: Sendable {
  /// What Telegram is told of the program with the first call (initConnection).
  package struct Identity: Sendable {
    package var deviceModel = "Server"
    package var systemVersion = "Linux"
    package var appVersion = "1.0"
    /// ISO 639-1.
    package var language = "en"

    package init() {}

    /// For servers that are not to learn anything of the user (core.telegram.org/cdn).
    static var nobody: Identity {
      var identity = Identity()
      identity.deviceModel = "n/a"
      identity.systemVersion = "n/a"
      identity.appVersion = "n/a"
      return identity
    }
  }

  /// From my.telegram.org; with it and ``apiHash`` an application is registered.
  package var apiID: Int32
  package var apiHash: Secret<String>
  package var servers: TelegramServers
  package var transport: TransportKind
  /// Whether connections hide that they are MTProto; through an MTProxy they always do. Not with the
  /// full transport.
  package var isObfuscated = false
  /// What stands between this machine and Telegram.
  package var proxy: Proxy?
  package var identity = Identity()
  /// How long a key carries messages before another one takes its place, so that what was said stays
  /// secret even from who gets hold of the account's own key later (core.telegram.org/api/pfs). Nil:
  /// the account's key carries everything.
  package var temporaryKeyLife: Duration? = .seconds(86_400)
  /// A call without an answer for this long is given up; it may have been executed.
  package var callTimeout = Duration.seconds(60)
  /// A proxy that has not let us through after this long is given up, and then a key exchange that is
  /// not done after as long: it has three round trips.
  package var openingTimeout = Duration.seconds(20)
  /// The longest flood wait that a call sits out by itself.
  package var floodThreshold = Duration.seconds(10)
  /// For the dates of what was sent, where the server tells none; it may run fast.
  package var clock = WallClock.system
  /// For pauses and patience on the network: real time, except in tests and simulations.
  package var waits = WallClock.system
  /// MTProto's own time: the machine's clocks, except in simulations.
  package var moment: @Sendable () -> Moment = { .now() }
  /// Spreads the pauses between attempts to connect; seeded in simulations. Keys never come from it.
  package var spread = RandomSource.secure
  /// Keys, session ids and padding come from it: another one than the secure one is for simulations alone.
  package var random = RandomSource.secure
  /// Where sockets are waited for.
  package var eventLoops = MultiThreadedEventLoopGroup.singleton
  /// Is told of connections that come and go; never of anything secret or personal.
  package var logger = Logger(label: "understudy.telegram")

  package init(
    apiID: Int32, apiHash: Secret<String>, servers: TelegramServers,
    transport: TransportKind = .intermediate
  ) {
    self.apiID = apiID
    self.apiHash = apiHash
    self.servers = servers
    self.transport = transport
  }
}
