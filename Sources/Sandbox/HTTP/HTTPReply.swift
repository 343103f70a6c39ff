import NIOCore
import NIOHTTP1

/// A whole answer. Its body is JSON unless a header says otherwise.
struct HTTPReply: Sendable {
  var status: Int
  var headers: [(String, String)] = []
  var body: String
  /// In place of the text, where it is none.
  var bytes: [UInt8]?
}

typealias HTTPWriter = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

extension HTTPWriter {
  /// - Parameter isCut: one byte more is announced than comes.
  /// - Returns: whether the connection stays open.
  @discardableResult
  func send(_ reply: HTTPReply, isCut: Bool = false) async throws -> Bool {
    let body = reply.bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: reply.body)
    var fields = HTTPHeaders(reply.headers)
    if !fields.contains(name: "Content-Type") {
      fields.add(name: "Content-Type", value: "application/json")
    }
    fields.add(name: "Content-Length", value: String(body.readableBytes + (isCut ? 1 : 0)))
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: fields)
    try await write(.head(head))
    try await write(.body(.byteBuffer(body)))
    guard !isCut else { return false }
    try await write(.end(nil))
    return true
  }
}
