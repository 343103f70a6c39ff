import Dispatch
import Glibc
import Synchronization

/// Tells that something in a folder may have changed, through inotify(7).
///
/// It watches folders, not files, since editors replace files; and the folder's parent, since a
/// deployment may swap the whole folder. A signal says only "look again".
package final class FolderWatch {
  /// Each element: something changed since the last one was taken.
  package let changes: AsyncStream<Void>

  private let source: any DispatchSourceRead

  /// Nil where the kernel grants no watch; the poll finds changes then.
  package init?(_ folder: RuleFolder) {
    guard let watches = Watches(of: folder) else { return nil }
    let (changes, sink) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    source = DispatchSource.makeReadSource(
      fileDescriptor: watches.descriptor, queue: DispatchQueue(label: "understudy.rules.watch"))
    source.setCancelHandler { close(watches.descriptor) }
    source.setEventHandler {
      watches.drain()
      watches.renew()
      sink.yield()
    }
    source.activate()
  }

  deinit { source.cancel() }
}

/// The inotify instance and the watches it holds; its descriptor is closed by the ``FolderWatch``.
private final class Watches: Sendable {
  let descriptor: Int32

  private let folder: RuleFolder
  private let watched = Mutex<[Int32]>([])

  init?(of folder: RuleFolder) {
    self.folder = folder
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    renew()
    guard watched.withLock({ !$0.isEmpty }) else {
      close(descriptor)
      return nil
    }
  }

  /// Watches every folder that is there now; inotify keeps one watch per folder however often it is
  /// asked.
  func renew() {
    let changes = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF
        | IN_MOVE_SELF)
    let parent = folder.path.split(separator: "/").dropLast().joined(separator: "/")
    let fresh =
      folder.folders().map { inotify_add_watch(descriptor, $0, changes) }
      + [inotify_add_watch(descriptor, "/" + parent, UInt32(IN_MOVED_TO | IN_CREATE))]
    watched.withLock { watched in
      // Folders that a swap took away: their watches would only bring noise.
      for stale in Set(watched).subtracting(fresh) { inotify_rm_watch(descriptor, stale) }
      watched = fresh.filter { $0 >= 0 }
    }
  }

  func drain() {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
