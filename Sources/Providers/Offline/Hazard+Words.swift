// Beginnings of words end in a hyphen; ё is written е.
extension Hazard {
  static let lists: [Hazard: WordList] = [
    .date: WordList(
      """
      monday- tuesday- wednesday- thursday- friday- saturday- sunday- january february march april
      june july august september october november december tomorrow today yesterday weekend- week
      weeks month months year years birthday- holiday- christmas easter
      понедельник- вторник- среда среду среды четверг- пятниц- суббот- воскресень- январ- феврал-
      апрел- июн- июл- август- сентябр- октябр- ноябр- декабр- завтра послезавтра вчера сегодня
      выходн- недел- месяц- год году годы лет днях днюх- праздник- каникул- отпуск-
      """),
    .time: WordList(
      """
      tonight morning evening afternoon noon midnight hour hours minute minutes min mins second
      seconds soon later now already o'clock am pm asap moment while late early
      утром вечер- ночью днем час часа часов часик- часам минут- мин полчас- полдень полноч- скоро
      позже потом попозже сейчас щас щас- ща уже секунд- сек раньше рано поздно вот-вот
      """),
    .place: WordList(
      """
      home office work airport station street avenue square hotel cafe café restaurant bar gym
      school university downtown here park mall shop store hospital road train bus subway metro
      дома домой дом работе работу работы офис- вокзал- аэропорт- метро кафе ресторан- бар баре
      школ- универ- улиц- площад- гостиниц- отел- центр- тут здесь там парк- магазин- подъезд-
      пробк- поезд- автобус- даче дачу дача спортзал- зал зале больниц- город-
      """),
    .number: WordList(
      """
      two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
      hundred- thousand- million- dozen- half couple
      два две двух три трех четыре пять шесть семь восемь девять десять одиннадцат- двенадцат-
      пятнадцат- двадцат- тридцат- сорок пятьдесят- сто двести триста тысяч- миллион- пара пару
      полтора полторы половин-
      """),
    .name: WordList(
      """
      alex anna andrew ben bob chris dan daniel dave david emma eve james jane jack jim joe john
      kate kevin lisa lucy maria mark mary max mike nick olga paul peter sam sara sarah tom mom
      mum dad mother father brother sister wife husband boss
      саш- маша маше машу маши даша даше паша паше миша мише мишу катя кате катю лена лене лену
      оля оле олю аня ане аню таня тане наташ- юля юле ира ире света свете дима диме диму вова
      вове коля коле леша леше сережа сереже серег- андре- антон- игор- максим- никит- иван- вань-
      ваня олег- роман- рома роме петя пете костя кости мама маме мамы маму папа папе папы папу
      брат- сестр- жена жене жену муж мужу мужа бабушк- дедушк- босс- начальник-
      """),
    .promise: WordList(
      """
      i'll we'll will won't promise- gonna going shall swear guarantee- definitely sure deal agreed
      let's lets coming omw swear absolutely certainly
      обеща- клянусь гарантир- точно конечно договор- давай давайте буду будем смогу сможем успею
      сделаем придем приедем пойдем поедем встретимся увидимся созвонимся спишемся обязательно
      непременно заметано
      """),
  ]

  static let requests = WordList(
    """
    can could would please pls plz wanna want lend send bring buy call join meet come help need
    let's lets shall free
    можешь сможешь можете сможете могли мог могла пожалуйста плиз пж поможешь помоги помогите пришли
    скинь скиньте дай дайте давай давайте приезжай приходи пойдем пойдешь пошли поехали поедешь
    будешь будете сделай купи перезвони позвони позвонишь встретимся увидимся созвонимся придешь
    приедешь возьми займи одолжи нужно нужен нужна надо свободен свободна согласен согласна
    обещаешь
    """)

  /// Matters in which a formula would hurt or harm: death, illness, accidents; money, cards, codes.
  static let sensitive = WordList(
    """
    died die dies dead death dying funeral- passed hospital- surgery cancer tumor accident- crash-
    emergency ambulance police arrested suicid- kill- divorce- fired pregnant miscarriage raped
    money loan lend borrow pay paypal cash iban card bank- crypto bitcoin btc usdt wallet password-
    passcode pin otp code codes ssn passport- invoice- transfer wire
    умер- скончал- погиб- смерт- похорон- морг- больниц- реанимац- операци- рак рака опухол- авари-
    скорая скорую полици- арест- суицид- убь- убил- развод- развел- уволил- беременн- выкидыш-
    деньг- денег деньжат долг долгов займ- одолж- перевед- перевод- оплат- заплат- карт- банк- крипт-
    биткоин- кошел- парол- пароль пин код кода коду паспорт- счет счета реквизит- снилс
    """)
}
