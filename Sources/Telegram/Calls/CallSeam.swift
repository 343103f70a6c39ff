/// One call of the API on its way to the server.
package struct RemoteCall: Sendable {
  /// The method's name, `messages.sendMessage`: what flood waits are kept by.
  package var method: String
  /// The call in TL, without initConnection and invokeWithLayer around it.
  package var query: [UInt8]
  /// Which way it goes.
  package var lane: CallLane
  /// Calls of one chain are executed in the order in which they were made.
  package var chain: String?
  /// Its place there.
  var ticket: CallChains.Ticket?

  package init(
    method: String, query: [UInt8], lane: CallLane = .main, chain: String? = nil
  ) {
    self.method = method
    self.query = query
    self.lane = lane
    self.chain = chain
  }
}

/// Which of the client's connections carries a call.
package enum CallLane: Sendable, Hashable {
  /// The one that also brings the updates.
  case main
  /// One for parts of files, which nobody else waits behind.
  ///
  /// - Parameter dc: where the file lies; nil: where the account lives.
  case files(dc: Int?)
  /// One to a server of the content delivery network, which nothing is believed.
  case cdn(dc: Int)

  /// Whether what is said there may move the account.
  var leadsHome: Bool {
    switch self {
    case .main, .files(dc: nil): true
    case .files, .cdn: false
    }
  }
}

package typealias CallFunction =
  @Sendable (RemoteCall) async throws(TelegramError) -> [UInt8]

/// Something that every call passes through, on its way out and back.
package protocol CallLayer: Sendable {
  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8]
}

/// The one function by which the API is called, with its layers around it.
package struct CallSeam: Sendable {
  private let function: CallFunction

  /// - Parameter layers: the outermost first.
  package init(layers: [any CallLayer], send: @escaping CallFunction) {
    var function = send
    for layer in layers.reversed() { function = Self.wrap(function, in: layer) }
    self.function = function
  }

  /// - Returns: the result in TL.
  package func invoke(_ call: RemoteCall) async throws(TelegramError) -> [UInt8] {
    try await function(call)
  }

  private static func wrap(
    _ inner: @escaping CallFunction, in layer: any CallLayer
  ) -> CallFunction {
    let wrapped: CallFunction = { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
      try await layer.invoke(call, next: inner)
    }
    return wrapped
  }
}
