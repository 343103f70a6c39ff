package import Model

/// The invented people and chats of a populated world. Ids are fixed; everything drawn comes from the
/// world's seed.
package enum Cast {
  package static let owner: Int64 = 5_000_000_001
  /// An old friend and mutual contact; pinned.
  package static let alice: Int64 = 5_000_000_002
  package static let ben: Int64 = 5_000_000_003
  package static let clara: Int64 = 5_000_000_004
  /// Writes in Russian.
  package static let dmitri: Int64 = 5_000_000_005
  package static let emma: Int64 = 5_000_000_006
  /// A former flatmate: the chat is archived and muted.
  package static let felix: Int64 = 5_000_000_007
  /// In nobody's address book, and without a chat so far.
  package static let stranger: Int64 = 5_000_000_008
  /// Known from the group only.
  package static let hugo: Int64 = 5_000_000_009
  package static let weatherBot: Int64 = 6_000_000_001

  /// A basic group: owner, Ben, Clara, Hugo.
  package static let football = PeerID.group(4_000_000_001)
  /// A supergroup: owner, Alice, Clara, Emma, Felix.
  package static let neighbours = PeerID.channel(1_500_000_001)
  /// A channel with a public name; Emma writes it.
  package static let news = PeerID.channel(1_500_000_002)

  package static let ownerPhone = "+15550100001"

  static let people = [
    Person(
      id: owner, firstName: "Robin", lastName: "Hale", username: "robinhale", phone: ownerPhone),
    Person(
      id: alice, firstName: "Alice", lastName: "Moreno", username: "alicemoreno",
      phone: "+15550100002"),
    Person(
      id: ben, firstName: "Ben", lastName: "Okafor", username: "benokafor", phone: "+15550100003"),
    Person(id: clara, firstName: "Clara", lastName: "Weiss", phone: "+15550100004"),
    Person(
      id: dmitri, firstName: "Дмитрий", lastName: "Орлов", username: "dmitriorlov",
      phone: "+15550100005"),
    Person(
      id: emma, firstName: "Emma", lastName: "Laurent", username: "emmalaurent",
      phone: "+15550100006"),
    Person(id: felix, firstName: "Felix", lastName: "Brandt", phone: "+15550100007"),
    Person(
      id: stranger, firstName: "Gina", lastName: "Falk", username: "ginafalk",
      phone: "+15550100008"),
    Person(
      id: hugo, firstName: "Hugo", lastName: "Lind", username: "hugolind", phone: "+15550100009"),
  ]

  /// Who stands in the owner's address book; all but Felix have the owner in theirs.
  static let contacts = [alice, ben, clara, dmitri, emma, felix]
  static let footballers = [owner, ben, clara, hugo]
  static let residents = [alice, owner, clara, emma, felix]
  static let subscribers = [emma, owner, alice, ben]
}
