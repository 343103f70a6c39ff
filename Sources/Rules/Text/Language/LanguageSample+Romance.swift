extension LanguageSample {
  static let french = LanguageSample(
    "fr",
    words: """
      à ai alors après as assez au aussi avant avec avez avoir avons beaucoup bien bon bonjour bonne bonsoir \
      ça car ce cela ces c'est cet cette chez coucou comme comment d'accord dans de déjà demain depuis des \
      deux dis dit donc du elle elles en encore est et était être eu fait faire faut hier ici il ils j'ai je \
      jamais jour la là le les leur lui ma mais maintenant me même merci mes moi moins mon ne n'est non nos \
      notre nous on ont ou où oui par parce pas peu peut peux plaît plus pour pourquoi pouvez prendre puis quand \
      que quel quelle qu'est qu'il qui quoi rien s'il sa salut sans se sera ses si soir son sont sous sur suis ta \
      tard te tes toi ton toujours tous tout toute très tu un une vais vas va venir viens vont vos votre vous \
      vraiment vu y
      """,
    text: """
      Tu passes encore ce soir, ou bien on se retrouve devant la gare ? J'ai laissé mes clés dans la cuisine \
      et je ne pouvais plus rentrer à la maison. Elle m'a raconté que les enfants dormaient déjà quand ils ont \
      appelé. Depuis la semaine dernière, personne n'a eu de nouvelles du propriétaire. Regardons ces dessins \
      avant que la réunion commence. Ce serait bien que quelqu'un apporte du pain, du beurre et assez de café \
      pour tout le monde. Mon frère travaille comme infirmier et trouve rarement le temps d'écrire. Laquelle de \
      ces chemises me va le mieux, à ton avis ? Nous avons marché dans le parc jusqu'à ce qu'il se mette à \
      pleuvoir. Appelle-moi dès que tu auras fini ton travail. Quelqu'un aurait dû le lui dire plus tôt. Ils \
      ont acheté un appartement plus petit près de la rivière et se réjouissent de déménager. Joyeux \
      anniversaire, je te souhaite plein de bonheur ! Écris-moi l'heure d'arrivée du train, je viendrai te \
      chercher.
      """)

  static let spanish = LanguageSample(
    "es",
    words: """
      a ahora al algo alguien allí antes aquí así aún ayer aunque bien buenas bueno buenos casa casi como cómo \
      con creo cual cuál cuando cuándo cuánto dale de del desde después día días dice dijo donde dónde dos el \
      él ella ellos en entonces era eres es esa ese eso está están estaba estás este esto estoy fue gracias \
      ha hace hacer hasta hay he hola hoy igual ir la las le les lo los luego más mañana me mejor menos mi mí \
      mis mucho mucha muchas muy nada ni no nos nosotros noche nunca o os otra otro para pero poco por porque \
      puede puedes puedo pues que qué quien quién quiere quieres quiero sé sea ser si sí siempre sin sobre son \
      soy su sus también tan tanto tarde te tengo ti tiempo tiene tienes todavía todo todos tu tú un una uno \
      usted va vale vamos vas ver vez voy y ya yo
      """,
    text: """
      ¿Vienes todavía esta noche, o quedamos delante de la estación? Dejé mis llaves en la cocina y no podía \
      volver a entrar en casa. Ella me contó que los niños ya estaban dormidos cuando llamaron. Desde la \
      semana pasada nadie ha sabido nada del casero. Miremos esos dibujos antes de que empiece la reunión. \
      Estaría bien que alguien trajera pan, mantequilla y suficiente café para todos. Mi hermano trabaja de \
      enfermero y rara vez encuentra tiempo para escribir. ¿Cuál de estas camisas crees que me queda mejor? \
      Paseamos por el parque hasta que empezó a llover. Llámame en cuanto hayas terminado el trabajo. Alguien \
      debería habérselo dicho mucho antes. Han comprado un piso más pequeño junto al río y tienen ganas de \
      mudarse. ¡Feliz cumpleaños, te deseo lo mejor! Escríbeme a qué hora llega el tren y te voy a buscar. \
      Espero que te encuentres mejor de la garganta.
      """)

  static let italian = LanguageSample(
    "it",
    words: """
      a abbiamo adesso ai al alla alle allora anche ancora appena anni avete bene bella buon buona buongiorno \
      buonasera c'è che chi ci ciao come con cosa così cui da dai dal dalla davvero degli dei del della delle \
      devo di dice dopo dov'è dove due e è ecco era essere fa faccio fai fare fatto forse già gli grazie ha \
      hai hanno ho i ieri il in io invece l'ho la le lei li lo loro lui ma magari mai me meglio meno mi mia mio \
      molto nei nel nella nessuno niente no noi non nostra nostro o oggi ogni oppure per perché però più \
      poco poi posso prima proprio può puoi quale quando quanto quella quello questa queste questi questo qui \
      sarà scusa se sei sempre senza sera si sì sia siamo siete solo sono sta stai stasera sto sto su sua suo \
      sul sulla subito tanto te ti tra troppo tu tua tuo tutte tutti tutto un una uno va vai vado vedo veramente \
      vi viene vieni voglio voi vuoi domani
      """,
    text: """
      Passi ancora stasera, oppure ci troviamo davanti alla stazione? Ho lasciato le mie chiavi in cucina e non \
      riuscivo più a entrare in casa. Mi ha raccontato che i bambini dormivano già quando hanno telefonato. \
      Dalla settimana scorsa nessuno ha più sentito il padrone di casa. Guardiamo quei disegni prima che \
      cominci la riunione. Sarebbe bello se qualcuno portasse il pane, il burro e abbastanza caffè per tutti. \
      Mio fratello lavora come infermiere e trova raramente il tempo di scrivere. Quale di queste camicie mi \
      sta meglio, secondo te? Abbiamo camminato nel parco finché non ha cominciato a piovere. Chiamami appena \
      hai finito di lavorare. Qualcuno avrebbe dovuto dirglielo prima. Hanno comprato un appartamento più \
      piccolo vicino al fiume e non vedono l'ora di traslocare. Tanti auguri di buon compleanno, ti auguro \
      tutto il meglio! Scrivimi a che ora arriva il treno, così ti vengo a prendere.
      """)

  static let portuguese = LanguageSample(
    "pt",
    words: """
      a agora ainda além algo alguém ali amanhã antes ao aos aqui as às assim até bem boa bom cara casa cedo com \
      como da daqui das de dela dele depois desde dia dias diz do dois dos e é ela elas ele eles em então era és \
      essa esse está estão estava este eu foi fazer ficar gente hoje há isso isto já la lá lhe logo mais mas me \
      melhor mesmo meu meus minha muita muito na nada não nas nem nessa nesse ninguém no noite nós nos nossa \
      nosso num numa nunca o obrigada obrigado oi olá onde ontem os ou para pela pelo pode podes pois por porque \
      posso pouco pra precisa preciso qual quando quanto que quem quer queres quero se sei sem sempre ser será seu \
      sim são sobre sou sua também tão tarde te tem têm tempo tenho ter teu ti tinha toda todos tu tua tudo um uma \
      umas vai vamos vem vez você vocês vou
      """,
    text: """
      Você ainda passa aqui hoje à noite, ou a gente se encontra na estação? Deixei minhas chaves na cozinha e não \
      conseguia mais entrar em casa. Ela me contou que as crianças já estavam dormindo quando ligaram. Desde a \
      semana passada ninguém teve notícias do senhorio. Vamos olhar esses desenhos antes que a reunião comece. \
      Seria bom se alguém trouxesse pão, manteiga e café suficiente para todos. O meu irmão trabalha como \
      enfermeiro e raramente encontra tempo para escrever. Qual destas camisas fica melhor em mim, na tua \
      opinião? Caminhámos pelo parque até começar a chover. Liga-me assim que acabares o trabalho. Alguém \
      devia ter-lhe dito isso mais cedo. Eles compraram um apartamento menor perto do rio e estão ansiosos pela \
      mudança. Parabéns, desejo-te tudo de bom! Escreve-me a que horas chega o comboio, que eu vou te buscar. \
      Espero que as coisas melhorem nas próximas semanas.
      """)
}
