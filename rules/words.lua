-- What the guards listen for (guards.lua): money, codes and passwords, as people ask for them.

-- What money is called. A word too many costs an answer that you write yourself; a word too few, and
-- a model talks about your money. Add your own languages, banks and services.
filter "money words" {
  text = {
    any_word {
      "money", "cash", "iban", "bank account", "bank details", "account number", "sort code", "card number",
      "card details", "credit card*", "debit card*", "bank card*", "wire transfer*", "western union", "moneygram",
      "paypal", "venmo", "zelle", "cashapp", "cash app", "revolut", "bizum", "twint", "bitcoin*", "btc", "crypto*",
      "usdt", "wallet address", "gift card*", "steam card*", "lend*", "loan", "loans", "borrow*", "debt*",
      "invest in", "investment*", "donate", "donation*", "rent money", "chip in", "wire me", "front me", "spot me",
      "few bucks", "some bucks", "couple bucks", "couple of bucks", "tenner", "fiver", "sponsor me", "top up my",
    },
    any_word {
      "geld", "bargeld", "überweis*", "kontonummer", "kontodaten", "bankverbindung", "bankdaten", "kreditkarte*",
      "kartennummer", "kredit", "kredite", "schulden", "schuldest", "leih*", "ausleihen", "auszuleihen", "borg mir",
      "vorstrecken", "zahl mir", "zahlst du", "bezahlst du", "zurückzahl*", "zurückzuzahlen",
    },
    any_word {
      "деньги", "денег", "деньгам*", "деньгах", "деньж*", "бабло", "бабла", "бабки", "бабок", "перевед*", "перевести мне",
      "перекинь*", "займи", "займите", "займешь", "займёте", "занять до", "взаймы", "в долг", "долг", "долга", "долги",
      "долгов", "одолжи*", "кредит*", "номер карты", "данные карты", "на карту", "реквизит*", "номер счёта",
      "на мой счёт", "сбербанк*", "тинькофф", "сбп", "крипт*", "биткоин*", "кошелька", "заплати", "заплатите",
      "заплатишь", "можешь занять", "занять можешь", "можно занять", "оплати", "оплатите", "оплатишь", "верни долг", "когда вернёшь", "когда отдашь",
    },
    any_word {
      "argent", "fric", "thune*", "virement*", "rembours*", "emprunt*", "prêter", "prête-moi", "prêtes-moi", "me prêtes",
      "carte bancaire", "carte bleue", "numéro de carte", "compte bancaire", "coordonnées bancaires", "mon rib",
      "ton rib", "votre rib", "paye-moi", "paie-moi", "me payer",
    },
    any_word {
      "dinero", "plata", "transferencia*", "préstamo*", "prestar", "préstame*", "prestarme", "me prestas", "me prestes",
      "deuda*", "me debes", "cuenta bancaria", "número de cuenta", "tarjeta de crédito", "número de tarjeta", "págame*",
      "pagarme", "me pagas", "transferir*", "transfiere*",
    },
    -- An IBAN as it is written; paying and owing somebody; a card's number, photo or digits.
    re [[\b[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){3,7}]],
    re [[(?i)\bpay(ing)? (me|us|him|her|them|you|back|for|up|half|the|my|your|this|that|it|rent)\b]],
    re [[(?i)\b(cover|pay) (my|our|the) (rent|bill|bills|share|half|fine|ticket|tickets|fees?)\b]],
    re [[(?i)\bowes? (me|us|him|her|them|you) ([$€£₽]|\d|for\b)]],
    re [[(?i)\b(number|numbers|digits|photo|picture|pic|details|front|back|both sides) (of|on) (the |your |ur |my )?([a-z]+ )?card\b]],
    -- "send me 50", "can i get 200 from you", "скинь 500": a bare number that is asked for. "give me 10" is
    -- ten minutes.
    re [[(?i)\b(send|lend|spot|wire|transfer|slip|pay|need|(can|could) (i|we) (get|have))( (me|us|him|her|them|over|back|a|about|around|another|just|only|like|extra))* (\d[\d.,]*\dk?|\dk)( ?([.,!?;)…]|$)| (please|pls|plz|until|till|by|for|from|to my|today|tonight|tomorrow|asap|now|on|via|quick)\b)]],
    re [[(?i)\b((give|get) (me|us)|gimme)( a| about| another)? ([3-9]\d|\d{3,}|\d+k)( ?([.,!?;)…]|$)| (please|pls|plz|until|till|by|for|today|tonight|tomorrow|asap|now)\b)]],
    re [[(?i)\b(send|give|lend|need|wire|transfer|spot|slip|gimme)( (me|us|him|her|a|another|two|three|five|few|couple))* (hundred|thousand|grand|twenty|thirty|forty|fifty)( ?([.,!?;)…]|$)| (please|pls|until|till|by|for|today|tomorrow|euros?|dollars?|bucks|quid)\b)]],
    re [[(?i)(^|[^\pL])(скинь|кинь|дай|дайте|дашь|пришли|отправь|подкинь|закинь|верни|отдай|нужно|надо|нужны|не хватает)(те)?( мне| нам| мои| хотя бы| ещ[её]| до зарплаты)* \d[\d .]*\d( ?([.,!?;)…]|$)| (до|на|пожалуйста|плиз|пж|срочно|завтра|сегодня)([^\pL]|$))]],
    re [[(?i)(^|[^\pL])(кинь|закинь|положи).{0,12} на телефон([^\pL]|$)]],
    re [[(?i)\b(schick|gib|leih|pump)s?t?( du)? (mir|uns)( mal| bitte| noch)* [3-9]\d+( ?([.,!?;)…]|$)| (bis|bitte|für|morgen|heute)\b)]],
    re [[(?i)\b(envoie|donne|file)([- ]moi)? ([3-9]\d|\d{3,})( ?([.,!?;)…]|$)| (stp|svp|demain)\b)]],
  },
}

-- "200 euros", "€50", "5 тыс".
filter "a sum" {
  text = {
    any_word {
      "euro", "euros", "eur", "dollar", "dollars", "usd", "bucks", "quid", "pounds", "gbp", "franken", "chf", "rubles",
      "roubles", "pesos", "евро", "доллар*", "бакс*", "рубл*", "руб", "гривен", "гривна", "грн", "тенге", "тысяч", "тысячу",
      "тысячи", "сотку", "косарь",
    },
    re [[[$€£₽₴₹¥] ?\d]],
    re [[(?i)\d ?(k|eur|euros?|usd|bucks|quid|grand|руб|р|к|тыс|грн|[$€£₽₴₹¥])([^\pL]|$)]],
  },
}

-- A sum alone is talk: "it cost 40 euros". It is for you where somebody asks for something, or where
-- the message is hardly more than the sum.
filter "a sum is asked for" {
  filter = "a sum",
  any = {
    { question = true },
    { length = { max = 12 } },
    {
      text = any_word {
        "can", "could", "would you", "please", "pls", "plz", "need", "needs", "want", "give", "send", "transfer", "pay",
        "get me", "gimme", "any chance", "help me", "short", "owe", "owes",
        "kannst", "könntest", "bitte", "brauch*", "hast du", "habt ihr", "schick*", "sende", "gib", "gibst", "fehlen", "schuldest",
        "можешь", "можете", "сможешь", "пожалуйста", "плиз", "пж", "нужно", "нужны", "надо", "дай", "дайте", "дашь",
        "скинь*", "кинь*", "пришли*", "отправь*", "подкинь*", "закинь*", "верни*", "отдай*", "выручи*", "помоги*",
        "сделай*", "не хватает",
        "peux", "peux-tu", "pourrais", "stp", "svp", "besoin", "envoie*", "donne", "donne-moi", "manque",
        "puedes", "podrías", "porfa", "por favor", "necesito", "manda*", "mándame*", "envía*", "dame", "pásame*", "dejas", "faltan",
      },
    },
  },
}

filter "about money" { any = { "money words", "a sum is asked for" } }

-- Passwords, and codes as they come by SMS.
filter "secret words" {
  text = {
    any_word {
      "login code*", "log-in code*", "verification code*", "confirmation code*", "security code*", "access code*",
      "auth code*", "verification", "recovery code*", "backup code*", "password*", "passcode*", "passphrase*", "seed phrase",
      "secret phrase", "recovery phrase", "private key*", "otp", "2fa", "two-factor", "one-time", "pin code*",
      "pin number", "cvv", "cvc", "login details", "your login", "credentials", "login message", "social security number", "passport number", "maiden name",
    },
    any_word {
      "passwort*", "passwörter*", "kennwort*", "zugangsdaten", "anmeldecode*", "bestätigungscode*", "sicherheitscode*",
      "geheimzahl", "pushtan", "sms-tan", "mtan", "photo-tan",
      "парол*", "пин", "пин-код*", "пинкод*", "код из смс", "код подтверждения", "код доступа", "кодовое слово",
      "секретное слово", "номер паспорта",
      "mot de passe", "mots de passe", "identifiants", "code de vérification", "code de confirmation", "code secret",
      "contraseña*", "tu clave", "la clave", "código de verificación", "código de confirmación",
    },
    re [[(?i)\b(codes?|digits)\b.{0,40}\b(sms|text message|texted|telegram|whatsapp|bank|log ?in|sign ?in)\b]],
    re [[(?i)\b(sms|text message|telegram|whatsapp|bank|log ?in|sign ?in)\b.{0,40}\b(codes?|digits)\b]],
    re [[(?i)\b(number|numbers|nummer|zahl)\b.{0,30}\b(sms|text message)\b]],
    re [[(?i)\b(number|digits)\b.{0,20}\b(came|sent|texted|arrived)\b.{0,20}\bphone\b]],
    re [[(?i)\b(read|forward|share|show)( me)? (the|that|your) ([a-z]+ )?(sms|text message)\b|\b(sms|message) from (the|your) bank\b]],
    re [[(?i)\b(ur|your|wi-?fi|netflix|spotify|email|account) (pw|pwd|pass)\b]],
    re [[(?i)\b([4-8]|four|five|six)[- ]digits?\b]],
    -- Nothing but the word: "code?"
    re [[(?i)^[^\pL]*((the|your|ur|der|den|deine?|le|el|какой) )?(code|pin|codigo|código|код|пин)( please| pls| bitte| пожалуйста)?[^\pL]*$]],
    re [[(?i)\b(your|ur|card|sim|atm|phone|deine?) pin\b]],
    re [[(?i)(скаж|пришл|скин|кинь|отправ|перешл|дай|дашь|продикту|назов|как(ой|ие|ая)|что за|сообщ|нужен|приш[её]л|прид[её]т|получил|введи).{0,40}[^\pL](код|кода|коды|цифры)([^\pL]|$)]],
    re [[(?i)(^|[^\pL])(код|коды|цифры)[^\pL].{0,30}(смс|sms|приш[её]л|прид[её]т|прислал|скаж|назов|продикт|телеграм|telegram|банк)]],
    re [[(?i)\b(schick|sag|gib|nenn|lies|brauch|was ist|wie (ist|lautet)|hast du).{0,30}\b(code|pin|tan)\b]],
    re [[(?i)\b(envoie|donne|dis-moi|lis|quel est|c['’]est quoi|besoin|re[çc]u).{0,30}\b(code|pin)\b]],
    re [[(?i)(m[áa]nda|env[íi]a|d[íi]me|dame|p[áa]sa|cu[áa]l es|necesito|lleg[óo]|recibi).{0,30}(c[óo]digo|\bpin\b)]],
  },
}

-- "what's the code you just got", but not the dress code.
filter "asks for the code" {
  text = re [[(?i)\b(send|sent|text|tell|give|gimme|read|forward|share|dictate|need|get|got|receive|received|enter|what code|what(['’]?s| is| was)) ?(me |us |him |her |you |out |over |up )*((the|that|this|a|any|your|ur|my) ([a-z0-9-]+ ){0,2}|sms |phone )?(codes?|pins?)\b]],
  none = {
    {
      text = any_word {
        "dress code*", "zip code*", "postal code*", "area code*", "country code*", "promo code*", "discount code*",
        "source code", "code review*", "error code*", "bar code*", "morse code",
      },
    },
  },
}

filter "about secrets" { any = { "secret words", "asks for the code" } }
