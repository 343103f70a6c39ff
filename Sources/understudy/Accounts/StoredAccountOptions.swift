import ArgumentParser
import Model
import Store

/// Options of the commands that ask the home's database alone.
struct StoredAccountOptions: ParsableArguments {
  @OptionGroup var home: HomeOptions

  @Option(help: ArgumentHelp("Which account, where the home has several.", valueName: "account"))
  var account: String?

  /// The account that is named, or the only one.
  func one(in store: Store) async throws -> AccountID {
    let accounts = try await all(in: store)
    guard let first = accounts.first else {
      throw CommandError(
        .problems, "Nothing is stored yet.",
        remedy:
          "Messages are stored while 'understudy run' works, or by 'history CHAT --keep --limit 1000'."
      )
    }
    guard accounts.count == 1 else {
      let list = accounts.map(\.description).joined(separator: ", ")
      throw CommandError(
        .usage, "The home has several accounts: \(list).", remedy: "Say which with --account.")
    }
    return first
  }

  /// The account that is named, or all.
  func all(in store: Store) async throws -> [AccountID] {
    let known = try await store.knownAccounts()
    guard let account else { return known }
    guard let id = Int64(account).map({ AccountID($0) }), known.contains(id) else {
      throw CommandError(.problems, "Nothing is stored of account \(account).")
    }
    return [id]
  }
}
