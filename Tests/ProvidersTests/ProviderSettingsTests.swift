import Model
import Testing

@testable import Providers

struct ProviderSettingsTests {
  private func why(_ environment: [String: String]) -> String? {
    guard case .off(let why) = ProviderSettings(environment: environment).chat else { return nil }
    return why
  }

  private func configuration(_ environment: [String: String]) -> OpenAIChat.Configuration? {
    guard case .on(let configuration) = ProviderSettings(environment: environment).chat
    else { return nil }
    return configuration
  }

  @Test("Without a key the provider is off, and the reason names the variable [A31]")
  func unset() {
    for environment in [
      [:], ["OPENAI_API_KEY": ""], ["OPENAI_API_KEY": "  \n", "OPENAI_MODEL": "m"],
    ] {
      #expect(why(environment)?.contains("OPENAI_API_KEY") == true)
    }
  }

  @Test("A key alone leads to OpenAI, a base URL alone to a server without key")
  func set() {
    let openAI = configuration(["OPENAI_API_KEY": " sk-1\n"])
    #expect(openAI?.baseURL.text == "https://api.openai.com/v1")
    #expect(openAI?.key?.reveal() == "sk-1")
    #expect(openAI?.model == "gpt-4o-mini")
    let local = configuration([
      "OPENAI_BASE_URL": "http://localhost:11434", "OPENAI_MODEL": "llama",
    ])
    #expect(local?.baseURL.text == "http://localhost:11434/v1")
    #expect(local?.key == nil)
    #expect(local?.model == "llama")
  }

  @Test("What cannot work is off with its reason, and the reason holds no value")
  func wrong() {
    let cases = [
      (["OPENAI_API_KEY": "sk-1 2"], "OPENAI_API_KEY"),
      (["OPENAI_API_KEY": "sk-ключ"], "OPENAI_API_KEY"),
      (["OPENAI_BASE_URL": "localhost:11434"], "OPENAI_BASE_URL"),
      (["OPENAI_BASE_URL": "ftp://h/v1"], "OPENAI_BASE_URL"),
      (["OPENAI_BASE_URL": "https://u:p4ss@h/v1"], "OPENAI_BASE_URL"),
      (["OPENAI_BASE_URL": "https://h/v1?key=p4ss"], "OPENAI_BASE_URL"),
      (["OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "http://example.org/v1"], "https"),
    ]
    for (environment, word) in cases {
      let text = why(environment) ?? ""
      #expect(text.contains(word), "\(environment)")
      #expect(!text.contains("p4ss") && !text.contains("sk-"))
    }
  }

  @Test("Only servers beyond the own network count as outside destinations [A40]")
  func destinations() {
    func outside(_ url: String) -> [String] {
      ProviderSettings(environment: ["OPENAI_BASE_URL": url]).outsideDestinations
    }
    #expect(outside("https://api.example.org:8443/v1/") == ["api.example.org:8443"])
    for near in [
      "http://127.0.0.1:1/v1", "http://192.168.1.5", "http://10.0.0.1", "http://172.20.0.2",
      "http://[::1]:8080/v1", "http://ollama:11434", "http://box.local", "http://[fd00::1]/v1",
    ] {
      #expect(outside(near).isEmpty, "\(near)")
    }
    #expect(outside("http://172.32.0.1") == ["172.32.0.1"])
    #expect(ProviderSettings(environment: [:]).outsideDestinations.isEmpty)
  }
}
