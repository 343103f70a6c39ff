internal import MTProto
internal import TL
internal import TelegramSchema

extension AccountAPI {
  /// Answers in a row that are no part of the file.
  private static var cdnAttempts: Int { 12 }

  /// A part of a file from the content delivery network, decrypted and checked.
  ///
  /// - Parameter master: the data center that keeps the file itself.
  func fetch(
    _ range: Range<Int64>, of copy: CDNCopy, master: Int
  ) async throws(CDNTrouble) -> [UInt8] {
    for _ in 0..<Self.cdnAttempts {
      let generation = await copy.generation
      let answer = try await ask(
        Methods.Upload.GetCdnFile(
          fileToken: copy.token, offset: range.lowerBound, limit: Int32(FileLimits.partSize)),
        over: .cdn(dc: copy.dc))
      switch answer {
      case .cdnFile(let part):
        return try await copy.open(part.bytes, range) { offset throws(CDNTrouble) in
          try await ask(
            Methods.Upload.GetCdnFileHashes(fileToken: copy.token, offset: offset),
            over: .files(dc: master))
        }
      case .cdnFileReuploadNeeded(let lost):
        try await copy.renew(after: generation) { () throws(CDNTrouble) in
          try await ask(
            Methods.Upload.ReuploadCdnFile(
              fileToken: copy.token, requestToken: lost.requestToken), over: .files(dc: master))
        }
      }
    }
    throw .useless("it does not give the file out")
  }

  private func ask<Method: TLMethod>(
    _ method: Method, over lane: CallLane
  ) async throws(CDNTrouble) -> Method.Response {
    do throws(TelegramError) {
      return try await call(method, over: lane)
    } catch {
      if Task.isCancelled { throw .ended(error) }
      switch error.server?.name {
      case "FILE_TOKEN_INVALID", "REQUEST_TOKEN_INVALID": throw .expired
      default: throw .useless(error.message)
      }
    }
  }
}
