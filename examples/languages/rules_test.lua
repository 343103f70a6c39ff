case "the language of the message decides" {
  steps = {
    { message = { contact = true, text = "Kommst du heute?" }, expect = { rule = "rules/german" } },
    { after = "1h", message = { contact = true, text = "привет, как дела" }, expect = { rule = "rules/russian" } },
    { after = "1h", message = { contact = true, text = "¿cómo estás?" }, expect = { rule = "rules/spanish" } },
    { after = "1h", message = { contact = true, text = "see you soon" }, expect = { rule = "rules/others", reason = "written in en" } },
  },
}

case "a short one is answered as those before it" {
  steps = {
    { message = { contact = true, text = "wann kommst du denn nach Hause?" }, expect = { rule = "rules/german" } },
    { after = "1h", message = { contact = true, text = "ok!" }, expect = { rule = "rules/others", reason = "they use de" } },
  },
}

case "where nothing else tells, the language of their app does" {
  message = { contact = true, text = "ok!", language = "de-AT" },
  expect = { rule = "rules/others", reason = "they use de" },
}
