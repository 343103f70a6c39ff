import Testing

/// All tests over the built program, one after the other: each starts processes, and this machine's
/// cores are better spent on one at a time.
@Suite(.serialized)
enum Integration {}
