/// Made with Telethon 1.45 (`MTProtoState.encrypt_message_data`, and the server's direction with its
/// key derivation, accepted by `decrypt_message_data`) from fixed values.
enum EnvelopeVector {
  static let salt: Int64 = 0x1122_3344_5566_7788
  static let sessionID: Int64 = -0x0102_0304_0506_0708
  static let clientMessageID: Int64 = 0x65c5_3d51_0007_5c18
  static let serverMessageID: Int64 = 0x65c5_3d51_0007_5c19
  static let body = (0..<48).map { UInt8($0) }
  static let keyID: Int64 = -5413635854272558768
  static let authKey = hex(
    """
    7c75f358a185635cc4363f9daccc3ef290ec8c6888f25555fec2f35cb8b46e20a0cd447c6b479afa65160996
    73fcf4f02d4110392c74d25cfe7a5e62114dd8e1d6a63e5754c10f9fe0e66b3be49b9db81369d1fddfb27dc4
    a07b72883609ee527b00daea2e1bded90b17cced5027de097b90fb867bd2c8ccbcc8de3ec8bc927899e19439
    400ca8ee2ea4019efdb3ecdf6b863a80981ebad41d8023611dde50f149b5257c758778c8f89c7bbc509b4877
    1d2797434c34f76285dc5ef9ed4d7e74be94a927790b57e1dbbfe64c04c06ba6c4c38ef03415b7a8918a14b0
    5c6acaedf37511e282178526cc55db38c7f16cfe5513c0dfa2bb823e5983a170a143c1de
    """)
  static let padding = hex(
    """
    f37062d78e08d82598921bd8dfbd5019
    """)
  static let clientPacket = hex(
    """
    5009c48adfe6deb420749b243be03714ec01c57426d0ec45426361126a309034477a593b434e6186328bda40
    f2ffbc7ad00d9c7e6957453b722512eb44012d59edca3c06b69cf5d9ed064891ba2792d125d225d490c96981
    30282734230acfe244030d33dffdc0e74e430e53f0bf8a31262c1e0a9f12bf90
    """)
  static let serverPacket = hex(
    """
    5009c48adfe6deb46dcbf9fd957e1c65c136419e7ba78e3c8d330d65c77e9c6e5bd66897030aff2d8ce94b84
    c429c00a554fc9158bcdbfa3bb964a78b5eabe85e88f15ee5056379cfc8153aefd87bc16cfec2903d7fe35cd
    b1a3563560da3cabb3c8af53d7b8e4cec4b11ffe4ac9f7524f2a2641f5d1c83e
    """)
}
