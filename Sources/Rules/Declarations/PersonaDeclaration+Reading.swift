import Model
import Scripting

extension PersonaDeclaration {
  init(_ reader: TableReader) {
    extends = reader[PersonaKeys.extends]?.string
    system = reader[PersonaKeys.system]?.string
    language = reader[PersonaKeys.language]?.string
    model = reader[PersonaKeys.model]?.string
    temperature = reader[PersonaKeys.temperature]?.number
    length = reader[PersonaKeys.length]?.integer.map { Int($0) }
    never = (reader[PersonaKeys.never] ?? .nil).list.compactMap(\.string)
    speaking = Speaking(reader)
    disclosure = Self.disclosure(reader)
    style = StyleDeclaration(reader)
    variants = (reader[PersonaKeys.variants] ?? .nil).list.indices.compactMap { index in
      reader.table(PersonaKeys.variants, item: index, spec: VariantKeys.spec)
        .flatMap { Variant($0, names: ["super"] + Template.ownerNames) }
    }
    if let twice = variants.first(where: { one in variants.count { $0.name == one.name } > 1 }) {
      reader.report(
        PersonaKeys.variants, "two variants of \(reader.subject) are called \"\(twice.name)\"")
    } else if reader.has(PersonaKeys.variants), variants.count == 1 {
      reader.report(
        PersonaKeys.variants, "\(reader.subject) has one variant, which is no experiment",
        hint: "the persona as it is can be one: variants = { { name = \"plain\" }, { name = ... } }"
      )
    }
    if system == nil, extends == nil {
      reader.report("\(reader.subject) needs system or extends")
    }
    guard let system else { return }
    for name in Template.names(in: system) {
      if name == "super", extends == nil {
        reader.report(
          PersonaKeys.system, "{{super}} in \(reader.subject), which extends no other persona")
      } else if name != "super" {
        reader.check(name, in: PersonaKeys.system, among: ["super"] + Template.ownerNames)
      }
    }
  }

  private static func disclosure(_ reader: TableReader) -> Persona.Disclosure? {
    guard let value = reader[PersonaKeys.disclosure] else { return nil }
    var disclosure = Persona.Disclosure(asked: value.string)
    if let table = reader.table(PersonaKeys.disclosure, spec: DisclosureKeys.spec) {
      disclosure.asked = table[DisclosureKeys.asked]?.string
      disclosure.first = table[DisclosureKeys.first]?.string
      if disclosure.asked == nil, disclosure.first == nil {
        table.report("\(table.subject) needs asked or first")
      }
    }
    for text in [disclosure.asked, disclosure.first].compactMap(\.self) {
      for name in Template.names(in: text) {
        reader.check(name, in: PersonaKeys.disclosure, among: Template.ownerNames)
      }
    }
    return disclosure
  }
}

extension StyleDeclaration {
  /// - Parameter reader: of a persona or a variant.
  fileprivate init(_ reader: TableReader) {
    let style = reader.table(PersonaKeys.style, spec: StyleKeys.spec)
    examples = style?[StyleKeys.examples]?.integer.map { Int($0) }
    learnt = style?[StyleKeys.learnt]?.number
    rows = style?[StyleKeys.rows]?.bool
  }
}

extension PersonaDeclaration.Variant {
  /// Nil without a name, which is reported.
  fileprivate init?(_ reader: TableReader, names: [String]) {
    guard let name = reader[VariantKeys.name]?.string else { return nil }
    self.name = name
    weight = reader[VariantKeys.weight]?.integer.map { Int($0) } ?? 1
    system = reader[VariantKeys.system]?.string
    language = reader[PersonaKeys.language]?.string
    model = reader[PersonaKeys.model]?.string
    temperature = reader[PersonaKeys.temperature]?.number
    length = reader[PersonaKeys.length]?.integer.map { Int($0) }
    style = StyleDeclaration(reader)
    for name in system.map(Template.names(in:)) ?? [] {
      reader.check(name, in: VariantKeys.system, among: names)
    }
  }
}

extension TableReader {
  /// Reports a placeholder that there is not.
  fileprivate func check(_ name: String, in key: KeySpec, among names: [String]) {
    guard !names.contains(name) else { return }
    report(
      key, "unknown placeholder {{\(name)}} in \(subject)",
      hint: Template.hint(for: name, among: names))
  }
}
