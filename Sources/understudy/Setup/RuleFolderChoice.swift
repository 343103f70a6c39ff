import Foundation

/// The folder of rule files that a command is about: the one named, else the home's.
enum RuleFolderChoice {
  /// - Throws: ``CommandError`` if there is no such folder.
  static func existing(_ folder: String?, _ options: HomeOptions) throws -> String {
    let path = folder ?? options.resolveHome().rules
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, !isFolder.boolValue {
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
      throw CommandError(
        .usage, "\(path) is a file, and the files of a folder are one set of rules.",
        remedy: "Name the folder: \(parent)")
    }
    guard exists else {
      throw CommandError(
        .usage, "There is no folder \(path).",
        remedy: "Name one, or make the home's with 'understudy init'.")
    }
    return URL(fileURLWithPath: path).path
  }
}
