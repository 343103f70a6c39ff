case "newcomers are welcomed once, and tagged" {
  steps = {
    { message = { name = "Ana Ruiz", text = "hola" }, expect = { text = re "^Hello Ana!", label = "new", rule = "rules/welcome" } },
    { after = "1h", message = { name = "Ana Ruiz", text = "since I was six" }, expect = { speech = "none", label = false } },
  },
}

case "a booking goes on, makes a student and is remembered" {
  message = { seen_before = true, tags = "new", text = "can I book a lesson on friday?" },
  expect = { rule = "rules/booking", forward = "@studio_booking", label = "student", remember = "on friday" },
}

case "a student's question is answered with what is known" {
  ai = "You are learning the second nocturne.",
  steps = {
    { message = { seen_before = true, tags = "student", text = "I am learning the second nocturne now" }, expect = { remember = "second nocturne", speech = "none" } },
    { after = "2d", message = { tags = "student", text = "which nocturne was it?" }, expect = { text = "You are learning the second nocturne.", reason = "what is remembered" } },
  },
}

case "what one student said is nothing to another" {
  steps = {
    { message = { sender = 11, seen_before = true, tags = "student", text = "I am learning the second nocturne now" } },
    { after = "1m", message = { sender = 12, seen_before = true, tags = "student", text = "which nocturne was it?" }, expect = { speech = "ai_reply" } },
  },
}
