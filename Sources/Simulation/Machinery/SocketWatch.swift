import Foundation
import Glibc
import NIOCore
import NIOPosix

/// Tells when an event loop has looked at all of its sockets: a pipe to itself. The kernel lists sockets
/// in the order in which they became ready, so whoever hears what was written here knows that everything
/// that lay ready before was taken off.
final class SocketWatch: Sendable {
  private let writing: Int32
  private let channel: any Channel

  /// - Parameter heard: is called on the loop, once for each ``ask()``.
  /// - Throws: `POSIXError` if there are no file descriptors left.
  init(on group: MultiThreadedEventLoopGroup, heard: @escaping @Sendable () -> Void) async throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EMFILE)
    }
    let reading = ends[0]
    writing = ends[1]
    channel = try await NIOPipeBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Ear(heard: heard))
        }
      }
      .takingOwnershipOfDescriptor(input: reading).get()
  }

  /// One answer for each; not asked again before it has come.
  func ask() {
    var byte: UInt8 = 0
    // An empty pipe takes a byte.
    _ = write(writing, &byte, 1)
  }

  deinit { close(writing) }

  private final class Ear: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let heard: @Sendable () -> Void

    init(heard: @escaping @Sendable () -> Void) { self.heard = heard }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { heard() }
  }
}
