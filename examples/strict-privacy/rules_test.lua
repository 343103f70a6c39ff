case "what is delicate is not answered, and not repeated in the notice" {
  message = { text = "the doctor called about the diagnosis" },
  expect = { speech = "ignore", rule = "rules/delicate", notify = "Robin wrote something that only you should answer" },
}

case "one short word a day" {
  steps = {
    { message = { text = "how are you" }, expect = { text = "read it, i'll write back tonight" } },
    { after = "2h", message = { text = "ok" }, expect = { speech = "none" } },
  },
}

case "pictures are left alone" { message = { media = "photo", text = "look" }, expect = { speech = "ignore", rule = "rules/media" } }

case "strangers and groups leave no trace" {
  steps = {
    { message = { sender = 9, text = "hi" }, expect = { guard = "unmonitored" } },
    { after = "1m", message = { chat = "group", text = "hi" }, expect = { guard = "unmonitored" } },
  },
}
