/// Constructor ids of what the codec and the session read by hand
/// (core.telegram.org/mtproto/service_messages, core.telegram.org/mtproto/TL).
@usableFromInline package enum TLID {
  @inlinable package static var vector: UInt32 { 0x1cb5_c415 }
  @inlinable package static var boolTrue: UInt32 { 0x9972_75b5 }
  @inlinable package static var boolFalse: UInt32 { 0xbc79_9737 }
  @inlinable package static var null: UInt32 { 0x5673_0bcc }
  @inlinable package static var gzipPacked: UInt32 { 0x3072_cfa1 }
  @inlinable package static var messageContainer: UInt32 { 0x73f1_f8dc }
  @inlinable package static var futureSalts: UInt32 { 0xae50_0895 }
  @inlinable package static var rpcResult: UInt32 { 0xf35c_6d01 }
}
