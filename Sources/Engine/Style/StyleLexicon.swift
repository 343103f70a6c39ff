/// The words that a style may hold. A list that is closed, since a style is told to a model in other chats,
/// too: that somebody writes "thx" is a habit, a word of their own may be a secret.
enum StyleLexicon {
  /// What stands at the beginning of a message.
  static let greetings = words(
    """
    hi hey heya hiya hello yo morning evening gm howdy sup hallo hallöchen moin servus na salut coucou bonjour \
    bonsoir hola buenas ciao salve oi olá ola opa hoi hej cześć czesc siema dzień selam merhaba slm привет прив \
    приветик здравствуйте здравствуй хай хей здарова ку добрый доброе привіт вітаю
    """)

  /// What stands at the end of one.
  static let closings = words(
    """
    thanks thx ty cheers bye cya xx xxx xo xoxo regards tschüss tschuess ciao lg vg mfg grüße gruß \
    bisous bises biz bisou besos beso abrazo saludos baci bacio abraços bjs beijos beijo tchau doei groetjes \
    buziaki pozdrawiam öptüm спасибо спс пока обнимаю целую дякую бувай
    """)

  /// Short forms, and words as they are said rather than written.
  static let abbreviations = words(
    """
    u ur r y n pls plz thx tnx ty np nvm idk idc imo imho btw omw brb lol lmao rofl omg tbh ngl rn asap fyi irl \
    w/ w/o b4 l8r gr8 2day 2moro tmrw tmr tmrrw msg ppl cuz coz bc cya ttyl gonna wanna gotta kinda lemme dunno \
    yep yup nope yeah ya nah k kk ok im dont cant wont ill ive youre thats whats isnt didnt doesnt ain't y'all \
    vllt evtl lg vg mfg kp wg zb bzw hdl iwie iwas grad nix nich ned \
    stp svp mdr bcp tkt jsp dsl pk pq tt cad qd xq tb tmb bn msj dnd porfa finde \
    cmq nn xke tvb grz vc tbm blz vlw obg rs rsrs ff iig idd mss zsm nbr tşk kib \
    спс пжл пжлст плиз чё чо щас ща щаз норм кст мб хз лан оч сёдня седня завт пж дяк нмд \
    spk nwm zw jj dzk pzdr cb wgl
    """)

  /// The longer before the shorter that ends it.
  static let smileys = [
    ":-)", ":-(", ";-)", ":-D", ":-P", ":)))", ")))", ":))", "))", ":)", ";)", ":(", "((", ":D",
    ":P", ":p", ":/",
    "=)", "xD", "XD", "<3", "^^", ":3", ":o", ":*",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
