# Kekuatan: kata yang mewajibkan, melarang, membolehkan, membebaskan. Ingkar di
# depan atau di belakangnya tidak ditulis di sini: "tidak" + wajib = bebas, "tidak"
# + boleh = larangan, "boleh" + "tidak" = bebas, "tidak" + dilarang = boleh.
# Dasar pembagian: wajib, harus, diperintahkan = wajib; agar, diminta, mohon,
# diharapkan, hendaknya, kiranya = diminta; imbauan, saran, anjuran = diimbau.

[modal]
# sense = must, ban, may, free (bebas dari kewajiban), out (di luar ketentuan).
# cause: yang di depannya memerintah, yang di belakangnya diperintah ("Bupati
# meminta ASN masuk"). joins: hanya penyambung bila ada kata lain di depannya.
# denied: only = berkekuatan hanya bila diingkari; ban = bila diingkari melarang;
# no = bila diingkari tidak tentu. prose: tidak berkekuatan di naskah resmi
# kecuali diingkari. noun: kata benda; di naskah resmi hanya sebagai pokok kalimat.
must {sense=must force=wajib} = wajib (untuk)? | bersifat wajib | harus | haruslah | mesti | diwajibkan (untuk)? | diharuskan (untuk)? | diperintahkan | diinstruksikan | berkewajiban (untuk)? | wajib hukumnya | diwaj1bkan
duty {sense=must force=wajib prose=1} = bertanggung jawab | bertanggungjawab
must.order {sense=must force=wajib cause=1} = mewajibkan | mengharuskan | memerintahkan | menginstruksikan
ask {sense=must force=diminta denied=no} = diminta (untuk)? | dimohon | mohon | diharapkan (dapat|untuk)? | diharap | harap | hendaknya | hendaklah | kiranya (dapat)? | dimintakan
charge {sense=must force=diminta prose=1} = perlu (lagi)? | ditugaskan | diarahkan | ditekankan
join {sense=must force=diminta denied=no joins=1} = agar (supaya)? | supaya
ask.order {sense=must force=diminta denied=no cause=1} = meminta | memohon | mengharapkan | (berpesan|berharap|mewanti wanti) (agar|supaya)
charge.order {sense=must force=diminta cause=1 prose=1} = minta | menugaskan | mengarahkan | berharap | memastikan | menekankan | memberi arahan | mengajak
urge {sense=must force=diimbau denied=ban} = diimbau (untuk|agar)? | dihimbau (untuk|agar)? | di imbau | di himbau | diirnbau | disarankan (untuk|agar)? | dianjurkan (untuk|agar)? | sebaiknya | seyogianya | seyogyanya
urging {sense=must force=diimbau denied=ban prose=1} = ada baiknya | direkomendasikan | himbauan | imbauan
urge.order {sense=must force=diimbau denied=ban cause=1} = mengimbau | menghimbau | menyarankan | menganjurkan
urging.order {sense=must force=diimbau denied=ban cause=1 prose=1} = imbau | merekomendasikan
may {sense=may force=dapat} = dapat | boleh | bisa | diperbolehkan | diperkenankan | dibolehkan | diizinkan | diijinkan | diljinkan | dimungkinkan | dipersilakan | dipersilahkan | berhak
chance {sense=may force=dapat prose=1} = silakan | silahkan | opsional | (diberi|diberikan|mendapat|mendapatkan|memperoleh) (kesempatan|kelonggaran|pilihan|opsi|keleluasaan|dispensasi|izin|keringanan|hak|fleksibilitas) (untuk)? | boleh boleh saja | dapat diberikan izin untuk | punya (opsi|pilihan|hak)
license {sense=may force=dapat denied=only} = dibenarkan (untuk)? | berwenang | (memiliki|punya) (izin|hak)
may.order {sense=may force=dapat cause=1} = membolehkan | memperbolehkan | memperkenankan | mengizinkan | mempersilakan
chance.order {sense=may force=dapat cause=1 prose=1} = memungkinkan | mempersilahkan | (memberi|memberikan) (kesempatan|kelonggaran|pilihan|opsi|keleluasaan|dispensasi|izin|keringanan|fleksibilitas) (kepada|bagi|untuk|pada)?
license.order {sense=may force=dapat cause=1 denied=only} = membenarkan
onlymay {sense=may force=dapat only=1 prose=1} = hanya (dapat|boleh|bisa|diperbolehkan|diizinkan|diperkenankan|dibolehkan) | (dapat|boleh|bisa) hanya
ban {sense=ban force=dilarang} = dilarang (untuk|keras)? | terlarang | jangan (sampai)? | janganlah
ban.order {sense=ban force=dilarang cause=1} = melarang
banning.order {sense=ban force=dilarang cause=1 prose=1} = larang
free {sense=free force=dapat} = dibebaskan (dari)? (kewajiban|keharusan)? | terbebas dari | bebas dari (kewajiban|keharusan)
letoff {sense=free force=dapat prose=1} = (bebas|dilepaskan|dibebastugaskan) dari
free.order {sense=free force=dapat cause=1} = membebaskan
letoff.order {sense=free force=dapat cause=1 prose=1} = bebaskan
# Beban: diingkari berarti bebas.
burden {sense=must force=wajib denied=only} = usah (lagi)? | dipersyaratkan | disyaratkan | diwajibkannya | dituntut (untuk)? | dikenakan | dikenai | dipungut | dibebani
nounduty {sense=must force=wajib noun=1} = kewajiban | keharusan
nounban {sense=ban force=dilarang noun=1} = larangan | pelarangan
nounfree {sense=free force=dapat noun=1} = pembebasan

[notmodal]
# Yang berbentuk kata kekuatan tetapi bukan.
not = wajib (pajak|retribusi|bayar|belajar|militer) | bisa (ular|jadi)

[out]
# Mengeluarkan dari sebuah ketentuan.
out = dikecualikan | pengecualian | (tidak|tak) berlaku (bagi|untuk|terhadap|pada|kepada|dalam hal) | (tidak|tak) (diberlakukan|diterapkan) (bagi|untuk|terhadap|pada|kepada) | (tidak|tak) (diberlakukan|diterapkan) (kewajiban|ketentuan|larangan|keharusan) | (tidak|tak) termasuk | (tidak|tak) (menyasar|mencakup|menjangkau|menyentuh|menyangkut|mengikat|melibatkan) | (tidak|tak) (dikenakan|ditujukan) (terhadap|kepada|bagi|pada|untuk) | (dikesampingkan|ditangguhkan) (untuk|bagi)
out.order {cause=1} = mengecualikan

[denyfill]
# Di antara ingkar dan kata kekuatan.
outer = lagi | pernah | akan | sama sekali | serta merta | berarti | merupakan | suatu | sebuah | menjadi | ada | adanya | secara mutlak | selalu
# Di antara kata kekuatan dan ingkar.
inner = untuk | saja | juga | pula | memilih (untuk)? | memutuskan (untuk)? | dengan

[isnoun]
# Predikat berupa kata benda: "... adalah perbuatan yang dilarang".
is = adalah | ialah | merupakan

[lapse]
# Ketentuan yang berhenti: "Kewajiban ... ditiadakan".
lapse = (tidak|tak) (lagi)? (berlaku|diberlakukan|diterapkan) (lagi)? | ditiadakan | dihapus | dihapuskan | dicabut | dihentikan | gugur
