package import TL
internal import TelegramSchema

/// Calls methods of the API through the seam, with their own types on both sides.
package struct APICaller: Sendable {
  private let seam: CallSeam

  package init(_ seam: CallSeam) { self.seam = seam }

  /// The same with one more layer around all.
  func within(_ layer: any CallLayer) -> APICaller {
    let seam = seam
    return APICaller(
      CallSeam(layers: [layer]) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
        try await seam.invoke(call)
      })
  }

  /// - Parameter chain: calls of one chain are executed in the order in which they were made.
  package func callAsFunction<Method: TLMethod>(
    _ method: Method, over lane: CallLane = .main, chain: String? = nil
  ) async throws(TelegramError) -> Method.Response {
    let name = SchemaTable.entry(Method.constructorID)?.name ?? "\(Method.self)"
    let result = try await seam.invoke(
      RemoteCall(
        method: name, query: method.encoded(understandsEscapes: false), lane: lane, chain: chain))
    do throws(TLError) {
      return try Method.Response(bytes: result)
    } catch {
      throw TelegramError(
        .badAnswer,
        "Telegram's answer to \(name) could not be read: \(error.message). The layer that this "
          + "program speaks may be too old.")
    }
  }
}

extension APICaller {
  /// Calls any method, with both sides in TL: flood waits, migration and the rest are as for all calls.
  ///
  /// - Parameters:
  ///   - method: the published name, by which flood waits are kept.
  ///   - query: the call, its id first.
  /// - Returns: the answer, one boxed value or vector.
  package func raw(
    _ method: String, query: [UInt8]
  ) async throws(TelegramError) -> [UInt8] {
    try await seam.invoke(RemoteCall(method: method, query: query))
  }
}
