import Model
import Scripting

extension Linker {
  /// The personas with all that they extend; one that extends itself, or grows too long, is reported.
  mutating func resolvedPersonas() -> [String: ResolvedPersona] {
    let byName = Dictionary(personas.map { ($0.name, $0) }) { first, _ in first }
    var merged: [String: Persona] = [:]
    var resolved: [String: ResolvedPersona] = [:]
    var overlong: Set<String> = []
    for declared in personas {
      guard let chain = chain(of: declared, byName) else { break }
      do throws(OverlongText) {
        var persona = Persona(name: "", system: "")
        for link in chain.reversed() {
          if let known = merged[link.name] {
            persona = known
          } else {
            persona = try Self.merge(link, onto: persona)
            merged[link.name] = persona
          }
        }
        resolved[declared.name] = try ResolvedPersona(
          persona, chain.lazy.map(\.value.variants).first { !$0.isEmpty } ?? [], declared.place)
      } catch {
        guard overlong.insert(error.subject).inserted else { continue }
        report(
          "\(error.subject) is longer than \(LinkLimits.text) bytes with all that {{super}} brings",
          hint: "write {{super}} once, and shorten what is extended", at: error.place)
      }
    }
    return resolved
  }

  /// A persona, what it extends, what that extends, ...; nil if that goes too far.
  private mutating func chain(
    of declared: Declared<PersonaDeclaration>, _ byName: [String: Declared<PersonaDeclaration>]
  ) -> [Declared<PersonaDeclaration>]? {
    var chain = [declared]
    while let next = chain[chain.count - 1].value.extends.flatMap({ byName[$0] }) {
      if chain.contains(where: { $0.name == next.name }) {
        let path = (chain + [next]).map { "\"\($0.name)\"" }.joined(separator: " extends ")
        report("persona \(path): it extends itself", at: declared.place)
        break
      }
      guard chain.count < LinkLimits.depth else {
        let path = chain.prefix(3).map { "\"\($0.name)\"" }.joined(separator: " extends ")
        report(
          "persona \(path) extends ...: more than \(LinkLimits.depth) personas in a row",
          hint: "extend one that says what they share", at: declared.place)
        return nil
      }
      chain.append(next)
    }
    return chain
  }

  private static func merge(
    _ declared: Declared<PersonaDeclaration>, onto inherited: Persona
  ) throws(OverlongText) -> Persona {
    let own = declared.value
    var persona = inherited
    persona.name = declared.name
    if let system = own.system {
      persona.system = try OverlongText.filled(
        system, inherited: inherited.system, of: "the text of persona \"\(declared.name)\"",
        at: declared.place)
    }
    persona.language = own.language ?? persona.language
    persona.model = own.model ?? persona.model
    persona.temperature = own.temperature ?? persona.temperature
    persona.maximumLength = own.length ?? persona.maximumLength
    persona.speaking = own.speaking ?? persona.speaking
    persona.disclosure = own.disclosure ?? persona.disclosure
    own.style.apply(to: &persona)
    let known = Set(persona.never)
    persona.never += own.never.filter { !known.contains($0) }
    return persona
  }
}

/// A text that `{{super}}` makes too long: each that holds it twice is twice as long as the one before.
struct OverlongText: Error {
  /// `the text of persona "friend"`.
  var subject: String
  var place: ScriptLocation

  /// The text with what it inherits in it. Its length is looked at before it is made.
  static func filled(
    _ text: String, inherited: String, of subject: String, at place: ScriptLocation
  ) throws(OverlongText) -> String {
    let times = Template.names(in: text).count { $0 == "super" }
    guard text.utf8.count + times * inherited.utf8.count <= LinkLimits.text else {
      throw OverlongText(subject: subject, place: place)
    }
    return Template.fill(text) { $0 == "super" ? inherited : nil }
  }
}
