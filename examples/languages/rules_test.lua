case "the language of the message decides" {
  steps = {
    { message = { contact = true, text = "Kommst du heute?" }, expect = { rule = "rules/german" } },
    { after = "1h", message = { contact = true, text = "привет, как дела" }, expect = { rule = "rules/russian" } },
    { after = "1h", message = { contact = true, text = "¿cómo estás?" }, expect = { rule = "rules/spanish" } },
    { after = "1h", message = { contact = true, text = "see you soon" }, expect = { rule = "rules/others", reason = "en" } },
  },
}

case "where it does not, the language of their app does" {
  message = { contact = true, text = "ok!", language = "de-AT" },
  expect = { rule = "rules/others", reason = "by the language of their app: de" },
}
