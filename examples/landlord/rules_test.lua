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

-- One sender after the other would share a chat's limits, so they are asked on different days.
local function each(texts, expect)
  local steps = {}
  for i, text in ipairs(texts) do
    steps[i] = { message = { text = text }, expect = expect }
    if i > 1 then steps[i].after = "1d" end
  end
  return steps
end

case "danger is danger, whatever else is said" {
  at = "sun 03:00",
  steps = each({
    "it smells of gas and the fire alarm battery is beeping", "maybe not urgent, but I smell gas", "no emergency I think, but there is smoke in the stairs",
    "the fire alarm battery was empty and there is a fire", "the fire alarm is going off", "gas is hissing somewhere", "Fire!",
  }, { rule = "rules/emergency", text = re "call 112", notify = "EMERGENCY" }),
}

case "each message about it is told, and the line is said once" {
  at = "sun 03:00",
  steps = {
    { message = { text = "I smell gas" }, expect = { rule = "rules/emergency", notify = "EMERGENCY, Robin" } },
    { after = "5m", message = { text = "it is urgent!" }, expect = { rule = "rules/emergency goes on", text = re "^I have this", notify = "it is urgent!" } },
    { after = "5m", message = { text = "now there is smoke" }, expect = { speech = "reply", notify = "now there is smoke" } },
    { after = "5m", message = { text = "and a fire" }, expect = { speech = "reply", notify = "and a fire" } },
    { after = "5m", message = { text = "the gas smell is everywhere" }, expect = { rule = "rules/emergency told", speech = "ignore", notify = "EMERGENCY goes on" } },
  },
}

case "you wrote a moment ago, and are told all the same" {
  at = "tue 21:00",
  steps = {
    { message = { text = "good evening" }, expect = { rule = "rules/office" } },
    { after = "1m", owner = "good evening, is all well?" },
    { after = "5m", message = { text = "it smells of gas in here" }, expect = { rule = "rules/emergency", notify = "EMERGENCY" } },
    { at = "wed 20:00", message = { text = "the tap drips" }, expect = { rule = "rules/repair", speech = "reply" } },
    { after = "1m", owner = "I'll send somebody" },
    { after = "5m", message = { text = "thank you" }, expect = { speech = "none" } },
  },
}

case "a repair that comes up while you talk is taken down in silence" {
  at = "tue 10:00",
  steps = {
    { message = { text = "hello" } },
    { after = "1m", owner = "hello, what can I do?" },
    { after = "5m", message = { text = "the boiler is broken" }, expect = { speech = "ignore", notify = "repair, Robin" } },
  },
}

case "nobody heard a voice note, and it might be urgent" {
  at = "sun 03:00",
  message = { media = "voice" },
  expect = { rule = "rules/voice", text = re "write the word emergency", notify = "a voice note from Robin" },
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
