import Model
import Sandbox

/// What happens in the demo's day. The rules decide what becomes of it.
enum DemoScript {
  static let scenes = [
    DemoScene("A friend writes three messages in a row", at: DemoDay.time(8, 24), minutes: 10) {
      stage in
      for text in ["morning!", "are you awake already", "i found your blue scarf"] {
        try await stage.write(text, from: Cast.alice)
        try await stage.wait(seconds: 8)
      }
    },
    DemoScene(
      "Working hours: a question, and somebody wants money", at: DemoDay.time(10, 10), minutes: 22
    ) {
      stage in
      try await stage.write("are you coming to football on sunday?", from: Cast.ben)
      try await stage.wait(seconds: 90)
      try await stage.write("can you lend me 200 euros? my iban is the old one", from: Cast.clara)
    },
    DemoScene(
      "A group: only what mentions the owner is read", at: DemoDay.time(12, 40), minutes: 12
    ) {
      stage in
      try await stage.write("lovely weather today", from: Cast.hugo, to: Cast.football)
      try await stage.wait(seconds: 20)
      try await stage.write(
        "@robinhale are you bringing the ball?", from: Cast.ben, to: Cast.football)
    },
    DemoScene("The owner takes over from the phone", at: DemoDay.time(14, 0), minutes: 5) { stage in
      try await stage.write("i'm at the station now", from: Cast.emma)
      try await stage.wait(seconds: 6)
      try await stage.writeAsOwner("coming to fetch you!", to: Cast.emma)
      try await stage.wait(seconds: 60)
      try await stage.write("great, platform 3", from: Cast.emma)
    },
    DemoScene("A rule file is edited while the twin runs", at: DemoDay.time(18, 5), minutes: 13) {
      stage in
      try await stage.edit("people.lua", adding: trainRule)
      try await stage.write("shall we cook something later", from: Cast.alice)
    },
    DemoScene("The twin is killed in the middle of a send", at: DemoDay.time(19, 30), minutes: 14) {
      stage in
      try await stage.write("я купил билеты на концерт", from: Cast.dmitri)
      try await stage.write("we won the match by the way", from: Cast.ben)
      try await stage.killDuringNextSend()
      try await stage.write("the cat is asleep on your chair", from: Cast.clara)
      try await stage.wait(seconds: 60)
      try await stage.startTwin()
    },
    DemoScene("At night", at: DemoDay.time(23, 40), minutes: 2) { stage in
      try await stage.write("can't sleep, thinking about the trip", from: Cast.clara)
    },
    DemoScene("The next morning", at: DemoDay.time(24 + 7, 30), minutes: 14) { _ in },
  ]

  private static let trainRule = """

    -- Added during the demo.
    rule "on the train" {
      when = { monitor = "people", sender = "@alicemoreno" },
      priority = 10,
      act = reply { "on the train with no signal to speak of, back at eight", delay = "human" },
      because = "the owner sits on a train",
    }

    """
}
