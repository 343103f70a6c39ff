package import Model

/// Asks one model after another until one answers.
package struct FallbackModel: TextModel {
  private let models: [any TextModel]
  private let codes: Set<TextModelError.Code>
  private let report: @Sendable (String, TextModelError) -> Void

  /// Failures that lie with the provider; a refusal and an abstention stand.
  package static let providerFailures: Set<TextModelError.Code> = [
    .unreachable, .rateLimited, .unauthorized, .quotaExceeded, .malformed,
  ]

  /// - Parameters:
  ///   - rest: asked in order, with their own configured model: a name given in the request is the
  ///     first provider's.
  ///   - codes: the failures on which the next one is asked.
  ///   - report: is told the name of each model that failed so, and how.
  package init(
    _ first: any TextModel, then rest: any TextModel...,
    on codes: Set<TextModelError.Code> = Self.providerFailures,
    report: @escaping @Sendable (String, TextModelError) -> Void = { _, _ in }
  ) {
    models = [first] + rest
    self.codes = codes
    self.report = report
  }

  package var name: String { models.map(\.name).joined(separator: ", else ") }

  /// - Throws: the last model's error.
  package func complete(_ request: TextRequest) async throws -> TextCompletion {
    var request = request
    for model in models.dropLast() {
      do {
        return try await model.complete(request)
      } catch let error as TextModelError where codes.contains(error.code) {
        report(model.name, error)
        request.model = nil
      }
    }
    return try await models[models.count - 1].complete(request)
  }

  /// The next model is asked only while no text has come.
  package func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    let session = FallbackSession(self, request)
    return AsyncThrowingStream { try await session.next() }
  }

  private actor FallbackSession {
    private let fallback: FallbackModel
    private var request: TextRequest
    private var index = 0
    private var pieces: Pieces?
    private var hasText = false

    init(_ fallback: FallbackModel, _ request: TextRequest) {
      self.fallback = fallback
      self.request = request
    }

    func next() async throws -> String? {
      while true {
        let model = fallback.models[index]
        let pieces = self.pieces ?? Pieces(model.stream(request))
        self.pieces = pieces
        do {
          let piece = try await pieces.next()
          hasText = true
          return piece
        } catch let error as TextModelError
          where !hasText && index + 1 < fallback.models.count
          && fallback.codes.contains(error.code)
        {
          fallback.report(model.name, error)
          request.model = nil
          index += 1
          self.pieces = nil
        }
      }
    }
  }

  /// An iterator that can be kept: one session calls it, one call at a time.
  private final class Pieces {
    private var iterator: AsyncThrowingStream<String, any Error>.AsyncIterator

    init(_ stream: AsyncThrowingStream<String, any Error>) {
      iterator = stream.makeAsyncIterator()
    }

    func next(isolation: isolated (any Actor)? = #isolation) async throws -> String? {
      try await iterator.next(isolation: isolation)
    }
  }
}
