internal import Model
internal import TelegramSchema

/// What the workers of one download share.
actor DownloadState {
  /// New references in a row that bring no part: something else is wrong then.
  private static let maximumRenewals = 3

  /// Tokens of the content delivery network in a row that were too old.
  private static let maximumExpirations = 3

  struct Location: Sendable {
    var file: RemoteFile
    /// Counts the references that were had so far.
    var generation = 0
    /// Where the parts come from, if not from the file's data center itself.
    var copy: CDNCopy?
    /// Whether it may send us to the content delivery network.
    var allowsCDN = true
  }

  private(set) var location: Location
  private var parts: PartFile
  private var done: Int64
  private var renewals = 0
  private var expirations = 0
  private(set) var remarks: [String] = []
  private var isRenewing = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private let renew: @Sendable () async throws(TelegramError) -> RemoteFile
  private let progress: TransferProgress

  init(
    _ file: RemoteFile, parts: consuming PartFile,
    renew: @escaping @Sendable () async throws(TelegramError) -> RemoteFile,
    progress: @escaping TransferProgress
  ) {
    location = Location(file: file)
    done = parts.resumed
    progress(parts.resumed, parts.size)
    self.parts = parts
    self.renew = renew
    self.progress = progress
  }

  /// A part to fetch; nil if none is left.
  func next() -> (part: Int64, range: Range<Int64>)? {
    parts.next().map { ($0, PartFile.range(of: $0, size: parts.size)) }
  }

  func accept(_ bytes: [UInt8], part: Int64) throws(FileError) {
    try parts.write(bytes, part: part)
    done += Int64(bytes.count)
    renewals = 0
    progress(done, parts.size)
  }

  /// The file lies in another data center than its message says.
  func move(to dc: Int) { location.file.dc = dc }

  /// The content delivery network has a copy.
  func follow(_ redirect: API.Upload.File.FileCdnRedirect) {
    // Each of the parts under way is sent there; one copy is enough.
    guard location.copy == nil, location.allowsCDN else { return }
    do throws(CDNTrouble) {
      location.copy = try CDNCopy(redirect, size: parts.size)
    } catch {
      leave(nil, of: Int(redirect.dcId), because: error)
    }
  }

  /// Nothing more comes of this copy.
  ///
  /// - Returns: what is to be told of it, where that is anything.
  @discardableResult
  func leave(_ copy: CDNCopy?, of dc: Int, because trouble: CDNTrouble) -> String? {
    guard location.copy === copy, location.allowsCDN else { return nil }
    location.copy = nil
    switch trouble {
    case .expired:
      expirations += 1
      location.allowsCDN = expirations < Self.maximumExpirations
      return nil
    case .ended: return nil
    case .useless(let why):
      location.allowsCDN = false
      let remark =
        "The delivery server in data center \(dc) was left for data center \(location.file.dc): \(why)."
      remarks.append(remark)
      return remark
    }
  }

  /// The reference of this generation has expired; returns once there is a newer one. However many ask,
  /// the message is fetched once.
  func renewReference(after generation: Int) async throws(TelegramError) {
    while isRenewing { await withCheckedContinuation { waiting.append($0) } }
    guard location.generation == generation else { return }
    renewals += 1
    guard renewals <= Self.maximumRenewals else {
      throw TelegramError(
        .badAnswer, "Telegram refuses the file's reference, however often it gives a new one.")
    }
    isRenewing = true
    defer {
      isRenewing = false
      for waiter in waiting { waiter.resume() }
      waiting.removeAll()
    }
    let fresh = try await renew()
    guard fresh.id == location.file.id, fresh.kind == location.file.kind else {
      throw TelegramError(
        .badAnswer, "The message carries another file by now; download it anew.")
    }
    location.file = fresh
    location.generation = generation + 1
  }

  func finish(as target: String, replaces: Bool) throws(FileError) -> Int64 {
    try parts.close(as: target, replaces: replaces)
    return parts.size
  }
}
