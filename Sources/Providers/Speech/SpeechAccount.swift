package import Model

/// A provider that hears or speaks, as the settings name it.
package struct SpeechAccount: Sendable {
  package var baseURL: BaseURL
  /// Nil for servers that ask for none.
  package var key: Secret<String>?
  package var model: String
  package var retry: RetryPolicy
  /// The variables that its reports name.
  var names: ProviderService.Names

  init(
    baseURL: BaseURL, key: Secret<String>?, model: String, names: ProviderService.Names,
    retry: RetryPolicy = RetryPolicy()
  ) {
    self.baseURL = baseURL
    self.key = key
    self.model = model
    self.names = names
    self.retry = retry
  }

  var service: ProviderService { ProviderService(baseURL: baseURL, key: key, names: names) }
}

/// Whether something can be done, or one sentence for the owner why not, naming the variable.
package enum SpeechAbility: Sendable {
  case on(SpeechAccount)
  case off(why: String)

  package var account: SpeechAccount? {
    if case .on(let account) = self { account } else { nil }
  }

  package var obstacle: String? {
    if case .off(let why) = self { why } else { nil }
  }
}
