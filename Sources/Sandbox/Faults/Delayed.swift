import MTProto
import Model

/// An answer that is held back.
struct HeldAnswer: Sendable {
  let session: SessionKey
  let messageID: Int64
  let result: Result<[UInt8], Refusal>
}

/// What comes later than it should.
enum Delayed: Sendable {
  case answer(HeldAnswer)
  case update(SessionKey, [UInt8])
}

/// Something to be sent at an instant of the server's clock.
struct Appointment: Sendable {
  let due: Timestamp
  let what: Delayed
}

extension TelegramServer {
  func delay(_ what: Delayed, by pause: Duration) {
    let due = configuration.waits.now.advanced(by: pause)
    appointments.continuation.yield(Appointment(due: due, what: what))
  }

  /// Keeps appointments until the server ends.
  func keepAppointments() async {
    let waits = configuration.waits
    await withDiscardingTaskGroup { group in
      for await appointment in appointments.stream {
        group.addTask {
          do {
            try await waits.sleep(until: appointment.due)
          } catch {
            return  // The server ends.
          }
          await self.release(appointment.what)
        }
      }
    }
  }

  func release(_ delayed: Delayed) {
    switch delayed {
    case .answer(let answer):
      give(answer.result, to: answer.messageID, in: answer.session)
      pump(answer.session)
    case .update(let key, let body):
      sessions[key]?.session.push(body)
      pump(key)
    }
  }

  func releaseUpdates(of key: SessionKey) {
    guard let bodies = detained.removeValue(forKey: key) else { return }
    for body in bodies { sessions[key]?.session.push(body) }
    pump(key)
  }
}
