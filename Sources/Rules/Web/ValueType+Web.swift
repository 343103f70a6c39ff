import Scripting

extension ValueType {
  func hostComplaint(about value: ScriptValue) -> Complaint? {
    guard let text = value.string else {
      return Complaint(message: "must be \(expectation), not \(value.shown)")
    }
    do throws(GrammarError) {
      if text.contains("/") {
        throw GrammarError("\"\(text.prefix(60))\" is no host", hint: "leave out scheme and path")
      }
      _ = try WebAddress.authority(text[...])
      return nil
    } catch {
      return Complaint(message: "must be a host: \(error.message)", hint: error.hint)
    }
  }

  func headersComplaint(about value: ScriptValue) -> Complaint? {
    guard let table = value.table, table.items.isEmpty, table.fields.count <= 32 else {
      return Complaint(message: "must be \(expectation), not \(value.shown)")
    }
    return table.fields.lazy.compactMap(WebCall.Header.complaint).first
      .map { Complaint(message: "cannot be sent: \($0)") }
  }

  func fieldsComplaint(about value: ScriptValue) -> Complaint? {
    let fields = value.table?.fields ?? []
    let isFit =
      (1...50).contains(fields.count) && value.table?.items.isEmpty == true
      && fields.allSatisfy { field in
        if case .name = field.key {
          (1...500).contains(field.value.string?.count ?? 0)
        } else {
          false
        }
      }
    return isFit ? nil : Complaint(message: "must be \(expectation), not \(value.shown)")
  }

  func jsonComplaint(about value: ScriptValue) -> Complaint? {
    do throws(GrammarError) {
      _ = try JSONText.encode(value)
      return nil
    } catch {
      return Complaint(message: "cannot be JSON: \(error.message)", hint: error.hint)
    }
  }
}
