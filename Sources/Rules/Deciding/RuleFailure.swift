import Scripting

/// Why a rule had no effect.
struct RuleFailure: Error, Hashable {
  var place: ScriptLocation
  var message: String
  var traceback: [String] = []

  init(place: ScriptLocation, message: String) {
    self.place = place
    self.message = message
  }

  /// - Parameter place: what to blame if the error does not know.
  init(_ error: any Error, place: ScriptLocation) {
    switch error {
    case let failure as RuleFailure: self = failure
    case let error as ScriptError:
      self.init(place: error.location ?? place, message: error.message)
      traceback = error.traceback
    default: self.init(place: place, message: "\(error)")
    }
  }
}
