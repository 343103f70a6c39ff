extension Talk {
  /// Between the owner and one person.
  static let privateTalks = [
    Talk("1 hey, how are you?", "0 all good, you?", "1 same, bit tired", "0 long week huh"),
    Talk("1 are you free on {day}?", "0 think so, why?", "1 dinner at ours, {dish}", "0 i'm in 🙂"),
    Talk(
      "1 what time shall we meet?", "0 {time} works for me", "1 at {place}?", "0 yep, see you there"
    ),
    Talk("1 did you see {show}?", "0 not yet!! no spoilers", "1 ok ok, my lips are sealed"),
    Talk(
      "0 can i borrow your {thing} this weekend?", "1 sure, come by on {day}", "0 you're the best",
      "1 just bring it back this time 😄"),
    Talk("1 i'm running late, sorry", "0 no worries, take your time"),
    Talk("1 happy birthday!! 🎉", "0 thank you!!", "1 cake on {day}?", "0 always"),
    Talk(
      "1 how was the trip?", "0 really good, way too short", "1 photos please",
      "0 later tonight, promise"
    ),
    Talk("1 did you get home ok?", "0 yes, just now. good night", "1 night!"),
    Talk(
      "1 quick question", "1 do you still have the recipe for {dish}?", "0 somewhere, let me look",
      "0 found it, sending later", "1 thanks a lot"),
    Talk("1 coffee tomorrow?", "0 yes please, {time}?", "1 perfect", "1 the place near {place}"),
    Talk("0 at {place}, need anything?", "1 milk, if they have the good one", "0 on it"),
    Talk(
      "1 sorry i missed your call", "0 no problem, nothing urgent", "1 talk on {day}?", "0 sure"),
    Talk("1 thanks for yesterday, that was lovely", "0 anytime 🙂"),
    Talk(
      "1 are you coming to the concert?", "0 if there are tickets left", "1 i have a spare one!!",
      "0 wow ok yes"),
    Talk("1 it's raining cats and dogs here", "0 same, staying in with {dish}"),
    Talk("1 how's work?", "0 busy, but ok. yours?", "1 meetings about meetings", "0 haha classic"),
    Talk("1 can you call me when you're free?", "0 in ten minutes, ok?", "1 great"),
    Talk(
      "0 good luck today!", "1 thanks, i'm so nervous", "0 you'll be fine", "1 it went well!!",
      "0 told you 🙂"),
    Talk("1 do you know a good dentist?", "0 the one at {place}, she's nice", "1 merci"),
  ]

  static let russianTalks = [
    Talk("1 привет, как дела?", "0 привет! норм, сам как?", "1 тоже ничего, устал немного"),
    Talk("1 ты в {день} свободен?", "0 вроде да, а что?", "1 хочу позвать на шашлыки", "0 я за 🙂"),
    Talk("0 можно взять у тебя {вещь}?", "1 конечно, заезжай", "0 спасибо!"),
    Talk("1 опаздываю минут на десять", "0 ничего, жду"),
    Talk("1 с днём рождения! 🎉", "0 спасибо большое!"),
    Talk("1 созвонимся вечером?", "0 давай после восьми", "1 ок"),
    Talk("1 как съездил?", "0 отлично, но мало", "1 фотки покажешь?", "0 обязательно"),
  ]

  /// In a group: 1, 2 and 3 are the others.
  static let groupTalks = [
    Talk("1 who's in on {day}?", "2 me", "3 me too", "0 in", "1 that makes four"),
    Talk("2 can somebody bring the ball?", "0 i can", "2 👍"),
    Talk("1 same place as last time?", "3 yes, {place}", "0 ok, see you at {time}"),
    Talk("3 i left my bottle there, did anyone see it?", "2 it's in my car", "3 hero"),
    Talk("2 good game everyone", "1 next time we win", "0 sure you will 😄"),
    Talk("1 it might rain on {day}", "0 so what", "2 fair weather player", "1 ok ok"),
    Talk("3 running ten minutes late", "1 as always", "3 hey"),
    Talk("2 who has the {thing}?", "0 still at mine, bringing it", "2 thx"),
  ]

  static let neighbourTalks = [
    Talk(
      "1 the lift is out of order again", "2 i called them already", "0 thanks!",
      "1 they come on {day}"),
    Talk("2 whose bike is blocking the door?", "3 mine, sorry, moving it", "2 thank you"),
    Talk("1 parcel for the second floor is with me", "0 mine i think, coming by at {time}", "1 👍"),
    Talk(
      "3 could you keep it down after ten please", "4 sorry, last day of the party season", "0 😄"),
    Talk("4 does anyone have a {thing} to lend?", "0 yes, ring my bell", "4 great, thanks"),
    Talk("2 water will be off on {day} from {hour}", "1 again?", "2 so says the note downstairs"),
  ]

  static let newsItems = [
    Talk("1 Roadworks on {street} from {hour}. Buses stop at Station Square."),
    Talk("1 The open-air cinema is back: this week at {place}, doors open at {hour}."),
    Talk("1 Ferry timetable: the last boat now leaves at {hour}."),
    Talk("1 Power is back on {street}. Thanks to everybody for their patience."),
    Talk("1 Farmers' market on {day} from {hour}, this time on {street}."),
    Talk("1 Lost and found: a grey cat with a red collar was seen near {street}."),
  ]

  static let notes = [
    Talk("0 call the dentist"), Talk("0 gift for alice: the blue scarf?"),
    Talk("0 {dish}: more salt next time"), Talk("0 return the {thing} on {day}"),
    Talk("0 read: the book ben talked about"),
  ]
}
