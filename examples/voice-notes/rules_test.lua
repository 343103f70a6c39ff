case "a short note by day gets a line and a look" {
  at = "tue 11:00",
  message = { contact = true, media = { kind = "voice", duration = 9 } },
  expect = { speech = "reply", text = "can't listen right now, will do in a bit", reaction = "👀", due = { max = "8m" } },
}

case "a long one gets its length back, and you are told" {
  at = "tue 11:00",
  message = { contact = true, media = { kind = "voice", duration = 200 } },
  expect = { text = re "^wow, 4 minutes!", notify = "Robin sent 4 minutes of voice", reaction = "none" },
}

case "at night nobody is promised anything before the morning" {
  at = "wed 03:00",
  message = { contact = true, media = { kind = "voice", duration = 200 } },
  expect = { rule = "rules/voice", notify = "Robin sent 4 minutes of voice", due = { min = "4h30m", max = "5h" } },
}

case "a round video counts as voice, whatever its length" {
  at = "tue 11:00",
  message = { contact = true, media = "video_note" },
  expect = { rule = "rules/voice", speech = "reply" },
}

case "the third in an hour gets nothing more" {
  at = "tue 11:00",
  steps = {
    { message = { contact = true, media = { kind = "voice", duration = 5 } }, expect = { speech = "reply" } },
    { after = "10m", message = { contact = true, media = { kind = "voice", duration = 5 } }, expect = { speech = "reply" } },
    { after = "10m", message = { contact = true, media = { kind = "voice", duration = 5 } }, expect = { speech = "none" } },
  },
}

case "in the evening they are left to the owner" {
  at = "sat 20:00",
  message = { contact = true, media = { kind = "voice", duration = 9 } },
  expect = { speech = "ignore", notify = "Robin sent a voice note" },
}

case "whoever asks is told the truth" {
  message = { contact = true, text = "Did you listen?" },
  expect = { rule = "rules/is it urgent", speech = "reply" },
}
