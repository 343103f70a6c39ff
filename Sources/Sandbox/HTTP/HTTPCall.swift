import Foundation

/// One request as it came in.
package struct HTTPCall: Sendable {
  package let method: String
  /// Without the query.
  package let path: String
  package let query: [(name: String, value: String)]
  package let headers: [(name: String, value: String)]
  /// Of one that is longer than the limit no more than one byte beyond it.
  package let body: [UInt8]
  package let isTooLarge: Bool

  init(
    method: String, uri: String, headers: [(name: String, value: String)], body: [UInt8],
    isTooLarge: Bool
  ) {
    self.method = method
    self.headers = headers
    self.body = body
    self.isTooLarge = isTooLarge
    let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? "/"
    let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
    query = pairs.map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1).map {
        String($0).removingPercentEncoding ?? String($0)
      }
      return (name: sides.first ?? "", value: sides.count > 1 ? sides[1] : "")
    }
  }

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
