import Foundation

/// The folder of rule files that a command is about: the one named, else the home's.
enum RuleFolderChoice {
  /// - Throws: ``CommandError`` if there is no such folder.
  static func existing(_ folder: String?, _ options: HomeOptions) throws -> String {
    let path = folder ?? options.resolveHome().rules
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw CommandError(
        .usage, "There is no folder \(path).",
        remedy: "Name one, or make the home's with 'understudy init'.")
    }
    return URL(fileURLWithPath: path).path
  }
}
