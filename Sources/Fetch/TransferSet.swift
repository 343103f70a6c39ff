import CCurl

/// The transfers under way. Lives on the loop's thread.
final class TransferSet {
  private let multi: UnsafeMutableRawPointer
  private let configuration: FetchConfiguration
  private var transfers: [UInt64: Transfer] = [:]
  private var ids: [UnsafeMutableRawPointer: UInt64] = [:]

  init(multi: UnsafeMutableRawPointer, configuration: FetchConfiguration) {
    self.multi = multi
    self.configuration = configuration
    ccurl_multi_set_long(
      multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, configuration.maximumConnections)
    ccurl_multi_set_long(
      multi, CURLMOPT_MAX_HOST_CONNECTIONS, configuration.maximumConnectionsPerHost)
  }

  /// In milliseconds, until an idle limit may be reached; libcurl knows its own deadlines.
  var longestWait: Int32 {
    let now = ContinuousClock.now
    let wait = transfers.values.compactMap(\.idleDeadline).min().map {
      max($0 - now, .zero).milliseconds + 1
    }
    return Int32(clamping: min(wait ?? 60_000, 60_000))
  }

  func start(
    _ id: UInt64, _ request: FetchRequest, to target: FetchTarget, into channel: ResponseChannel
  ) {
    do throws(FetchError) {
      let transfer = try Transfer(request, to: target, configuration, into: channel)
      let code = curl_multi_add_handle(multi, transfer.easy)
      guard code == CURLM_OK else {
        throw FetchError(
          code: .internal, message: "libcurl did not take the request to \(target.authority).",
          curlCode: UInt32(bitPattern: code.rawValue))
      }
      transfers[id] = transfer
      ids[transfer.easy] = id
    } catch {
      channel.finish(error)
    }
  }

  func cancel(_ id: UInt64) { remove(id)?.channel.finish(CancellationError()) }

  func resume(_ id: UInt64) {
    guard let transfer = transfers[id] else { return }
    let code = transfer.resume()
    if code != CURLE_OK { finish(id, transfer.failure(for: code)) }
  }

  func failAll(_ error: FetchError) {
    for id in Array(transfers.keys) { finish(id, error) }
  }

  /// Moves all bytes that can be moved now.
  func perform() {
    var running: Int32 = 0
    let code = curl_multi_perform(multi, &running)
    guard code == CURLM_OK else {
      failAll(
        FetchError(
          code: .internal, message: "libcurl failed on all transfers.",
          curlCode: UInt32(bitPattern: code.rawValue)))
      return
    }
    var remaining: Int32 = 0
    while let message = curl_multi_info_read(multi, &remaining) {
      // Removal frees the message: read it first.
      let (kind, easy) = (message.pointee.msg, message.pointee.easy_handle)
      let result = message.pointee.data.result
      guard kind == CURLMSG_DONE, let easy, let id = ids[easy], let transfer = transfers[id]
      else { continue }
      finish(id, transfer.failure(for: result))
    }
    let now = ContinuousClock.now
    for (id, transfer) in transfers where transfer.isIdle(at: now) {
      finish(id, transfer.idleFailure)
    }
  }

  private func finish(_ id: UInt64, _ error: FetchError?) { remove(id)?.channel.finish(error) }

  private func remove(_ id: UInt64) -> Transfer? {
    guard let transfer = transfers.removeValue(forKey: id) else { return nil }
    ids[transfer.easy] = nil
    curl_multi_remove_handle(multi, transfer.easy)
    return transfer
  }
}

extension Duration {
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? (seconds < 0 ? .min : .max) : product + attoseconds / 1_000_000_000_000_000
  }
}
