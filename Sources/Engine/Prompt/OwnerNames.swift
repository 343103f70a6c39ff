import Model

/// The placeholders of a persona's text. Only the owner's own names are filled in: a contact's name is
/// the contact's word and has no place in an instruction.
enum OwnerNames {
  static func fill(_ text: String, owner: Contact) -> String {
    text
      .replacing("{{owner.first_name}}", with: owner.firstName)
      .replacing("{{owner.last_name}}", with: owner.lastName)
      .replacing("{{owner.name}}", with: owner.fullName)
      .replacing("{{owner.username}}", with: owner.username ?? "")
  }
}
