import Scripting

extension Linker {
  func compileTimers(zone: ZoneTable, hours: [String: HoursTable]) -> [CompiledTimer] {
    let hasher = RuleHasher(self)
    return timers.map { timer in
      let value = timer.declared.value
      let kind: TimerSchedule.Kind =
        switch value.when {
        case .interval(let interval): .interval(interval)
        case .moments(let moments):
          .moments(moments, value.zone.flatMap(ZoneName.resolve).map(ZoneTable.init) ?? zone)
        }
      let body: CompiledTimer.Body =
        switch value.body {
        case .act(let actions): .act(actions)
        case .run(let function): .run(function, file: timer.file)
        }
      return CompiledTimer(
        timer: RuleTimer(
          id: timer.id, schedule: "\(value.schedule) \(value.zone == nil ? zone.name : "")",
          words: value.words, file: timer.declared.place.file, line: timer.declared.place.line,
          makesUp: value.makesUp,
          times: TimerSchedule(kind: kind, hours: value.hours.compactMap { hours[$0] })),
        place: timer.declared.place, because: value.because ?? "timer \(timer.id) is due",
        body: body, hash: hasher.hash(ofFile: timer.file, id: timer.id, text: timer.declared.text),
        seed: StableHash.of(timer.id))
    }
  }
}
