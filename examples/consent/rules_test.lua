case "nobody's words reach a model before they agree" {
  steps = {
    { message = { text = "hi, are you around?" }, expect = { text = re "yes or no", rule = "rules/ask" } },
    { after = "5m", message = { text = "what for" }, expect = { speech = "none" } },
    { after = "5m", message = { text = "yes, sure" }, expect = { rule = "rules/answer", label = "agreed" } },
    { after = "5m", message = { text = "how was the trip?" }, expect = { speech = "ai_reply", rule = "rules/talk" } },
  },
}

case "a no is kept" {
  steps = {
    { message = { text = "hello" }, expect = { rule = "rules/ask" } },
    { after = "5m", message = { text = "no thanks" }, expect = { text = re "will answer", label = "refused" } },
    { after = "40d", message = { text = "hello again" }, expect = { speech = "none" } },
  },
}

case "consent is withdrawn at any time" {
  steps = {
    { message = { text = "hello" }, expect = { rule = "rules/ask" } },
    { after = "5m", message = { text = "yes" }, expect = { label = "agreed" } },
    { after = "5m", message = { text = "no robot please" }, expect = { rule = "rules/withdraw", label = "refused" } },
    { after = "5m", message = { text = "so what now" }, expect = { speech = "none" } },
  },
}

case "a yes to something else is no consent" {
  message = { text = "yes, at six" },
  expect = { rule = "rules/ask" },
}

case "a question that nobody answered is not asked again within a month" {
  steps = {
    { message = { text = "hello" }, expect = { rule = "rules/ask" } },
    { after = "3d", message = { text = "yes" }, expect = { speech = "none" } },
    { after = "30d", message = { text = "hello" }, expect = { rule = "rules/ask" } },
  },
}

case "neither yes nor no leaves the question open" {
  steps = {
    { message = { text = "hello" }, expect = { rule = "rules/ask" } },
    { after = "5m", message = { text = "yes or no, who knows" }, expect = { speech = "none" } },
    { after = "5m", message = { text = "no" }, expect = { label = "refused" } },
  },
}
