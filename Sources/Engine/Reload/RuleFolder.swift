import Foundation
package import Rules

/// The folder that holds the owner's rule files.
package struct RuleFolder: Sendable {
  package let path: String

  /// Bounds on what is read: far above what any person writes.
  private static let largestFile = 1 << 20
  private static let mostFiles = 1000
  private static let deepest = 8
  /// Of files and folders that are looked at, whatever they are called: a folder with more is a home or
  /// a root that was named by mistake.
  private static let mostEntries = 20_000

  package init(path: String) { self.path = path }

  /// Reads all rule files at once, sorted by path: `*.lua` at any depth, without test files
  /// (`*_test.lua`), hidden files and the backups that editors leave; and the calendars beside them,
  /// `*.ics`, which rules refer to.
  ///
  /// A folder without any is no set of rules: it is what a copy that went wrong leaves behind.
  ///
  /// - Throws: ``RuleLoadError`` naming what cannot be read.
  package func read() throws(RuleLoadError) -> [RuleSource] {
    let sources = try read { Self.isRuleFile($0) || Self.isCalendar($0) }
    guard sources.contains(where: { Self.isRuleFile($0.path) }) else {
      throw RuleLoadError(problems: [
        RuleProblem(
          file: path, message: "holds no rule files (*.lua)",
          hint: "understudy new rule begins one; /stop in Saved Messages silences the twin")
      ])
    }
    return sources
  }

  /// Reads the test files, `*_test.lua`, likewise.
  package func readTests() throws(RuleLoadError) -> [RuleSource] { try read(Self.isTestFile) }

  private func read(_ isWanted: @escaping (String) -> Bool) throws(RuleLoadError) -> [RuleSource] {
    var walk = Walk(isWanted: isWanted)
    walk.visit(path)
    if walk.entriesLeft < 0 {
      walk.problems = [
        RuleProblem(
          file: path, message: "holds more than \(Self.mostEntries) files and folders",
          hint: "name the folder that holds the rules alone")
      ]
    }
    guard walk.problems.isEmpty else { throw RuleLoadError(problems: walk.problems) }
    return walk.sources.sorted { $0.path < $1.path }
  }

  /// The folder and all folders below it that may hold rules, for those who watch them.
  package func folders() -> [String] {
    var found = [path]
    var next = 0
    while next < found.count, found.count < Self.mostFiles {
      let folder = found[next]
      next += 1
      guard depth(of: folder) < Self.deepest else { continue }
      for name in Self.names(in: folder) ?? [] where Self.isVisible(name) {
        if Self.isFolder(folder + "/" + name) { found.append(folder + "/" + name) }
      }
    }
    return found
  }

  /// Whether a file of this name is a rule file.
  package static func isRuleFile(_ name: String) -> Bool {
    isVisible(name) && name.hasSuffix(".lua") && !name.hasSuffix("_test.lua")
  }

  private static func isTestFile(_ name: String) -> Bool {
    isVisible(name) && name.hasSuffix("_test.lua")
  }

  private static func isCalendar(_ name: String) -> Bool {
    isVisible(name) && name.hasSuffix(".ics")
  }

  private static func isVisible(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~")
  }

  /// Reads a folder and those below it.
  private struct Walk {
    let isWanted: (String) -> Bool
    var sources: [RuleSource] = []
    var problems: [RuleProblem] = []
    /// Below zero: there were more, which were not looked at.
    var entriesLeft = RuleFolder.mostEntries

    mutating func visit(_ folder: String, prefix: String = "", depth: Int = 0) {
      guard RuleFolder.isFolder(folder) else {
        problems.append(
          RuleProblem(
            file: folder, message: "there is no such folder", hint: "make one with understudy init")
        )
        return
      }
      guard let names = RuleFolder.names(in: folder) else {
        problems.append(
          RuleProblem(
            file: folder, message: "cannot be read", hint: "check the folder's permissions"))
        return
      }
      for name in names where RuleFolder.isVisible(name) {
        entriesLeft -= 1
        guard entriesLeft >= 0 else { return }
        let (file, relative) = (folder + "/" + name, prefix + name)
        if RuleFolder.isFolder(file) {
          guard depth < RuleFolder.deepest else { continue }
          visit(file, prefix: relative + "/", depth: depth + 1)
        } else if isWanted(name) {
          take(file, named: relative)
          if sources.count > RuleFolder.mostFiles {
            problems.append(
              RuleProblem(file: relative, message: "more than \(RuleFolder.mostFiles) rule files"))
            return
          }
        }
      }
    }

    private mutating func take(_ file: String, named name: String) {
      switch RuleFolder.source(at: file, named: name) {
      case .success(let source): sources.append(source)
      case .failure(let problem): problems.append(problem)
      }
    }
  }

  private static func source(
    at file: String, named name: String
  ) -> Result<RuleSource, RuleProblem> {
    // A pipe would be waited for.
    let kind = try? URL(filePath: file).resolvingSymlinksInPath()
      .resourceValues(forKeys: [.isRegularFileKey])
    guard kind?.isRegularFile == true else {
      return .failure(
        RuleProblem(
          file: name, message: "is no file that can be read",
          hint: "a rule file is a plain file, or a link to one"))
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      return .failure(
        RuleProblem(file: name, message: "cannot be read", hint: "check its permissions"))
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: Self.largestFile + 1) ?? Data() else {
      return .failure(RuleProblem(file: name, message: "cannot be read"))
    }
    guard data.count <= Self.largestFile else {
      return .failure(
        RuleProblem(file: name, message: "is larger than \(Self.largestFile >> 20) MiB"))
    }
    return .success(RuleSource(path: name, bytes: Array(data)))
  }

  /// Sorted; nil if the folder may not be read.
  private static func names(in folder: String) -> [String]? {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      // It vanished in between: it holds nothing.
      return []
    } catch {
      return nil
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private func depth(of folder: String) -> Int {
    folder.utf8.count { $0 == UInt8(ascii: "/") } - path.utf8.count { $0 == UInt8(ascii: "/") }
  }
}
