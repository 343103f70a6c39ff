import CCurl

/// One libcurl easy handle with what belongs to it. Lives on the loop's thread; libcurl holds an
/// unretained pointer to it until it leaves the multi handle.
final class Transfer {
  let easy: UnsafeMutableRawPointer
  let channel: ResponseChannel
  let target: FetchTarget
  let limits: FetchLimits

  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>
  private var head = ResponseHeadReader()
  private var received = 0
  private var sent: Int64 = 0
  private var lastActivity = ContinuousClock.now
  private var isHalted = false
  /// Why we ourselves made libcurl stop.
  private var ownFailure: FetchError?

  init(
    _ request: FetchRequest, to target: FetchTarget, _ configuration: FetchConfiguration,
    into channel: ResponseChannel
  ) throws(FetchError) {
    guard let easy = curl_easy_init() else {
      throw FetchError(code: .internal, message: "libcurl is out of memory.")
    }
    self.easy = easy
    self.channel = channel
    self.target = target
    limits = request.limits
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try configure(request, configuration)
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headerList)
    errorText.deallocate()
  }

  private func configure(
    _ request: FetchRequest, _ configuration: FetchConfiguration
  ) throws(FetchError) {
    var options = TransferOptions(easy: easy)
    options.setErrorBuffer(errorText)
    options.setSafety(configuration, target: target)
    options.set(limits)
    options.set(request.method, url: request.url, body: request.body)
    headerList = options.setHeaders(request.headers, hasBody: request.body != nil)
    let context = Unmanaged.passUnretained(self).toOpaque()
    options.check(
      ccurl_set_header_callback(
        easy,
        { bytes, size, count, context in
          Transfer.from(context).receiveHeader(
            UnsafeRawBufferPointer(start: bytes, count: size * count))
        }, context))
    options.check(
      ccurl_set_write_callback(
        easy,
        { bytes, size, count, context in
          Transfer.from(context).receiveBody(
            UnsafeRawBufferPointer(start: bytes, count: size * count))
        }, context))
    if let code = options.failure {
      throw FetchError(
        code: .internal,
        message: "libcurl refuses the settings of a request to \(target.authority).",
        curlCode: code.rawValue)
    }
  }

  // MARK: Bytes

  private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer {
    // libcurl hands back what `configure` gave it, which was never nil.
    Unmanaged<Transfer>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// Returns how many bytes were taken; any other number makes libcurl stop.
  private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
    lastActivity = .now
    guard head.byteCount + line.count <= limits.maximumHeaderBytes else {
      ownFailure = FetchError(
        code: .tooLarge,
        message: "The header of the answer of \(target.authority) is longer than "
          + "\(limits.maximumHeaderBytes) bytes.")
      return 0
    }
    if let complete = head.feed(line) { channel.receive(head: complete) }
    return line.count
  }

  private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    lastActivity = .now
    guard received + bytes.count <= limits.maximumBodyBytes else {
      ownFailure = FetchError(
        code: .tooLarge,
        message:
          "The answer of \(target.authority) is longer than \(limits.maximumBodyBytes) bytes.")
      return 0
    }
    switch channel.receive(bytes) {
    case .accepted:
      received += bytes.count
      return bytes.count
    case .halt:
      isHalted = true
      return ccurl_pause()
    case .abandoned:
      return 0
    }
  }

  func resume() -> CURLcode {
    isHalted = false
    lastActivity = .now
    return curl_easy_pause(easy, CURLPAUSE_CONT)
  }

  // MARK: Time

  var idleDeadline: ContinuousClock.Instant? {
    isHalted ? nil : lastActivity + limits.idleTimeout
  }

  func isIdle(at now: ContinuousClock.Instant) -> Bool {
    guard let idleDeadline, now >= idleDeadline else { return false }
    // Bytes going out do not pass through a callback: their count is looked at only here.
    var count: curl_off_t = 0
    guard ccurl_get_offset(easy, CURLINFO_SIZE_UPLOAD_T, &count) == CURLE_OK, count > sent
    else { return true }
    sent = Int64(count)
    lastActivity = now
    return false
  }

  // MARK: Failures

  var idleFailure: FetchError {
    FetchError(
      code: .idle,
      message: "No byte came from \(target.authority) for \(limits.idleTimeout).")
  }

  func failure(for code: CURLcode) -> FetchError? {
    if let ownFailure { return ownFailure }
    guard code != CURLE_OK else { return nil }
    var connected: curl_off_t = 0
    ccurl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T, &connected)
    return FetchError(
      curl: code, detail: String(cString: errorText), target: target, limits: limits,
      wasConnected: connected > 0)
  }
}
