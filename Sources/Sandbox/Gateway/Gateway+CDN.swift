import MTProto
import TL
import TelegramSchema

// Delivery servers: what a data center says of its own, and what one does (core.telegram.org/cdn).
extension Gateway {
  private static let deliveryMethods: Set<String> = ["upload.getCdnFile"]

  func cdnHashes(_ call: Methods.Upload.GetCdnFileHashes) throws(Refusal) -> [API.FileHash] {
    guard let cdn else { throw Refusal("FILE_TOKEN_INVALID") }
    return try cdn.hashes(call.fileToken, from: call.offset)
  }

  func reupload(_ call: Methods.Upload.ReuploadCdnFile) throws(Refusal) -> [API.FileHash] {
    guard let cdn else { throw Refusal("FILE_TOKEN_INVALID") }
    return try cdn.reupload(call.fileToken, request: call.requestToken)
  }

  /// All that a delivery server does.
  func give(_ call: Methods.Call, from shelf: CDNShelf) throws(Refusal) -> any TLEncodable {
    guard case .uploadGetCdnFile(let call) = call else { throw Refusal("CDN_METHOD_INVALID") }
    return try shelf.give(call.fileToken, offset: call.offset, limit: call.limit)
  }

  /// Notes what a client had better not told a delivery server.
  mutating func judgeAsStranger(_ call: IncomingCall, in session: SessionKey) {
    if !Self.deliveryMethods.contains(call.method) || call.withoutUpdates {
      indiscretions.append((session, Breach(.cdnMethod, detail: "It calls \(call.method).")))
    }
    if call.initialises, call.device != "n/a" {
      indiscretions.append(
        (session, Breach(.cdnIdentity, detail: "It calls its machine \(call.device).")))
    }
  }
}
