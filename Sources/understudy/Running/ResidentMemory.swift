import Glibc

/// Gives back memory that is held for no use: what starting up has touched of program and libraries.
///
/// A Swift program looks through the metadata of all its modules when it starts, which leaves tens of
/// megabytes of code in its resident set that it never runs. They are clean pages of files: the
/// kernel maps them again from its page cache where they are used after all.
enum ResidentMemory {
  /// When the start is over, and how often what a busy hour has touched is let go of.
  private static let settled = Duration.seconds(10)
  private static let interval = Duration.seconds(600)

  /// Until the task is cancelled.
  static func keepSmall() async {
    var pause = settled
    while (try? await Task.sleep(for: pause)) != nil {
      giveBack()
      pause = interval
    }
  }

  static func giveBack() {
    for mapping in Mapping.all(in: map()) where mapping.isClean {
      madvise(UnsafeMutableRawPointer(bitPattern: mapping.start), mapping.size, MADV_DONTNEED)
    }
  }

  /// What is mapped where; empty if it cannot be read, and then memory stays as it is. The file has no
  /// size and comes a page at a time.
  static func map() -> String {
    let descriptor = open("/proc/self/smaps", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &piece, piece.count), count > 0 {
      text += piece[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A stretch of the address space, as proc_pid_smaps(5) describes it.
  struct Mapping: Equatable {
    var start: UInt
    var size: Int
    /// Nothing in it differs from the file that it shows, and nothing can: it is not writable.
    var isClean: Bool

    static func all(in text: String) -> [Mapping] {
      var mappings: [Mapping] = []
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: " ", omittingEmptySubsequences: true)
        guard let first = fields.first else { continue }
        if first.last == ":" {
          // Pages that were written to: relocated by the dynamic linker, for instance.
          guard first == "Anonymous:", fields.count > 1, fields[1] != "0", !mappings.isEmpty
          else { continue }
          mappings[mappings.count - 1].isClean = false
          continue
        }
        let bounds = first.split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard bounds.count == 2, bounds[0] < bounds[1], fields.count > 1 else { continue }
        let showsFile = fields.count > 5 && fields[5].first == "/"
        mappings.append(
          Mapping(
            start: bounds[0], size: Int(bounds[1] - bounds[0]),
            isClean: showsFile && ["r-xp", "r--p"].contains(fields[1])))
      }
      return mappings
    }
  }
}
