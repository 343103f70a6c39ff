// What callers are told when there is no connection.
extension Connection {
  /// The call may have been executed.
  var lost: TelegramError {
    let lost =
      "The connection to Telegram was lost before the answer came; the call may have been executed."
    guard !wasProven else { return TelegramError(.connectionLost, lost) }
    let way = configuration.proxy.map { " through the \($0)" } ?? ""
    return TelegramError(
      .connectionLost, "\(lost) Nothing came back from \(address)\(way): \(trouble ?? silence).")
  }

  var unreachable: TelegramError {
    guard let proxy = configuration.proxy else {
      let why = trouble.map { ": \($0)" } ?? ""
      return TelegramError(
        .unreachable,
        "No connection to Telegram (\(address))\(why). Check the network, and TELEGRAM_SERVER if it is "
          + "set.")
    }
    return TelegramError(
      .unreachable,
      "No connection to Telegram (\(address)) through the \(proxy): \(trouble ?? silence). Check the "
        + "proxy (--proxy or TELEGRAM_PROXY).")
  }

  /// What it means that nothing came over a connection that stood.
  var silence: String {
    switch configuration.proxy?.kind {
    case .mtproto:
      "it took the connection and gave no answer; the secret may be wrong, or it cannot reach Telegram"
    case .socks5 where link?.isOpen != true: "it took the connection and gave no answer"
    case .socks5: "it let the connection through, but nothing answered at its other end"
    case nil: "it took the connection and gave no answer"
    }
  }
}
