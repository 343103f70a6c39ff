package import TL
internal import TelegramSchema

/// Calls methods of the API through the seam, with their own types on both sides.
package struct APICaller: Sendable {
  private let seam: CallSeam

  package init(_ seam: CallSeam) { self.seam = seam }

  package func callAsFunction<Method: TLMethod>(
    _ method: Method
  ) async throws(TelegramError) -> Method.Response {
    let name = SchemaTable.entry(Method.constructorID)?.name ?? "\(Method.self)"
    let result = try await seam.invoke(RemoteCall(method: name, query: method.encoded()))
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
