import Foundation
import Model
import Scripting

/// A persona with all that it extends, and its variants.
struct ResolvedPersona: Sendable {
  var persona: Persona
  var variants: [Variant] = []

  struct Variant: Sendable {
    var persona: Persona
    var weight: Int
  }

  /// - Parameter place: of the persona.
  init(
    _ persona: Persona, _ declared: [PersonaDeclaration.Variant], _ place: ScriptLocation
  ) throws(OverlongText) {
    self.persona = persona
    variants = try declared.map { own throws(OverlongText) in
      var variant = persona
      variant.variant = own.name
      if let system = own.system {
        variant.system = try OverlongText.filled(
          system, inherited: persona.system,
          of: "the text of variant \"\(own.name)\" of persona \"\(persona.name)\"", at: place)
      }
      variant.language = own.language ?? persona.language
      variant.model = own.model ?? persona.model
      variant.temperature = own.temperature ?? persona.temperature
      variant.maximumLength = own.length ?? persona.maximumLength
      own.style.apply(to: &variant)
      return Variant(persona: variant, weight: own.weight)
    }
  }

  /// The one that the chat always gets. Each variant draws for itself, so that another one more or less
  /// changes nothing between the others.
  func chosen(for chat: PeerID?, account: AccountID) -> Persona {
    func draw(_ variant: Variant) -> Double {
      var generator = SeededGenerator(
        seeds: account.rawValue, chat?.marked ?? 0, StableHash.of("persona \(persona.name)"),
        StableHash.of("variant \(variant.persona.variant ?? "")"))
      // From the open interval, so that the logarithm is finite.
      let lot = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
      return -log(lot) / Double(variant.weight)
    }
    return variants.min { draw($0) < draw($1) }?.persona ?? persona
  }
}
