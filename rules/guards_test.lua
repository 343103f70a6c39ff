-- Cases for guards.lua: understudy test

case "asks for money" {
  message = { chat = "private", contact = true, text = "Hi! Can you send me your IBAN?" },
  expect = { speech = "ignore", rule = "guards/money", notify = "money request from Robin" },
}

case "asks for a code" {
  message = { contact = true, text = "please read me the login code" },
  expect = { speech = "ignore", rule = "guards/secrets", notify = "asks for a code" },
}

case "money in a group, where nobody asked the owner, is not even read" {
  message = { chat = "group", text = "who has money for the present?" },
  expect = { speech = "none", guard = "unmonitored" },
}
