import Model
import Scripting

/// The resolved `delay` declaration: how a person would come to answer.
struct DelayCurve: Sendable, Hashable {
  var name: String
  var notice = Curve.constant(0)
  /// In place of the notice; whoever samples has asked it before.
  var function: DelayFunction?
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
  ///   - noticed: seconds that the function has answered, if the delay has one.
  func sample(
    arrival: Timestamp, incoming: Int, outgoing: Int, noticed: Double? = nil,
    using generator: inout SeededGenerator
  ) -> Pace {
    let drawn = draw(incoming: incoming, outgoing: outgoing, noticed: noticed, using: &generator)
    return pace(drawn, from: arrival)
  }

  /// The three steps as they were drawn, in milliseconds, each a day at most.
  struct Drawn: Sendable, Hashable {
    var typing: Int64
    var reading: Int64
    var notice: Int64

    var total: Int64 { typing + reading + notice }
  }

  func draw(
    incoming: Int, outgoing: Int, noticed: Double?, using generator: inout SeededGenerator
  ) -> Drawn {
    let notice = noticed.map { Curve.constant($0) } ?? notice
    let typing = step(typing, length: outgoing, using: &generator)
    let reading = step(reading, length: incoming, using: &generator)
    return Drawn(
      typing: typing, reading: reading, notice: step(notice, length: 0, using: &generator))
  }

  private func step(
    _ curve: Curve, length: Int, using generator: inout SeededGenerator
  ) -> Int64 {
    let stretched = curve.sample(length: length, using: &generator) * stretch(using: &generator)
    return Int64((min(stretched, Double(Self.longest) / 1000) * 1000).rounded())
  }

  /// The most that the steps may take together, in milliseconds.
  var most: Int64 { cap?.wholeMilliseconds ?? Self.longest }

  /// The steps within the cap. Noticing gives way first: late typing would look like a machine's.
  func pace(_ drawn: Drawn, from start: Timestamp) -> Pace {
    var left = most
    func take(_ step: Int64) -> Int64 {
      let taken = min(step, left)
      left -= taken
      return taken
    }
    let typing = take(drawn.typing)
    let reading = take(drawn.reading)
    let notice = take(drawn.notice)
    return Pace(delay: name, start: start, notice: notice, reading: reading, typing: typing)
  }

  private func stretch(using generator: inout SeededGenerator) -> Double {
    let unit = generator.unit()
    return jitter > 0 ? 1 + jitter * (2 * unit - 1) : 1
  }

  /// A day: no step of a curve without a cap takes longer.
  private static let longest: Int64 = 86_400_000
}

/// `run` of a delay: the function, in the state of the file at this index.
struct DelayFunction: Sendable, Hashable {
  var reference: FunctionReference
  var file: Int
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
