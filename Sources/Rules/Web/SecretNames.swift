import Scripting
import Synchronization

/// The numbers under which secrets stand in Lua. A number stands for a name, never for a value; the value
/// is the host's, and is looked up where it goes on the wire.
enum SecretNames {
  private static let names = Mutex<[String]>([])
  /// Far more than anybody has.
  private static let most = 1000

  /// `CRM_TOKEN`.
  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.first?.isNumber == false
      && text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }

  static func handle(for name: String) -> ScriptHandle? {
    names.withLock { names in
      if let known = names.firstIndex(of: name) { return handle(known) }
      guard names.count < most else { return nil }
      names.append(name)
      return handle(names.count - 1)
    }
  }

  static func name(of handle: ScriptHandle) -> String? {
    guard handle.className == ScriptClassName.secret else { return nil }
    return names.withLock { names in
      handle.id < UInt64(names.count) ? names[Int(handle.id)] : nil
    }
  }

  private static func handle(_ index: Int) -> ScriptHandle {
    ScriptHandle(ScriptClassName.secret, id: UInt64(index))
  }
}
