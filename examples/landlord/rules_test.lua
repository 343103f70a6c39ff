case "gas cannot wait, at no hour" {
  at = "sun 03:00",
  message = { name = "Ines", text = "I smell gas in the kitchen!!" },
  expect = {
    rule = "rules/emergency", text = re "call 112", notify = "EMERGENCY, Ines",
    due = { min = "5s", max = "1m" },
  },
}

case "a battery is no fire" {
  at = "tue 10:00",
  message = { text = "the fire alarm battery is empty, not urgent" },
  expect = { speech = "none", notify = false },
}

case "a repair is taken down, with the questions that are open" {
  at = "tue 10:00",
  steps = {
    {
      message = { text = "the tap drips" },
      expect = {
        text = "Thanks for telling me, I've written it down. could you send a photo, and since when is it so?",
        notify = "repair, Robin: the tap drips", reason = "2 questions open",
      },
    },
    { after = "10m", message = { media = "photo" }, expect = { speech = "none", reaction = "👍", notify = "sent a picture" } },
    { after = "10m", message = { text = "it drips since monday" }, expect = { speech = "none" } },
  },
}

case "nothing is asked that was said" {
  at = "tue 10:00",
  message = { text = "boiler broken since friday", media = "photo" },
  expect = { text = "Thanks for telling me, I've written it down.", notify = "repair" },
}

case "money is drafted, also where a repair is named" {
  at = "tue 10:00",
  message = { text = "the boiler is broken, so I pay less rent" },
  expect = { speech = "ai_draft", rule = "rules/money or notice", notify = "a draft is waiting" },
}

case "in the evening there is one line" {
  at = "tue 21:00",
  steps = {
    { message = { text = "good evening" }, expect = { rule = "rules/office" } },
    { after = "10m", message = { text = "are you there?" }, expect = { speech = "none" } },
  },
}
