import Model

/// The resolved `delay` declaration: how a person would come to answer.
struct DelayCurve: Sendable, Hashable {
  var name: String
  var notice = Curve.constant(0)
  var reading = Curve.constant(0)
  var typing = Curve.constant(0)
  /// Each step is stretched or shortened by up to this fraction.
  var jitter = 0.0
  /// The most that all steps take together.
  var cap: Duration?
  var deferral: Deferral?

  /// - Parameters:
  ///   - arrival: when the message counts as arrived.
  ///   - incoming: characters of the message.
  ///   - outgoing: characters of the answer, or what is expected of them.
  func sample(
    arrival: Timestamp, incoming: Int, outgoing: Int, using generator: inout SeededGenerator
  ) -> Pace {
    var left = cap?.wholeMilliseconds ?? Self.longest
    // Noticing gives way first when the cap bites: late typing would look like a machine's.
    var steps = [(typing, outgoing), (reading, incoming), (notice, 0)].map { curve, length in
      let stretched = curve.sample(length: length, using: &generator) * stretch(using: &generator)
      return Int64((min(stretched, Double(Self.longest) / 1000) * 1000).rounded())
    }
    for index in steps.indices {
      steps[index] = min(steps[index], left)
      left -= steps[index]
    }
    return Pace(delay: name, start: arrival, notice: steps[2], reading: steps[1], typing: steps[0])
  }

  private func stretch(using generator: inout SeededGenerator) -> Double {
    let unit = generator.unit()
    return jitter > 0 ? 1 + jitter * (2 * unit - 1) : 1
  }

  /// A day: no step of a curve without a cap takes longer.
  private static let longest: Int64 = 86_400_000
}

/// An answer waits for hours to open or to close before its pace begins.
struct Deferral: Sendable, Hashable {
  enum Edge: Sendable, Hashable { case opening, closing }

  var edge: Edge
  var hours: HoursTable

  /// Nil: hours that never open, or never close.
  func start(from instant: Timestamp) -> Timestamp? {
    switch edge {
    case .opening: hours.opening(from: instant)
    case .closing: hours.closing(from: instant)
    }
  }

  /// As ``start(from:)``, for hours that may be read in the sender's zone.
  func start(from instant: Timestamp, for sender: Contact?) -> Timestamp? {
    Deferral(edge: edge, hours: hours.read(for: sender)).start(from: instant)
  }
}
