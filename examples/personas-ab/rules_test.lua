case "an even id meets the brief one, each time" {
  steps = {
    {
      message = { contact = true, sender = 6000, text = "back from the sea" },
      ai = "lucky you",
      expect = { speech = "ai_reply", reason = "persona A brief, by lot", text = "lucky you" },
    },
    {
      after = "2h",
      message = { contact = true, sender = 6000, text = "so windy" },
      expect = { reason = "persona A brief, by lot" },
    },
  },
}

case "an odd id meets the warm one" {
  message = { contact = true, sender = 6001, text = "back from the sea" },
  expect = { rule = "rules/experiment", reason = "persona B warm, by lot", due = { min = "1s", max = "12m" } },
}

case "who has chosen gets what they chose" {
  message = { contact = true, sender = 6001, username = "test_anna", text = "which one are you?" },
  expect = { reason = "persona A brief, chosen" },
}

case "strangers take no part" {
  message = { text = "hi" },
  expect = { guard = "unmonitored" },
}
