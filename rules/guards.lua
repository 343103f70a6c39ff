-- Guards are asked before all other rules. When a guard ignores a message, nobody else is asked;
-- what it does beside, such as a notice to you, still happens.

-- Money is never the twin's affair: you are told, and answer yourself.
rule "money" {
  phase = "guard",
  when = {
    text = any_word {
      "money", "iban", "bank account", "bank details", "wire transfer", "western union", "paypal",
      "bitcoin", "crypto", "usdt", "gift card*", "lend me", "loan*", "borrow*",
      "geld", "überweis*", "kontonummer", "leih*",
      "деньги", "денег", "перевед*", "займи*", "номер карты",
    },
  },
  act = { ignore(), notify "money request from {{sender.name}}: {{message.text}}" },
  because = "it is about money",
}

-- Nobody who means well asks for a login code or a password.
rule "secrets" {
  phase = "guard",
  when = {
    text = any_word {
      "login code", "verification code", "confirmation code", "password*", "passwort*", "pin code",
      "код из смс", "пароль*",
    },
  },
  act = { ignore(), notify "{{sender.name}} asks for a code or password: {{message.text}}" },
  because = "it is about a code or a password",
}
