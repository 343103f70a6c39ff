case "somebody new is greeted once, and then talked with" {
  at = "tue 10:00",
  steps = {
    { message = { name = "Kim Doe", text = "Hi, is this the studio?" }, expect = { text = re "^Hello! This is the assistant of Olga", notify = "somebody new writes: Kim Doe" } },
    { after = "5m", message = { name = "Kim Doe", text = "I need a website" }, expect = { rule = "rules/conversation", speech = "ai_reply" } },
  },
}

case "spam is not answered" {
  at = "tue 10:00",
  steps = {
    { message = { text = "Earn money now" }, expect = { speech = "ignore", rule = "rules/spam" } },
    { after = "1m", message = { sender = 6, text = "look: https://example.org/win" }, expect = { speech = "ignore" } },
    { after = "1m", message = { sender = 7, text = "news", forwarded = true }, expect = { speech = "ignore" } },
  },
}

case "closed at night, and on holidays" {
  at = "2026-12-25 10:00",
  message = { text = "anybody there?" },
  expect = { rule = "rules/closed" },
}

case "friends are left alone" { message = { contact = true, text = "hey" }, expect = { guard = "unmonitored" } }
