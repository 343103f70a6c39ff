import Model
import Scripting

/// A declaration as one file made it: well-formed in itself, its references not yet looked up.
struct Declared<Value: Sendable>: Sendable {
  var name: String
  var place: ScriptLocation
  var value: Value
  /// Equal for equal declarations: what the hash of a rule that refers to it is made from.
  var text: String
}

/// The account's settings as a file gives them.
struct AccountDeclaration: Sendable, Hashable {
  var settings: AccountSettings
  var setsZone: Bool
  var people: [PersonZone]
}

/// An hours declaration; a nil zone is the account's.
struct HoursDeclaration: Sendable, Hashable {
  var weekly: WeeklyHours
  var zone: String?
  var isSenders: Bool
  var except: ExceptDeclaration
  /// The windows as they were written.
  var texts: [String]
}

struct DelayDeclaration: Sendable, Hashable {
  /// Without a deferral.
  var curve: DelayCurve
  var function: FunctionReference?
  var deferral: DeferralName?
}

/// A deferral whose hours are known by name only.
struct DeferralName: Sendable, Hashable {
  var edge: Deferral.Edge
  var hours: String
}

struct PersonaDeclaration: Sendable, Hashable {
  var extends: String?
  var system: String?
  var language: String?
  var model: String?
  var temperature: Double?
  var length: Int?
  var never: [String]
  var speaking: Speaking?
  var disclosure: Persona.Disclosure?
  var style: StyleDeclaration
  var variants: [Variant]

  struct Variant: Sendable, Hashable {
    var name: String
    var weight: Int
    var system: String?
    var language: String?
    var model: String?
    var temperature: Double?
    var length: Int?
    var style: StyleDeclaration
  }
}

/// What is not said is taken from what the persona extends.
struct StyleDeclaration: Sendable, Hashable {
  var examples: Int?
  var learnt: Double?
  var rows: Bool?

  func apply(to persona: inout Persona) {
    persona.examples = examples ?? persona.examples
    persona.learnt = learnt ?? persona.learnt
    persona.rows = rows ?? persona.rows
  }
}

struct RuleDeclaration: Sendable {
  enum Body: Sendable {
    case act([ActionRequest])
    case run(FunctionReference)
  }

  var phase: RulePhase
  var priority: Int
  var also: Bool
  var mode: RuleMode
  /// Nil: each message by itself.
  var settle: Duration?
  var limits: [String]
  var delay: String?
  var deferral: DeferralName?
  var because: String?
  var shadow: Bool?
  var when: WhenDeclaration
  var body: Body
  var onError: [ActionRequest]
}

struct WhenDeclaration: Sendable, Hashable {
  enum Media: Sendable, Hashable {
    case any, none
    case kinds(Set<String>)
  }

  var monitors: [String] = []
  var chats: [PeerSelector] = []
  var kinds: [String] = []
  var senders: [PeerSelector] = []
  var contact: Bool?
  /// In lower case.
  var tags: [String] = []
  var seenBefore: Bool?
  var bot: Bool?
  var text: WordPattern?
  /// Codes, or ``LanguageGuess/unknown``.
  var languages: [String] = []
  var question: Bool?
  var mention: Bool?
  var replyToMe: Bool?
  var forwarded: Bool?
  var media: Media?
  /// Of the text, in characters.
  var length: ClosedRange<Int>?
  var hours: [String] = []
  var outside: [String] = []
  /// Names; all must hold.
  var filters: [String] = []
  var all: [Branch] = []
  var any: [Branch] = []
  var none: [Branch] = []

  /// One of several alternatives: a filter by its name, or conditions on the spot.
  enum Branch: Sendable, Hashable {
    case filter(String)
    case conditions(WhenDeclaration)

    var conditions: WhenDeclaration? {
      if case .conditions(let conditions) = self { conditions } else { nil }
    }
  }
}

extension WhenDeclaration {
  var branches: [Branch] { all + any + none }

  /// The conditions, and those of its branches.
  private var parts: [WhenDeclaration] {
    [self] + branches.flatMap { $0.conditions?.parts ?? [] }
  }

  /// The filters that it names anywhere.
  var filterNames: [String] {
    parts.flatMap { part in
      part.filters
        + part.branches.compactMap { if case .filter(let name) = $0 { name } else { nil } }
    }
  }

  /// The hours that it names anywhere.
  var hoursNames: [String] { parts.flatMap { $0.hours + $0.outside } }
}
