case "a voice note is answered by voice" {
  at = "sat 11:00",
  ai = "sunday is fine, see you at six",
  message = { contact = true, media = { kind = "voice", duration = 9 }, transcript = "are you coming on sunday?" },
  expect = { rule = "rules/talk back", speech = "voice_reply", text = "sunday is fine, see you at six", due = { max = "8m" } },
}

case "a round video is listened to as well" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "video_note", duration = 20 }, transcript = "look, the cat" },
  expect = { speech = "voice_reply" },
}

case "what nobody heard is not answered as if somebody had" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "voice", duration = 9 } },
  expect = { speech = "reply", text = re "^can't listen", reason = "not heard" },
}

case "a note of five minutes is not even fetched" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "voice", duration = 300 }, transcript = "so, it began like this" },
  expect = { speech = "reply", reason = "not heard" },
}

case "a long story gets a promise, and you are told" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "voice", duration = 170 }, transcript = ("and then she said something. "):rep(40) },
  expect = { speech = "voice_reply", text = re "^wow", notify = "Robin told a long story" },
}

case "money is left to you, with the words" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "voice", duration = 5 }, transcript = "Can you send me your IBAN again?" },
  expect = { speech = "ignore", rule = "rules/careful", notify = "Robin says by voice: Can you send me your IBAN again?" },
}

case "so is a loan" {
  at = "sat 11:00",
  message = { contact = true, media = { kind = "voice", duration = 5 }, transcript = "could you send me 200 euros till Friday?" },
  expect = { speech = "ignore", rule = "rules/careful", notify = "200 euros" },
}

case "in the office it is written, by the persona without a voice" {
  at = "tue 10:00",
  ai = "in a meeting, i'll call later",
  message = { contact = true, media = { kind = "voice", duration = 9 }, transcript = "where are you?" },
  expect = { rule = "rules/in the office", speech = "voice_reply", text = "in a meeting, i'll call later" },
}

case "what is typed is answered in writing" {
  at = "sat 11:00",
  message = { contact = true, text = "hi!" },
  expect = { rule = "rules/typed", speech = "ai_reply" },
}
