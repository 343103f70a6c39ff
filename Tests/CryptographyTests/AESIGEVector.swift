enum AESIGEVector {
  static let cipher = """
    b6b23cb46d2f43de2c67fc9a3a9e35104fad6ed15177969c1cebc616bcfa482c
    b220e4d159bedfd570df191a805e9d9d13b6d62f0ea1e40541bd31ebe72f51c6
    bcbe80f3caa93a9721bc276febcaf79e
    """
}
