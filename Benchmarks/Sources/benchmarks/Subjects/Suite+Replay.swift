extension Suite {
  /// `understudy replay` with the shipped rules over a month of stored messages.
  static let replay = Suite(
    name: "replay", contests: { [] },
    figures: {
      let past = try await StoredPast()
      try await past.replay()
      var times: [Duration] = []
      var readings: [Duration] = []
      for _ in 0..<3 {
        times.append(try await ContinuousClock().measure { try await past.replay() })
        readings.append(try await ContinuousClock().measure { try await past.read() })
      }
      return [
        .time("100,000 stored messages replayed", of: times, bound: .seconds(5)),
        .time(
          "the same", of: times, beside: "their rows read from SQLite", of: readings),
      ]
    })
}
