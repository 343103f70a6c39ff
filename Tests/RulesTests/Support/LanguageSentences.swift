/// Sentences of the kind that people write to each other, by language; made up for this test, and none of
/// them in the samples that the guess is made from.
enum LanguageSentences {
  static let all: [(code: String, text: String)] = sentences.flatMap { code, text in
    text.split(separator: "\n").map { (code, String($0)) }
  }

  private static let sentences: [(String, String)] = [
    (
      "en",
      """
      where are you?
      I'll be ten minutes late, the bus broke down
      can you send me the address again please
      that was such a lovely evening, thank you both
      did the plumber fix the tap
      no worries, see you on friday
      my phone died, what did i miss
      Have you seen my blue scarf anywhere?
      ok then let's do it next week
      I think the meeting was moved to half past three
      are the kids feeling better
      we ran out of milk again lol
      He doesn't want to talk about it right now.
      sounds good to me
      What's the wifi password at your place?
      Could you water the plants while we are away
      the train is packed, standing all the way
      how was your first day at the new job
      I'm on my way
      nobody told me about the deadline
      """
    ),
    (
      "de",
      """
      wo bist du gerade?
      Ich verspäte mich um zehn Minuten, der Bus ist kaputt
      schickst du mir bitte nochmal die Adresse
      das war ein schöner Abend, danke euch beiden
      hat der Klempner den Hahn repariert
      kein Problem, wir sehen uns am Freitag
      mein Handy war leer, was habe ich verpasst
      Hast du irgendwo meinen blauen Schal gesehen?
      dann machen wir es nächste Woche
      Ich glaube, der Termin wurde auf halb vier verschoben
      geht es den Kleinen wieder besser
      wir haben schon wieder keine Milch mehr
      Er will gerade nicht darüber reden.
      klingt gut
      Wie lautet das Passwort für euer WLAN?
      könntet ihr die Blumen giessen, solange wir weg sind
      der Zug ist voll, ich stehe die ganze Strecke
      wie war dein erster Tag in der neuen Firma
      bin unterwegs
      von der Frist hat mir niemand etwas gesagt
      """
    ),
    (
      "nl",
      """
      waar ben je nu?
      Ik ben tien minuten later, de bus is stuk
      stuur je me het adres nog een keer
      het was een gezellige avond, dank jullie wel
      heeft de loodgieter de kraan gemaakt
      geen probleem, we zien elkaar vrijdag
      mijn telefoon was leeg, wat heb ik gemist
      Heb jij mijn blauwe sjaal ergens gezien?
      dan doen we het volgende week
      Volgens mij is de afspraak naar half vier verplaatst
      gaat het al beter met de kinderen
      de melk is weer op
      Hij wil er nu niet over praten.
      klinkt prima
      Wat is het wachtwoord van jullie wifi?
      kun je de planten water geven terwijl wij weg zijn
      de trein zit vol, ik sta de hele weg
      hoe was je eerste dag bij het nieuwe bedrijf
      ik kom eraan
      niemand heeft mij iets over die termijn verteld
      """
    ),
    (
      "fr",
      """
      tu es où ?
      J'aurai dix minutes de retard, le bus est en panne
      tu peux me renvoyer l'adresse
      c'était une belle soirée, merci à vous deux
      le plombier a réparé le robinet ?
      pas de souci, on se voit vendredi
      mon téléphone s'est éteint, qu'est-ce que j'ai raté
      As-tu vu mon écharpe bleue quelque part ?
      on fera ça la semaine prochaine alors
      Je crois que le rendez-vous a été reporté à quinze heures trente
      les petits vont mieux ?
      il n'y a encore plus de lait
      Il ne veut pas en parler pour le moment.
      ça me va
      C'est quoi le mot de passe du wifi chez vous ?
      pourriez-vous arroser les plantes pendant notre absence
      le train est bondé, je suis debout depuis le départ
      comment s'est passée ta première journée au bureau
      j'arrive
      personne ne m'avait parlé de cette échéance
      """
    ),
    (
      "es",
      """
      ¿dónde estás?
      Llego diez minutos tarde, se ha averiado el autobús
      me mandas otra vez la dirección por favor
      fue una noche preciosa, gracias a los dos
      el fontanero arregló el grifo?
      no pasa nada, nos vemos el viernes
      se me apagó el móvil, qué me he perdido
      ¿Has visto mi bufanda azul en algún sitio?
      entonces lo hacemos la próxima semana
      Creo que han cambiado la cita a las tres y media
      los niños ya se encuentran mejor?
      otra vez nos hemos quedado sin leche
      No quiere hablar de eso en este momento.
      me parece bien
      ¿Cuál es la contraseña del wifi de tu casa?
      podéis regar las plantas mientras estamos fuera
      el tren va lleno, voy de pie todo el viaje
      qué tal tu primer día en el trabajo nuevo
      ya voy de camino
      nadie me avisó de la fecha límite
      """
    ),
    (
      "it",
      """
      dove sei?
      Arrivo con dieci minuti di ritardo, si è rotto l'autobus
      mi rimandi l'indirizzo per favore
      è stata una bella serata, grazie a tutti e due
      l'idraulico ha aggiustato il rubinetto?
      nessun problema, ci vediamo venerdì
      mi si è spento il telefono, cosa mi sono perso
      Hai visto la mia sciarpa blu da qualche parte?
      allora lo facciamo la settimana prossima
      Credo che l'appuntamento sia stato spostato alle tre e mezza
      i bambini stanno meglio?
      è finito di nuovo il latte
      Non vuole parlarne adesso.
      per me va bene
      Qual è la password del wifi da voi?
      potete annaffiare le piante mentre siamo via
      il treno è pieno, sono in piedi da quando siamo partiti
      com'è andato il primo giorno nel nuovo ufficio
      sto arrivando
      nessuno mi aveva detto della scadenza
      """
    ),
    (
      "pt",
      """
      onde você está?
      Vou chegar dez minutos atrasado, o ônibus quebrou
      me manda o endereço de novo por favor
      foi uma noite muito boa, obrigado aos dois
      o encanador consertou a torneira?
      não tem problema, a gente se vê na sexta
      meu telefone desligou, o que eu perdi
      Viste o meu cachecol azul em algum lado?
      então fazemos isso na próxima semana
      Acho que a reunião foi adiada para as três e meia
      as crianças já estão melhores?
      acabou o leite outra vez
      Ele não quer falar sobre isso agora.
      por mim tudo bem
      Qual é a senha do wifi da sua casa?
      podem regar as plantas enquanto estamos fora
      o comboio vai cheio, estou em pé desde o início
      como foi o teu primeiro dia no novo trabalho
      estou a caminho
      ninguém me avisou do prazo
      """
    ),
    (
      "pl",
      """
      gdzie jesteś?
      Spóźnię się dziesięć minut, zepsuł się autobus
      wyślij mi proszę jeszcze raz adres
      to był uroczy wieczór, dziękuję wam obojgu
      czy hydraulik naprawił kran
      nie ma sprawy, do zobaczenia w piątek
      rozładował mi się telefon, co mnie ominęło
      Widziałaś gdzieś mój niebieski szalik?
      w takim razie zrobimy to w przyszłym tygodniu
      Chyba przesunęli spotkanie na wpół do czwartej
      czy dzieciaki czują się już lepiej
      znowu skończyło się mleko
      On nie chce teraz o tym rozmawiać.
      brzmi dobrze
      Jakie jest u was hasło do wifi?
      możecie podlać kwiaty, jak nas nie będzie
      pociąg jest pełny, stoję całą drogę
      jak minął twój pierwszy dzień w nowej pracy
      już jadę
      nikt mi nie powiedział o tym terminie
      """
    ),
    (
      "tr",
      """
      neredesin?
      On dakika gecikeceğim, otobüs bozuldu
      adresi bana tekrar gönderir misin
      harika bir akşamdı, ikinize de teşekkürler
      tesisatçı musluğu tamir etti mi
      sorun değil, cuma günü görüşürüz
      telefonum kapandı, neyi kaçırdım
      Mavi atkımı bir yerde gördün mü?
      o zaman gelecek hafta yapalım
      Sanırım toplantı üç buçuğa alındı
      çocuklar daha iyi mi
      süt yine bitmiş
      Şu anda bunun hakkında konuşmak istemiyor.
      bana uyar
      Sizin evin wifi şifresi ne?
      biz yokken çiçekleri sular mısınız
      tren çok kalabalık, bütün yol ayaktayım
      yeni işindeki ilk günün nasıl geçti
      yoldayım
      kimse bana son tarihten söz etmedi
      """
    ),
    (
      "ru",
      """
      ты где?
      Опоздаю минут на десять, автобус сломался
      пришли мне адрес ещё раз, пожалуйста
      чудесный был вечер, спасибо вам обоим
      сантехник починил кран?
      ничего страшного, увидимся в пятницу
      у меня сел телефон, что я пропустил
      Ты нигде не видела мой синий шарф?
      тогда сделаем это на следующей неделе
      Кажется, встречу перенесли на половину четвёртого
      детям уже лучше?
      у нас опять кончилось молоко
      Он сейчас не хочет об этом говорить.
      звучит неплохо
      Какой у вас пароль от вайфая?
      сможете поливать цветы, пока нас нет
      поезд битком, еду стоя всю дорогу
      как прошёл первый день на новой работе
      уже еду
      никто не предупредил меня о сроках
      """
    ),
    (
      "uk",
      """
      ти де?
      Запізнюся хвилин на десять, автобус зламався
      надішли мені адресу ще раз, будь ласка
      чудовий був вечір, дякую вам обом
      сантехнік полагодив кран?
      нічого страшного, побачимося в п'ятницю
      у мене сів телефон, що я пропустив
      Ти ніде не бачила мій синій шарф?
      тоді зробимо це наступного тижня
      Здається, зустріч перенесли на пів на четверту
      дітям уже краще?
      у нас знову скінчилося молоко
      Він зараз не хоче про це говорити.
      звучить непогано
      Який у вас пароль від вайфаю?
      зможете поливати квіти, поки нас немає
      потяг переповнений, їду стоячи всю дорогу
      як минув перший день на новій роботі
      вже їду
      ніхто не попередив мене про терміни
      """
    ),
  ]

  /// Too short for any, of none, or of languages that are not told apart.
  static let none = [
    "", "ok", "👍", "42", "haha", "Berlin", "Anna", "!!!", "https://example.org/path?q=1", "lol",
    "hmm",
    "@somebody", "a", "+1 555 010 1234", "брр", "jsem doma, přijď později ke mně", "gdb -p 4711",
    "мы — ђаци и њихове књиге",
  ]

  static let byScript = [
    ("el", "Πού είσαι τώρα;"), ("he", "איפה אתה עכשיו?"), ("ko", "지금 어디에 있어요?"),
    ("ja", "今どこにいますか"), ("zh", "你现在在哪里"), ("th", "ตอนนี้คุณอยู่ที่ไหน"), ("ka", "სად ხარ ახლა?"),
    ("hy", "որտե՞ղ ես հիմա"),
  ]
}
