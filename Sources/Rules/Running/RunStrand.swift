import Model
import Scripting

/// A run, or one of its branches, that waits for the host.
struct RunStrand: Sendable {
  var request: HostRequest
  /// What the host answered; nil while that is still to come.
  var answer: Result<EncodedValues, HostFailure>?
  /// How long it has waited on its own clock, where waiting takes no time.
  var elapsed = Duration.zero
  /// Which branch of which fork it is, from the outside in: mixed into what it draws at random.
  var lineage: [Int64] = []
  /// How often it has forked.
  var forks: Int64 = 0

  init(_ request: HostRequest) { self.request = request }

  enum Ending: Sendable {
    case finished([ScriptValue])
    /// This strand alone.
    case failed(any Error)
    /// The run with all its branches.
    case over(Over)
  }

  /// Why a run ends whatever it would catch.
  enum Over: Error, Sendable {
    case cancelled
    /// It had its time, or would wait for longer than that.
    case late
    /// Its budget is used up.
    case failed(ScriptError)
  }
}

extension RuleRun {
  /// Goes on until the strand ends.
  func follow(_ start: RunStrand, _ progress: RunProgress) async -> RunStrand.Ending {
    var strand = start
    while true {
      if let over = await ask(&strand, progress) { return .over(over) }
      if let ending = await goOn(&strand, progress) { return ending }
    }
  }

  /// Has the host do what the strand asks for.
  func ask(_ strand: inout RunStrand, _ progress: RunProgress) async -> RunStrand.Over? {
    var over: RunStrand.Over?
    do {
      strand.answer = .success(try await perform(&strand, progress))
    } catch let end as RunStrand.Over {
      over = end
    } catch is CancellationError {
      over = .cancelled
    } catch {
      strand.answer = .failure(HostFailure("\(Self.shown(strand.request.call)): \(error)"))
    }
    // A host that does not heed cancellation answers too late.
    if over == nil, Task.isCancelled { over = .cancelled }
    if over != nil { await file.cancel(strand.request.token.run) }
    return over
  }

  /// Gives the strand its answer; nil if it waits for something else now.
  func goOn(_ strand: inout RunStrand, _ progress: RunProgress) async -> RunStrand.Ending? {
    guard let answer = strand.answer else { return nil }
    strand.answer = nil
    let step = await file.resume(
      strand.request.token, with: answer, input: stepInput(progress.current))
    progress.take(step)
    switch step.outcome {
    case .waiting(let next):
      strand.request = next
      return nil
    case .finished(let values): return .finished(values)
    case .failed(let error): return Self.ending(with: error)
    }
  }

  /// What a branch has used up is used up for the whole run.
  static func ending(with error: ScriptError) -> RunStrand.Ending {
    switch error.kind {
    case .budget, .memory: .over(.failed(error))
    case .syntax, .runtime, .host: .failed(error)
    }
  }
}
