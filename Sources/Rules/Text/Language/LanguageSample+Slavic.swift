extension LanguageSample {
  static let russian = LanguageSample(
    "ru",
    words: """
      а без более будем будет будешь буду бы был была были было быть в вам вас вот все всё всегда вчера вы где \
      да даже два делать день для до его ей если есть ещё еще же за завтра здесь здравствуйте и из или им их к \
      как какая какие какой когда конечно кто куда ладно ли лучше между меня мне много можем может можешь можно мой \
      моя мы на надо нам нас наш не него неё нет ни никогда ничего но ну нужно о об один он она они опять от очень \
      пока по под пожалуйста после потом почему почти при привет про раз с сам сегодня сейчас скажи сколько со \
      спасибо так такой там тебе тебя то тогда тоже только тут ты у уже хорошо хотел хочешь хочу чего чем через что \
      чтобы эта эти это этого этот я
      """,
    text: """
      Ты ещё зайдёшь сегодня вечером, или встретимся у вокзала? Я оставила ключи на кухне и не смогла \
      попасть обратно в дом. Она рассказала, что дети уже спали, когда им позвонили. С прошлой недели никто \
      ничего не слышал от хозяина квартиры. Давай посмотрим эти чертежи, пока не началось совещание. Было бы \
      здорово, если бы кто-нибудь принёс хлеба, масла и достаточно кофе на всех. Мой брат работает медбратом \
      и редко находит время написать. Какая из этих рубашек, по-твоему, мне больше идёт? Мы гуляли по парку, \
      пока не начался дождь. Позвони мне, как только закончишь работу. Кто-то должен был сказать ему об этом \
      раньше. Они купили квартиру поменьше у реки и ждут переезда. С днём рождения, желаю тебе всего самого \
      хорошего! Напиши, во сколько приходит поезд, и я тебя встречу. Объясни, пожалуйста, что вы решили.
      """)

  static let ukrainian = LanguageSample(
    "uk",
    words: """
      а або але без би був була були було бути в вам вас ви вже від вона вони все він вчора де день добре дуже дякую \
      до доброго з за завжди завтра зараз знаю з'явився й його її йому і із інший їх їй їм є ж який яка яке які як якщо \
      коли краще куди ласка ще лише мабуть мене мені ми мій можеш можна моя на навіть нам нас наш не немає нема ні ніколи \
      нічого ну о один ось по під після поки потім потрібно привіт про раз сам сьогодні собі сюди та так також там \
      твій тебе теж ти тільки тобі тоді той треба тут у хто хочу хочеш це цей ця ці цього чи чому через що щоб щось я
      """,
    text: """
      Ти ще зайдеш сьогодні ввечері, чи зустрінемося біля вокзалу? Я залишила ключі на кухні й не змогла \
      потрапити назад до будинку. Вона розповіла, що діти вже спали, коли їм зателефонували. З минулого тижня ніхто \
      нічого не чув від господаря квартири. Подивімося ці креслення, доки не почалася нарада. Було б чудово, якби \
      хтось приніс хліба, масла й достатньо кави на всіх. Мій брат працює медбратом і рідко знаходить час \
      написати. Котра з цих сорочок, на твою думку, мені більше личить? Ми гуляли парком, аж поки не почався \
      дощ. Зателефонуй мені, щойно закінчиш роботу. Хтось мав сказати йому про це раніше. Вони купили меншу \
      квартиру біля річки й чекають на переїзд. З днем народження, бажаю тобі всього найкращого! Напиши, о котрій \
      прибуває потяг, і я тебе зустріну. Поясни, будь ласка, що ви вирішили.
      """)

  static let polish = LanguageSample(
    "pl",
    words: """
      a ale albo ani aż bardzo bez bo by być będę będzie była było był chcę chcesz chyba ciebie co coś cześć czy \
      czego czemu dla dla do dobra dobry dobrze dlaczego dziękuję dzięki dzień dziś dzisiaj gdy gdyby gdzie go i ich \
      ile im inny ja jak jaka jaki jakie już je jego jej jest jestem jesteś jeszcze jeśli jutro każdy kiedy kto która \
      które który ma mam masz mi między mnie może możesz mogę moja mój mu my na nad nam nas nasz nawet nic nie niech \
      niego nigdy nim no o od on ona oni oraz po pod poczekaj poza potem proszę przed przez przy raz robisz są się skąd \
      sobie ta tak także tam tego tej ten też to tobie tu tutaj twój ty tylko tym u w wam was we wczoraj wiem więc \
      właśnie wszystko wy z za zaraz zawsze ze że żeby
      """,
    text: """
      Wpadniesz jeszcze dzisiaj wieczorem, czy spotkamy się przed dworcem? Zostawiłam klucze w kuchni i nie mogłam \
      dostać się z powrotem do domu. Opowiadała, że dzieci już spały, kiedy do nich zadzwonili. Od zeszłego tygodnia \
      nikt nie słyszał niczego od właściciela mieszkania. Obejrzyjmy te rysunki, zanim zacznie się zebranie. Byłoby \
      świetnie, gdyby ktoś przyniósł chleb, masło i wystarczająco kawy dla wszystkich. Mój brat pracuje jako \
      pielęgniarz i rzadko znajduje czas na pisanie. Która z tych koszul twoim zdaniem lepiej na mnie leży? \
      Spacerowaliśmy po parku, dopóki nie zaczęło padać. Zadzwoń do mnie, jak tylko skończysz pracę. Ktoś powinien \
      był powiedzieć mu to wcześniej. Kupili mniejsze mieszkanie nad rzeką i cieszą się na przeprowadzkę. Wszystkiego \
      najlepszego z okazji urodzin! Napisz, o której przyjeżdża pociąg, to po ciebie wyjdę.
      """)
}
