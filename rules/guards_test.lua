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

-- Each text is from another person, so that none has to do with the one before.
local function each(texts, expect)
  local steps = {}
  for i, text in ipairs(texts) do
    steps[i] = { message = { contact = true, sender = 6000 + i, text = text }, expect = expect }
    if i > 1 then steps[i].after = "10m" end
  end
  return steps
end

local money = { speech = "ignore", rule = "guards/money", notify = "money request" }

case "money, as people ask for it" {
  at = "sat 09:30",
  steps = each({
    "can you send me 200 euros", "could you venmo me 50", "can you pay me back?", "send me your card number",
    "spot me 20 until friday", "lend me a hundred", "i need 300 by tonight", "can i get 100 from you?", "send me $50",
    "got 20 bucks?", "you still owe me 40", "could you pay for dinner", "can you cover my rent this month",
    "a photo of your card please", "200 euros?", "50€", "i'm 80 euros short this month", "money is tight lately",
    "send 500 to DE89 3704 0044 0532 0130 00", "give me 50", "wanna invest in my startup", "i can transfer you 2k if you need it",
    "can you wire me 1,500 today", "could you transfer 300 to my account", "give me 100", "send me two hundred",
    "any chance of a hundred euros", "need 50 till payday",
  }, money),
}

case "money in other languages" {
  at = "sat 09:30",
  steps = each({
    "одолжи 500 рублей", "скинь 500 до зарплаты", "переведи мне на карту", "займёшь до пятницы?", "можешь дать 5 тыс?",
    "когда вернёшь?", "заплатишь за меня?", "нужны деньги", "скинь номер карты", "дай 2000 пожалуйста", "можешь занять 3000 до зарплаты", "верни мои 500", "закинь на телефон 200",
    "kannst du mir 200 Euro schicken?", "leihst du mir was bis Montag", "zahlst du mir das zurück?", "überweis mir das bitte",
    "wie ist deine Kontonummer", "peux-tu me prêter 50 euros", "tu me rembourses quand ?", "envoie-moi 100 € stp",
    "¿me prestas 50 euros?", "mándame dinero", "¿cuándo me pagas?", "pásame tu número de tarjeta",
  }, money),
}

local secrets = { speech = "ignore", rule = "guards/secrets", notify = "asks for a code or password" }

case "codes and passwords, as people ask for them" {
  at = "sat 09:30",
  steps = each({
    "what's the code you just got by sms?", "What’s the code?", "tell me your pin", "what is your otp",
    "i sent you a code by mistake", "did you get a code just now?", "send me the 6-digit number", "forward me that code",
    "you'll get digits from telegram, read them out to me: which digits by sms?", "what's the wifi password",
    "need your netflix login details", "which number came in the sms?", "share your seed phrase", "code?", "read me the sms", "netflix pass?",
    "what's the number that came to your phone",
  }, secrets),
}

case "codes and passwords in other languages" {
  at = "sat 09:30",
  steps = each({
    "какой код тебе пришёл?", "скинь код из смс", "код пришёл?", "скажи пин", "назови пароль", "продиктуй мне код",
    "пришли цифры из смс, какие цифры?", "код скажи", "schick mir den code aus der SMS", "wie lautet deine PIN", "wie ist dein Passwort",
    "donne-moi le code", "quel est ton mot de passe", "dime el código", "¿cuál es tu contraseña?",
    "mándame el código que te llegó",
  }, secrets),
}

case "what only sounds like it is answered" {
  at = "sat 09:30",
  steps = each({
    "i paid for lunch yesterday", "the code compiles", "can you review my patch?", "what's the dress code tonight?",
    "pin that message", "are you paying attention?", "give me 10 minutes", "give me 5!", "give me 20, i'm nearly there",
    "can you send me 3 photos of the cat", "i need 2 tickets", "meet at 7.30?", "that lamp was 40 euros, crazy, wasn't my idea",
    "your birthday card arrived", "he owes me an apology", "hard work pays off", "see you in 20", "call me at 1830",
    "we need to code all night", "is this your number on telegram?", "are you in the bank building", "i got the promo code",
    "send me the link",
  }, { notify = false, guard = "none" }),
}

case "what only sounds like it in other languages, too" {
  at = "sat 09:30",
  steps = each({
    "я вчера заплатил за обед", "код компилируется", "сделай одолжение, позвони", "долго ещё?", "займусь этим завтра",
    "скинь фото", "дай 5 минут", "какой счёт в матче?", "пришли 2 фотки", "как дела?",
    "ich hab gestern das Essen bezahlt", "der Code kompiliert", "gib mir 10 Minuten", "leider nicht",
    "kannst du mir ein Foto schicken?", "j'ai payé le déjeuner hier", "le code compile", "je suis prête",
    "donne-moi 5 minutes", "pagué la comida ayer", "el código compila", "presta atención", "dame 5 minutos",
  }, { notify = false, guard = "none" }),
}

case "who asked for money and goes on is left to you, until you have written" {
  at = "sat 14:00",
  steps = {
    { message = { contact = true, text = "can you send me 200 euros" }, expect = { rule = "guards/hands off", notify = "nobody answers Robin" } },
    { after = "1m", message = { contact = true, text = "so, can you?" }, expect = { speech = "ignore", rule = "guards/still yours", notify = "Robin goes on: so, can you?" } },
    { after = "1m", owner = "sorry, can't" },
    { after = "20m", message = { contact = true, text = "never mind then" }, expect = { speech = "ai_reply" } },
    { after = "1m", message = { contact = true, text = "but can you lend it to me tomorrow?" }, expect = { rule = "guards/money" } },
    { after = "1m", message = { contact = true, sender = 6, text = "how are you" }, expect = { speech = "ai_reply" } },
  },
}

case "after an hour the chat is the twin's again" {
  at = "sat 14:00",
  steps = {
    { message = { contact = true, text = "tell me your pin" }, expect = { rule = "guards/secrets" } },
    { after = "50m", message = { contact = true, text = ("hello? "):rep(100) }, expect = { speech = "ignore", notify = "…" } },
    { after = "11m", message = { contact = true, text = "what a day" }, expect = { speech = "ai_reply" } },
  },
}
