import Fetch
import Model

// As the client says it.
extension OpenAIChat {
  func explain(_ failure: AttemptFailure) -> TextModelError { client.explain(failure) }
  func explain(_ failure: FetchError) -> TextModelError { client.explain(failure) }
  func malformed(_ what: String) -> TextModelError { client.malformed(what) }
  func refused(_ why: String) -> TextModelError { client.refused(why) }
  func shown(_ text: String) -> String { client.shown(text) }
}
