extension LanguageSample {
  static let english = LanguageSample(
    "en",
    words: """
      a about after again all also am an and any are as at away back be because been before being but by \
      can could did do does doing don't down even every few for from get go going good got had has have he \
      her here hey hello him his how i i'm i'll i've if in into is isn't it it's its just know let like \
      little many maybe me more most much my never no not nothing now of off on one only or other our out \
      over please really right said say see she should so some something soon sorry still sure than thank \
      thanks that that's the their them then there these they thing think this those time to today tomorrow \
      tonight too two until up us very want was we we'll well were what when where which while who why will \
      with won't would yes yesterday yet you you're your
      """,
    text: """
      Are you coming over this evening, or shall we meet at the station? I left my keys in the kitchen and \
      could not get back into the house. She told me that the children were already asleep when they called. \
      Nobody has heard anything from the landlord since last week. Let us have a look at those drawings \
      before the meeting starts. It would be great if somebody could bring bread, butter and enough coffee \
      for everyone. My brother works as a nurse and rarely finds the time to write. Which of these shirts \
      do you think suits me better? We walked through the park until it started to rain. Give me a ring \
      whenever you have finished work. Somebody should have told him earlier, though. They have bought a \
      smaller flat near the river and are looking forward to moving. Thinking about it, there might be \
      another way of doing this. Happy birthday, I wish you all the best for the coming year!
      """)

  static let german = LanguageSample(
    "de",
    words: """
      ab aber alle alles als also am an auch auf aus bei bin bis bist bitte da dabei damit danke dann das \
      dass dein deine dem den denn der des dich die dir doch du durch ein eine einem einen einer eines er \
      es etwas euch euer für ganz gar gehe geht gerade gern gerne gestern gibt gut guten habe haben hallo \
      hast hat hatte hätte heute hier ich ihm ihn ihr ihre im immer in ins ist ja jetzt kann kannst kein \
      keine komme kommst können könnte lieber mach machen machst mal man mehr mein meine mich mir mit \
      morgen moin muss müssen nach nächste nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine \
      sich sie sind so soll sonst tut über um und uns unser vielleicht viel vom von vor wann war waren warum \
      was weil weiß welche wenn wer werde werden wie wieder will willst wir wird wo wohl wollen würde zu zum \
      zur zwei
      """,
    text: """
      Kommst du heute Abend noch vorbei, oder treffen wir uns am Bahnhof? Ich habe meine Schlüssel in der \
      Küche liegen lassen und bin nicht mehr ins Haus gekommen. Sie hat erzählt, dass die Kinder schon \
      geschlafen haben, als sie angerufen wurden. Seit letzter Woche hat keiner mehr etwas vom Vermieter \
      gehört. Lass uns die Zeichnungen anschauen, bevor die Besprechung anfängt. Es wäre schön, wenn jemand \
      Brot, Butter und genug Kaffee für alle mitbringen könnte. Mein Bruder arbeitet als Pfleger und findet \
      selten Zeit zum Schreiben. Welches dieser Hemden steht mir deiner Meinung nach besser? Wir sind durch \
      den Park gelaufen, bis es zu regnen anfing. Ruf mich an, sobald du mit der Arbeit fertig bist. Das \
      hätte ihm jemand früher sagen sollen. Sie haben eine kleinere Wohnung am Fluss gekauft und freuen sich \
      auf den Umzug. Herzlichen Glückwunsch zum Geburtstag, ich wünsche dir alles Liebe! Schreib mir, wann \
      der Zug ankommt, dann hole ich dich ab.
      """)

  static let dutch = LanguageSample(
    "nl",
    words: """
      aan al alle alles als altijd ben bent bij daar dag dan dank dat de denk deze die dit doe doen door dus \
      echt een eens en er even ga gaan gaat geen goed goede graag had hallo heb hebben hebt heel heeft hem het \
      hier hij hoe hoi hun ik ik heb ie iets in is ja jaar je jij jou jouw jullie kan kom komen komt kunnen \
      laat leuk maar maken me mee meer met mij mijn misschien mijn moet moeten mogen morgen naar net niet \
      niets nog nooit nu of om omdat ons onze ook op over snel straks te tegen toch toen tot uit van vanavond \
      vandaag veel voor waar waarom wanneer want waren was wat we weet wel welke werd wie wij wil wilt worden \
      wordt zal ze zeg zeker zelf zich zie zijn zo zou zullen
      """,
    text: """
      Kom je vanavond nog langs, of spreken we af op het station? Ik heb mijn sleutels in de keuken laten \
      liggen en kon het huis niet meer in. Ze vertelde dat de kinderen al sliepen toen ze belden. Sinds vorige \
      week heeft niemand meer iets van de huisbaas gehoord. Laten we die tekeningen bekijken voordat het \
      overleg begint. Het zou fijn zijn als iemand brood, boter en genoeg koffie voor iedereen kan meenemen. \
      Mijn broer werkt als verpleegkundige en heeft zelden tijd om te schrijven. Welk van deze overhemden \
      staat mij volgens jou beter? We hebben door het park gelopen tot het begon te regenen. Bel me maar \
      zodra je klaar bent met je werk. Dat had iemand hem wel eerder mogen zeggen. Zij hebben een kleinere \
      woning bij de rivier gekocht en kijken uit naar de verhuizing. Van harte gefeliciteerd met je \
      verjaardag, ik wens je het allerbeste! Schrijf even wanneer de trein aankomt, dan haal ik je op.
      """)
}
