case "what is delicate is not answered, and not repeated in the notice" {
  message = { text = "the doctor called about the diagnosis" },
  expect = { speech = "ignore", rule = "rules/delicate", notify = "Robin wrote something that only you should answer" },
}

case "one short word a day" {
  at = "tue 12:00",
  steps = {
    { message = { text = "how are you" }, expect = { text = "got your message, i'll write back when i can sit down with it" } },
    { after = "2h", message = { text = "ok" }, expect = { speech = "none" } },
  },
}

case "a call for help is told at once, at any hour, and not put off" {
  at = "wed 03:00",
  steps = {
    { message = { text = "please help me, i'm scared" }, expect = { speech = "ignore", rule = "rules/call for help", notify = "Robin may need you now" } },
    { after = "1m", message = { text = "the doctor says i must go to the hospital, call me" }, expect = { speech = "ignore", notify = "may need you now" } },
  },
}

case "at night the short word waits for the morning" {
  at = "wed 03:00",
  message = { text = "thinking about our trip" },
  expect = { rule = "rules/received", due = { min = "5h", max = "6h" } },
}

case "after a word of your own there is none of the twin's, and a call for help is told all the same" {
  at = "tue 12:00",
  steps = {
    { message = { media = "photo" } },
    { after = "1m", owner = "nice!" },
    { after = "10m", message = { text = "isn't it" }, expect = { speech = "none", guard = "none" } },
    { after = "1m", message = { text = "there was an accident" }, expect = { rule = "rules/call for help", notify = "may need you now" } },
    { after = "3h", message = { text = "all good again" }, expect = { rule = "rules/received" } },
  },
}

case "pictures are left alone" { message = { media = "photo", text = "look" }, expect = { speech = "ignore", rule = "rules/media" } }

case "strangers and groups leave no trace" {
  steps = {
    { message = { sender = 9, text = "hi" }, expect = { guard = "unmonitored" } },
    { after = "1m", message = { chat = "group", text = "hi" }, expect = { guard = "unmonitored" } },
  },
}
