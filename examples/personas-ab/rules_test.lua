case "the same person meets the same variant, each time" {
  steps = {
    {
      message = { contact = true, sender = 6000, text = "back from the sea" },
      ai = "lucky you",
      expect = { speech = "ai_reply", variant = "A brief", text = "lucky you" },
    },
    {
      after = "2h",
      message = { contact = true, sender = 6000, text = "so windy" },
      expect = { variant = "A brief", due = { min = "1s", max = "12m" } },
    },
  },
}

case "another may meet the other" {
  message = { contact = true, sender = 6001, text = "back from the sea" },
  expect = { rule = "rules/experiment", variant = "B warm" },
}

case "who asks gets the truth, whatever the model would say" {
  message = { contact = true, text = "are you a bot?" },
  ai = "me? no",
  expect = { speech = "ai_reply", text = "Good question: a program writes this for Olga, who reads along." },
}

case "strangers take no part" {
  message = { text = "hi" },
  expect = { guard = "unmonitored" },
}
