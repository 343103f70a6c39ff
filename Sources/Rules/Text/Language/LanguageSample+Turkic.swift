extension LanguageSample {
  static let turkish = LanguageSample(
    "tr",
    words: """
      acaba akşam ama artık aslında ben bende beni benim bence bana bazı belki biraz biri bile bir biz bize bizi bizim bu \
      bugün buna bunu burada böyle çok çünkü da daha de değil demek diye dün eğer en et evet fakat gece gel geldi geliyor \
      gibi görüşürüz güzel günaydın hala hangi hayır hem hemen hep her hiç için içinde iki ile ilk ise iyi kadar kaç kendi \
      kez ki kim kimse lazım lütfen mı merhaba mi mu mü mısın misin musun müsün ne neden nasıl nasılsın nerede nereye o olan \
      olarak oldu olsun olur olacak on ona onlar onu onun orada öyle peki sadece sana saat selam sen seni senin sonra \
      siz şey şimdi şu tamam tabii teşekkürler teşekkür tüm üzere var ve veya ya yani yarın yine yok zaman zaten
      """,
    text: """
      Bu akşam yine uğrayacak mısın, yoksa istasyonun önünde mi buluşalım? Anahtarlarımı mutfakta unuttum ve eve \
      geri giremedim. Aradıklarında çocukların çoktan uyuduğunu anlattı. Geçen haftadan beri kimse ev sahibinden \
      haber almadı. Toplantı başlamadan önce şu çizimlere bakalım. Birisi herkese yetecek kadar ekmek, tereyağı ve \
      kahve getirse ne güzel olurdu. Kardeşim hemşire olarak çalışıyor ve yazmaya nadiren vakit buluyor. Sence bu \
      gömleklerden hangisi bana daha çok yakışıyor? Yağmur başlayana kadar parkta yürüdük. İşin biter bitmez beni \
      ara. Birinin ona bunu daha önce söylemesi gerekirdi. Nehrin yakınında daha küçük bir daire aldılar ve \
      taşınmayı dört gözle bekliyorlar. Doğum günün kutlu olsun, sana her şeyin en iyisini dilerim! Trenin kaçta \
      geleceğini yaz, seni karşılarım. Umarım kendini daha iyi hissediyorsundur.
      """)
}
