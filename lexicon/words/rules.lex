# Cara bekerja, kekuatan kata, dan kata yang memberi arah pada pengecualian.

[mode]
# Nama cara bekerja dan salah tulisnya. weak: hanya dihitung bila kalimatnya
# memang mengatur pegawai.
WFH = wfh | tugas dari (rumah|tempat tinggal) | (melaksanakan|menjalankan|mengerjakan) (tugas|pekerjaan|tugasnya|pekerjaannya) (dari|di) (tempat tinggal|kediaman|rumah) | wph | (bekerja|kerja) (penuh|sepenuhnya|full|secara penuh) (dari|di) rumah | kdh | (bekerja|kerja) (jarak jauh) | (work|working|works) (from|form|fron) (home|house) | (bekerja|kerja|bertugas|berdinas) (dari|di) (rumah|tempat tinggal|rumah tempat tinggal|kediaman) (masing masing)? | bekerja secara daring | (mengajar|belajar mengajar|berdinas) dari rumah | (menyelesaikan|mengerjakan|melaksanakan|menyusun|menjalankan) (pekerjaan|pekerjaannya|tugas|tugasnya|laporan) (dari|di) rumah | bdr | kerja rumahan | (pelaksanaan)? tugas kedinasan (di|dari) (rumah|tempat tinggal|rumah tempat tinggal) | tugas kedinasan dengan bekerja dari rumah | (kerjanya|tugasnya|bekerjanya) (cukup)? (dari|di) rumah | kedinasan (di|dari) rumah | dirumahkan | merumahkan | rumahkan | bekerja dari domisili | work home | pelaksanaan tugas dari rumah | melaksanakan tugas (di|dari) rumah
WFO = wfo | (datang|pergi|berangkat|kembali) ke kantor | (beroperasi|bekerja|berjalan) (penuh|sepenuhnya) di (kantor|tempat kerja) | (standby|stand by|berada) di kantor | (melakukan|menjalankan|menerapkan|melaksanakan|secara|dan|atau) who | (work|working) (from|form|fron) (office|ofice) | (bekerja|kerja|bertugas|berdinas) (dari|di) (kantor|tempat kerja|kantor masing masing|kantor atau lapangan) | (pelaksanaan)? tugas kedinasan (di|dari) kantor | kedinasan (di|dari) kantor | (hadir|masuk) (fisik)? (di|ke)? kantor | hadir (secara)? (fisik|langsung) | kembali berkantor | berkantor | ngantor | (bekerja|kerja) (di|dari) kantoran | berkerja (di|dari) kantor | datang ke (kantor|tempat kerja|kampus) | (bekerja|kerja|hadir|bertugas) di (kampus|tempat tugas|unit kerja|lokasi kerja|pos masing masing) | absen di kantor | masuk kerja | masuk kantor | masuk dan bekerja di kantor | kehadiran (pegawai|asn|pns)? (di)? kantor | kehadiran fisik | melaksanakan tugas di kantor | bekerja secara luring | (bekerja|bertugas|hadir|masuk) (secara)? (langsung|fisik|tatap muka) (di|dari|ke) (kantor|tempat kerja)
office {mode=WFO weak=1} = masuk | hadir
place {mode=WFO weak=1} = di (tempat pelayanan|tempat layanan|laboratorium|balai nikah|loket|posnya) | (di|ke|dari) (kantornya|kantor masing masing|kantor|kampus|tempat kerja|tempat tugas|unit kerja) | di lapangan | ada di tempat
home {mode=WFH weak=1} = (di|dari) rumah (saja|masing masing)? | di tempat tinggal
# Kata benda: memberi cara bekerja pada angka, tidak mewajibkan.
presence {mode=WFO weak=1} = (boleh|dapat|hanya boleh)? (beroperasi|buka|terisi|diisi) (dengan)? | berada (dalam|di) tempat kerja | kehadiran (pegawai|asn|karyawan)? | (kapasitas|keterisian) (kantor|perkantoran|pegawai|ruang kerja) | kapasitas kantor | (membatasi|mengurangi|mengatur) (kembali)? (kehadiran|kapasitas) (pegawai|asn)? (di)? kantor
# Hanya sesudah kata "tetap" kata kerja biasa berarti di kantor.
kept {mode=WFO weak=1} = (masuk|bekerja|hadir|datang) (kantor|kerja|ke kantor|di kantor) (seperti biasa|seperti biasanya|sebagaimana biasa|secara normal|normal|penuh) | tetap (mengajar|melayani|bekerja|bertugas) (secara)? (tatap muka|langsung|di sekolah) | tetap (wajib|harus)? (berada)? (di|ke) (tempat|tempatnya|kantor|kantornya|meja|mejanya|pos|posnya|posko|ruangan|loket|lapangan|tempat tugas|tempat kerja) (masing masing)? | (bekerja|kerja|masuk|bertugas|hadir|berdinas|berkantor|ngantor|mengajar|buka|beroperasi|melayani|dijalankan|berjalan) (seperti|sebagaimana|layaknya|macam) (hari kerja)? (biasa|biasanya|mestinya|semestinya|lazimnya|umumnya) | (masuk|ngantor|berkantor) (lima|enam) hari | (seluruhnya|semuanya) (tetap|harus|wajib)? (masuk|hadir|ngantor|berkantor) | (bekerja|bertugas) seperti biasa di (kantor|tempat kerja) | tetap (harus|wajib)? (ada|berada|stand by|standby) di (kantor|lokasi|tempat) | tetap (harus|wajib)? ngantor | tetap (bekerja|bertugas|masuk|berdinas|bersiaga di kantor) (seperti biasa|normal|penuh|seluruhnya)? | (bekerja|masuk|bertugas|hadir|berdinas|berkantor) (seperti biasa|normal|seluruhnya|penuh|setiap hari|tiap hari|sepenuhnya) (di (tempat kerja|tempat|kantor|lapangan))? | (tetap|juga) (akan)? (buka|beroperasi|melayani|berjalan) (secara)? (normal|penuh|seperti biasa) | turun penuh | (masuk|hadir) semua | tetap (wajib|harus|diwajibkan) (masuk|hadir|bekerja)
WFA = wfa | (bekerja|kerja|bertugas) (dari|di) (lokasi|tempat|posko) (pengungsian|mengungsi|penampungan|tujuan|mudik) | (bekerja|kerja) dari (kampung|kampung halaman|daerah|daerah asal|tempat mudik|luar kota|mana pun|manapun) | (bekerja|kerja) (dari|di) (tempat|lokasi|daerah) (masing masing|mereka berada|ia berada|asal) | (bekerja|kerja) (dari|di) (lokasi|tempat) (lain|lainnya|mana saja) | dari mana saja | dari lokasi lain | (work|working) (from|form|fron) (anywhere|anywhare|everywhere) | fwa | fleksibel (working)? arrangement | flexible (working|work) (arrangement|arrangements) | (bekerja|kerja) dari mana (saja|pun) | (bekerja|kerja) di mana (saja|pun) | (bekerja|kerja) secara fleksibel | kerja fleksibel | tugas kedinasan secara fleksibel | flexible working | hybrid working | sistem kerja hybrid | fleksibilitas (lokasi|tempat) (kerja|bekerja)?

[keep]
# Kata yang mempertahankan keadaan: dengan WFO berarti wajib di kantor.
keep = tetap | masih | kembali
# Hanya di depan cara bekerja: "langsung masuk kantor", bukan "berkaitan langsung".
at_once = langsung

[neg]
not = tidak | tak | ndak | gak | nggak | enggak | tiada | tidaklah
# Mengingkari kata benda: "ini bukan WFH" tidak melarang apa pun.
no = bukan | bukanlah | bukannya
lacking = tanpa
notyet = belum
# Mengingkari seluruh kalimat yang di belakangnya.
nobody = (tidak|tak) (seorang|satu|satu orang|ada seorang|ada satu) pun
means = (tidak|tak|bukan) (berarti|bermakna|bermaksud) (bahwa)?
none = tidak ada | tak ada | tidak ada (satu)? pun | tanpa ada | tidak akan ada | tak usah ada | tidak perlu ada | tak perlu ada
without = (tidak|tak) akan (menerapkan|memberlakukan|melaksanakan|menjalankan|diterapkan|diberlakukan) | tidak (menerapkan|memberlakukan|melaksanakan|menjalankan|mengambil|memakai|menggunakan) | tak (terapkan|berlakukan|menerapkan|memberlakukan|laksanakan) | tidak (terapkan|berlakukan|diterapkan|diberlakukan|dipakai|digunakan|berlaku|dilaksanakan) | tak (diterapkan|diberlakukan|berlaku) | belum (menerapkan|memberlakukan|diterapkan|diberlakukan|berlaku) | (tidak|tak) (akan)? (kami|kita) (terapkan|berlakukan|laksanakan|jalankan|gunakan|pakai) | (menolak|enggan|urung|batal|tidak jadi|tak jadi|tidak ikut|tak ikut|belum akan) (menerapkan|memberlakukan|melaksanakan|menjalankan|diterapkan|diberlakukan) | (tidak|tak) (akan)? diikuti (oleh)? | (tidak|tak) (akan)? (diterapkannya|memakai sistem)
cancel = meniadakan | ditiadakan

[except]
# Tanpa arah sendiri: arah datang dari ketentuan induknya.
except = kecuali | terkecuali | (tidak|tak) (menyasar|mencakup|menjangkau|meliputi|menyentuh|menyangkut|mengikat|melibatkan|menyertakan) | (tidak|tak) (dikenakan|ditujukan|tersedia) (terhadap|kepada|bagi|pada|untuk) | (tidak|tak) (dapat|boleh|bisa) (dipakai|digunakan|diambil|dinikmati|dimanfaatkan|diterima) oleh | (dikesampingkan|ditangguhkan) (untuk|bagi) | (pengecualian|perkecualian) (ada|terletak|jatuh|diberikan|berlaku|hanya|dibuat|dikenakan|tertuju) (pada|bagi|untuk|kepada) | perkecualian | (tidak|tak) (diperuntukkan|diperuntukan|dikhususkan|ditujukan) (bagi|untuk|kepada) | dikecualikan | pengecualian | mengecualikan | tidak termasuk | (tidak|tak) (akan)? berlaku (bagi|untuk|terhadap|pada|kepada) | (tidak|tak) (akan)? (diberlakukan|diterapkan) (bagi|untuk|terhadap|pada|kepada)
unless = selain
# Tidak ikut ketentuan yang dibicarakan.
outside = (tidak|tak) (menyentuh|ikut|mengikuti|mendapat|dapat|kebagian|memperoleh|menikmati|mencakup|kena|terkena|tersentuh|tersentuh oleh|dikenai|dikenakan|memakai|mendapatkan|termasuk dalam|masuk|masuk dalam|ikut dalam|dilibatkan dalam|diikutkan dalam) (fasilitas|pengaturan|ketentuan|kebijakan|aturan|skema|edaran|kelonggaran|keringanan|dispensasi|pola|sistem|giliran|pembagian|perbandingan|jatah|kuota|hitungan|daftar|wfh|wfa|uji coba|program|jadwal) | (tidak|tak) (kebagian|diikutkan|disertakan|diikutsertakan|dilibatkan|tersentuh|terkait|diatur di sini) | (tidak|tak) (diatur|disebut|disinggung) (dalam|di) (edaran|surat|aturan|sini|ketentuan) | (tidak|tak) (memakai|menggunakan|mengikuti|ikut) (edaran|surat|aturan) | dilewatkan | dilewati | (tidak|tak|belum) (dimasukkan|diikutkan|diikutsertakan|dilibatkan|terikat) (ke|dalam|ke dalam|pada)? (giliran|pembagian|skema|kebijakan|aturan|edaran|ketentuan|uji coba|jadwal|tim|pola)? | (tidak|tak|belum) ikut (serta|digilir|bergiliran|giliran|pembagian|uji coba) | bebas dari (wfh|wfa|pembagian|aturan|ketentuan) | (tidak|tak) (dapat|boleh|bisa|diperbolehkan|diperkenankan|diizinkan|berhak) (mengajukan|ikut|mengikuti|mengambil|memanfaatkan|menggunakan|memakai|memperoleh) (jatah|fasilitas|kesempatan|kelonggaran|opsi|hak|skema|uji coba|program)? | (tidak|tak) (tercakup|termasuk) (dalam)? (edaran|aturan|ketentuan|kebijakan|skema) (ini|itu|tersebut) | dikesampingkan dari | (berada)? di luar (cakupan|jangkauan|ketentuan|aturan|kebijakan|pengaturan|skema|jadwal|pola|kuota|hitungan) (ini|itu|tersebut|wfh|wfa|wfo)?

[aside]
# Pengecualian yang mendahului ketentuannya: "Selain puskesmas, seluruh OPD ...".
aside = kecuali | terkecuali | selain | di luar | dengan pengecualian | dengan mengecualikan | tidak termasuk

[also]
# Sesudah "selain": yang disebut lebih dahulu ikut, bukan dikecualikan.
also = juga | pun | turut | ikut | pula

[only]
# only: yang lain tidak boleh. special: sekadar penekanan.
only = hanya | cuma | sebatas | dikhususkan | terbatas (pada|bagi|untuk) | diperuntukkan (khusus)?
special = khusus | khususnya | terbatas

[away]
# Keluar rumah selama bekerja dari rumah.
home = tetap berada di (tempat tinggal|rumah) | bepergian ke luar (kota|daerah|provinsi) | keluar (kota|daerah) | ke luar (rumah|kota|daerah) | keluar rumah | meninggalkan rumah | keluar (dari)? (rumah|tempat tinggal) | boleh keluar | tidak boleh keluar | keluar hanya untuk | keluar kecuali | meninggalkan tempat tinggal

[ready]
# Siaga: layanan tetap tersedia.
ready = (wajib|harus) (tetap)? buka | tetap (akan)? melayani (pasien|warga|masyarakat|pelanggan) | (wajib|harus|diwajibkan|diharuskan|diminta|diperintahkan) (tetap)? (ada|berada|nongol|muncul) (di (wilayah|tempat|lokasi|pos|wilayahnya|tempat tugas))? | (tidak|tak|dilarang) (boleh|dibenarkan|diizinkan|diperkenankan|diperbolehkan)? meninggalkan (pos|posnya|tempat|tempat tugas|wilayah|wilayahnya|kantor|tugas|daerah) | menyiagakan | disiagakan | bersiaga | siaga | standby | stand by | bersiap | siap siaga | tetap tersedia | siap melayani | tetap buka | harus tersedia | tetap (jalan|dibuka|membuka (layanan|loket|pelayanan)) | tetap (dapat|bisa)? (memberikan|memberi|menjalankan|menyelenggarakan) (layanan|pelayanan) | membuka (layanan|loket|pelayanan) seperti biasa | dilarang (melonggarkan|mengurangi) kehadiran

[staying]
# Berada di tempat: juga orang yang bukan petugas layanan.
stay = berada | ada | meninggalkan

[schedule]
# Jadwal sendiri.
own = (pengaturannya|jadwalnya|kehadirannya|besarannya|pembagiannya|jam kerjanya|waktu kerjanya|gilirannya) (diserahkan|diatur|ditentukan|ditetapkan|disusun|mengikuti) (kepada|ke|oleh)? | tunduk pada (jadwal|ketentuan|aturan) | menyusun (waktu|waktu kerja|waktu kerjanya|jam kerja) (sendiri|masing masing)? | menyesuaikan dengan (kalender|jadwal|kebutuhan) | (bekerja|bertugas|berdinas) (menurut|sesuai) (pembagian|penugasan|regu|pembagian regu) | (bekerja|bertugas|berdinas|masuk) (menurut|mengikuti|berdasarkan|memakai) (jadwal|jadwalnya|roster|rosternya|giliran|sif|sifnya|piket|jam jaga) (sendiri|masing masing|kerjanya)? | (punya|memiliki|mempunyai|memakai|mengikuti|menggunakan) (edaran|aturan|petunjuk|pengaturan|ketentuan|jadwal|jam jaga|jam kerja|roster|sif|pola|jam) (tersendiri|sendiri|khusus|yang disusun) | diatur (secara)? (terpisah|tersendiri|khusus) | (diserahkan|diserahkan sepenuhnya|dipercayakan|dikembalikan) (kepada|ke|pada) (kepala|pimpinan|atasan|direktur|camat|masing masing) | (memakai|mengikuti) jam (jaga|dinas) | mengikuti (aturan|ketentuan|kebijakan|edaran|pengaturan) (dinas|dinasnya|kementerian|kementeriannya|instansi|pimpinan|masing masing|tersendiri|maskapai|perusahaan) | menyesuaikan (jadwal|kebutuhan|kepala|atasan|pimpinan|kalender) | (bekerja|bertugas|berdinas) sesuai (jadwal|giliran|sif|shift|piket) (jaga|giliran|regu|sif|shift|piket|masing masing|kerjanya)? | mengikuti (kalender|jadwal) (pendidikan|akademik|sekolah|masing masing) | (diatur|mengatur) (secara)? (bergiliran|bergantian) (oleh)? | diatur (kehadirannya|jadwalnya|jam kerjanya) | (punya|memiliki|mempunyai) (jam kerja|jadwal) (tersendiri|sendiri|khusus) | (mengatur|menyusun|menetapkan) (jadwal|jadwalnya|jam kerja|jam kerjanya|sif|sifnya) (masing masing|sendiri|tersendiri) | (jadwal|jadwalnya|jam kerja|jam kerjanya) (jaga|jaganya|dinas|piket|sif)? diatur (sendiri|tersendiri) | kalender pendidikan | kalender akademik | jadwal (tersendiri|sendiri) | diatur (tersendiri|lebih lanjut)? (oleh)? (kepala opd|kepala perangkat daerah|pimpinan unit|masing masing kepala) | mengatur (sendiri|tersendiri) | menyesuaikan (kalender|jadwal)

[discourage]
avoid = sebaiknya (tidak|jangan) | tidak disarankan | diimbau (tidak|untuk tidak) | disarankan tidak

[excused]
sick = sakit | cuti sakit | tertular | terpapar | positif | kedukaan | berduka | tertimpa musibah | musibah | tertahan | terjebak | terdampar | belum (bisa|dapat|sempat) (kembali|pulang|balik) | isolasi mandiri | isoman | berhalangan | demam | batuk | flu | bergejala | bergejala ringan | kurang sehat | tidak enak badan | tidak sehat

[priority]
# Mendahulukan di dalam kuota: tidak mengecualikan siapa pun darinya.
priority = prioritas | diprioritaskan | memprioritaskan | diutamakan | mengutamakan | didahulukan | mendahulukan | terutama bagi

[freed]
# Dibebaskan dari kewajiban di kantor.
duty = (dibebaskan|bebas|dibebastugaskan|dilepaskan) dari (kewajiban|jadwal|giliran|tugas)? (piket|masuk|masuk kantor|wfo|hadir|jaga|kantor|kehadiran) | tidak (dijadwalkan|dijadwal) (masuk|hadir|wfo|piket|ke kantor|bekerja di kantor)

[counted]
# "dihitung hadir": dicatat demikian, bukan berada di kantor.
as = (dihitung|dianggap|dicatat|tercatat|dinyatakan|diperlakukan|terhitung|diakui) (sebagai)?

[report]
tell = (kirim|mengirim|mengirimkan|menunjukkan|menyertakan|melampirkan|membawa|menyerahkan) (surat|foto|bukti) | (mengabari|menelepon|telepon|menghubungi|memberi kabar|kabari) | mengabarkan | melapor | melaporkan | lapor | memberitahukan | memberi tahu | memberitahu | surat keterangan (dokter)? | menyampaikan surat | izin tertulis

[subject]
# Ketentuan bagi semua pegawai.
staff = thl | abdi negara | aparat negara | tenaga harian lepas | pegawai | pegawainya | para pegawai | asn | asn nya | staf | para staf | stafnya | karyawannya | pns | pppk | p3k | cpns | aparatur | aparatur sipil negara | aparatur negara | pegawai negeri sipil | karyawan | non asn | nonasn | honorer | tenaga honorer | tenaga kontrak | ptt | phl | pegawai tidak tetap | tenaga non asn | non pns | nonpns | pegawai aparatur sipil negara

[contrast]
# Kata yang membuka ketentuan baru di dalam kalimat.
contrast = sedangkan | sementara | sementara itu | adapun | namun | tetapi | tapi | kemudian | selanjutnya | sebaliknya | begitu pula | demikian pula

[list]
# Pembuka daftar. open: daftarnya tidak lengkap.
open {open=1} = seperti | antara lain | di antaranya | diantaranya | misalnya | semisal | mulai | mulai dari | termasuk | contohnya | di antara lain
closed = yakni | yaitu | meliputi | mencakup | terdiri (atas|dari) | adalah | ialah | berupa | merupakan
more {open=1} = dan sejenisnya | dan lain sebagainya | dan yang sejenis | dan sebagainya | serta lainnya | dan lain lain | dan lainnya | dan sebagainya | dll | dsb | dan seterusnya | dst | lain lain

[prep]
# Pembuka keterangan siapa.
for = untuk | bagi | pada | khusus | khusus untuk | khusus bagi | terhadap | kepada | di | dari | oleh | teruntuk

[pred]
# Kata kerja dan kata tugas yang mengakhiri sebutan kelompok.
verb = mulai | melaksanakan | menjalankan | menerapkan | memberlakukan | diberlakukan | diterapkan | dilaksanakan | dibagi | membagi | diatur | mengatur | mengikuti | bekerja | bertugas di rumah | melakukan | dilakukan | menyesuaikan | mendapatkan | mendapat | diberikan | berlaku | menjadi | dibatasi | membatasi | langsung bekerja | kembali bekerja | dikerjakan | disesuaikan | menggunakan | memakai | memantau | membuka | menyampaikan | melaporkan | melapor | mengajukan | dapat mengajukan | ditetapkan | disebut | juga | pun | akan | bakal | telah | sudah | justru | karena | sebab | agar | supaya | sehingga | jika | bila | apabila | ketika | saat | selama | setelah | sesudah | usai | demi | guna | secara | dengan (memperhatikan|tetap|sistem|jumlah|persentase|ketentuan|maksimal|protokol|porsi|skema|kapasitas) | sebanyak | sebesar | diberi | diminta | tersebut | ini | itu | jumlah pegawai | porsi | melalui | sejak | hingga | sampai | diminta | wajib | kata | ujar | ujarnya | katanya | tetap | lewat | terhitung

[speech]
# Kata ucapan: yang sesudahnya adalah pembicara atau hari berita.
say = kata | katanya | ujar | ujarnya | ucap | ucapnya | jelas | jelasnya | tegas | tegasnya | tutur | tuturnya | ungkap | ungkapnya | terang | terangnya | imbuh | imbuhnya | tambah | tambahnya | sebut | sebutnya | papar | paparnya | pungkas | pungkasnya | tandas | tandasnya | beber | bebernya | lanjut | lanjutnya | sambung | sambungnya | sahut | sahutnya | tukas | tukasnya | urai | urainya | cetus | cetusnya | dalih | dalihnya | kilah | kilahnya | seloroh | selorohnya | kelakar | kelakarnya | timpal | timpalnya | keluh | keluhnya | celetuk | akunya | tambah dia | pesannya | tulis | bunyi

# Kata kerja ucapan yang pembicaranya berdiri di depannya.
tell = mengatakan | (berucap|bertutur|berujar|berkata|berkilah|berdalih|beralasan|berpandangan|berseloroh|berkelakar|bercerita|menceritakan|mengklaim|mengonfirmasi|menggarisbawahi|menandaskan|menambahi|menimpali|menyahut|meyakinkan|mengabarkan|membeberkan|menguraikan|berkomentar) (bahwa)? | (mengaku|membenarkan|melaporkan|menulis|menuliskan|mencontohkan|merinci|menyinggung|memberitahukan|menginformasikan|memutuskan) bahwa | menyebut | menyebutkan | menjelaskan | menegaskan | menuturkan | menyatakan | mengungkapkan | menambahkan | menerangkan | mengakui | menilai | memaparkan | mengemukakan | menyampaikan bahwa | mengingatkan | menaksir | berpendapat

[example]
# Angka sesudahnya contoh, bukan ketentuan.
example = jadi kalau | jadi jika | taruhlah | andaikan | umpama | dari sepuluh | misalnya | misal | contohnya | sebagai contoh | umpamanya | ilustrasinya | katakanlah

[plan]
# Baru rencana, usul, atau yang semestinya.
plan = akan diusulkan | semestinya | seharusnya | sebenarnya bisa | idealnya | ada yang (minta|meminta|mengusulkan|usul) | diwacanakan | masih (dibahas|dikaji|digodok) | mengusulkan | diusulkan | wacana | berencana | rencananya | direncanakan | mengkaji | dikaji | tengah disiapkan | usulan | (belum|akan|segera) turun | dipertimbangkan | akan mengkaji | opsi

# Penilaian di belakang angka.
judged = dinilai | dinilainya | dianggap (paling)? | menurutnya | diusulkan | dipertimbangkan | diwacanakan

[practice]
# Yang terjadi, bukan yang diatur.
practice = (telah|sudah) (mencakup|mencapai|menjangkau|terealisasi|terserap|tercapai) | survei | jajak pendapat | responden | studi kami | hasil (riset|penelitian|studi|kajian) | beredar (kabar|isu|pesan|informasi|tangkapan layar) | isu | pesan berantai | tidak benar bahwa | hoaks | hoax | mengaku | awalnya | dalam praktiknya | pada praktiknya | praktiknya | kenyataannya | di lapangan terlihat | hasil sidak | hasil monitoring | hari ini tercatat | memilih (bekerja|wfh|wfo|wfa) | mencatat | pernah (menjalankan|menerapkan|memberlakukan|melaksanakan) | dari pengalaman | (pandemi|ppkm|periode) lalu | yang memanfaatkan | yang mengambil | tahun lalu | lebaran lalu | waktu itu | ketika diterapkan | saat itu diterapkan | faktanya | instansinya | instansinya

[elsewhere]
# Pembuka pembanding: daerah yang disebut sesudahnya daerah lain.
next = (di|ke) (daerah|kota|kabupaten|provinsi|tempat) (lain|tetangga|sebelah)
other = sebagai perbandingan | berbeda (lagi)? (dengan|dari) | beda (lagi)? (dengan|dari) | lain (halnya|lagi) (dengan|di) | tidak seperti

[purpose]
# Pembuka akibat atau tujuan: yang disebut sesudahnya bukan yang diatur.
purpose = sehingga | supaya | agar | karena | sebab | demi | guna | lantaran

[acting]
# Kata kerja pejabat yang melaksanakan ketentuan, bukan yang dikenai.
acting = menerapkan | melaksanakan | menjalankan | mengatur | membagi | menyusun | menetapkan | menugaskan | memastikan | meminta | menginstruksikan | menjadwalkan | menentukan | mengizinkan | memberi | memberikan | membatasi | menunjuk | mengusulkan | memerintahkan | menjamin | memantau | mengawasi | melakukan (pengaturan|pembagian|pengawasan)

[outsider]
# Pembicara yang tidak menetapkan apa pun: pendapatnya bukan ketentuan.
speaker = pengamat | pakar | akademisi | peneliti | ekonom | epidemiolog | ahli | guru besar | dosen | aktivis | warga | netizen | warganet | tokoh masyarakat | (anggota|ketua|wakil ketua|sekretaris) (komisi|dprd|dpr|fraksi|dpd) | anggota dewan | lsm | ombudsman | serikat | apindo | kadin | pengusaha

[restate]
# Pembuka kalimat yang menjelaskan kalimat sebelumnya: yang diatur sama.
restate = artinya | maksudnya | dengan kata lain | skemanya | porsinya | komposisinya | kuotanya | batasnya | persentasenya | polanya | pembagiannya | rinciannya

[central]
# Ketentuan yang datang dari pusat atau daerah lain.
centre = pemerintah pusat | pusat

[changed]
# Perubahan: was = yang sesudahnya bunyi lama; now = bunyi baru.
was = semula (berbunyi)? | sebelumnya (berbunyi)? | tadinya
now = (diubah|berubah|dinaikkan|diturunkan)? (menjadi) | kini | sekarang

[inherit]
# Melanjutkan ketentuan kalimat sebelumnya kepada kelompok lain.
same = hal (ini|yang sama|serupa) (pun|juga)? (turut)? (berlaku|diterapkan|diberlakukan) | (ketentuan|aturan|kebijakan) (ini|yang sama|serupa|tersebut) (pun|juga)? (turut)? berlaku (juga)? | begitu (juga|pula) (dengan|bagi|untuk) | demikian (juga|pula) (dengan|bagi|untuk) | sama halnya (dengan|bagi) | berlaku (pula|juga) (bagi|untuk) | turut berlaku (bagi|untuk) | (juga|pun) (sama|serupa|demikian|begitu) | tak (beda|berbeda) | tidak berbeda | sama seperti itu | mengikuti (ketentuan|aturan|porsi|skema|batas|persentase|pola) (yang)? (sama|serupa) | berlaku sama (bagi|untuk|pada)

[recur]
weekly = (setiap|tiap) (hari)? (senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad) | (setiap|tiap) (hari|harinya|pekan|minggu|bulan) | per (hari|minggu|pekan) | (satu|dua|tiga|sekali) (hari|kali)? (dalam)? (seminggu|sepekan)

[condition]
# Keadaan yang membatasi berlakunya kuota. Nomor level dan warna zona ikut.
level = wilayah psbb | psbb | level | ppkm level | zona | fase | tahap | status | risiko | kategori wilayah | wilayah level | wilayah zona
if = jika | bila | apabila | dalam hal | manakala | bilamana | kalau | kecuali jika

[negpath]
# Kata yang boleh berdiri di antara kata ingkar dan cara bekerja yang diingkari:
# "tidak perlu ada yang WFH".
path = ada | mengikuti | jadwal | mengambil jadwal | giliran | yang | usah | perlu | lagi | ikut | bekerja | secara | kebijakan | sistem | skema | opsi | istilah | adanya | untuk | bisa | boleh | dapat | diizinkan | diperbolehkan | mendapatkan | mendapat | diberi | diberikan | melakukan | melaksanakan | menerapkan | memberlakukan | menjalankan | mengambil | memakai | menggunakan | menerima | termasuk | mengajukan | masuk | akan | memilih | satu | pun | pegawai | asn | kelonggaran | jatah | izin | hak | berhak | kesempatan | disarankan | tetap | dibolehkan | diperkenankan | diberlakukan | diterapkan | wajib | ketentuan | aturan | penerapan | pemberlakuan | dijadwalkan | dijadwal | ditugaskan | diminta | datang | hadir

[subord]
# Pembuka anak kalimat: cara bekerja di dalamnya menerangkan keadaan, tidak diwajibkan.
when = selama | saat | ketika | jika | bila | apabila | karena | sebab | setelah | sesudah | sebelum | meski | meskipun | walau | walaupun | kendati | lantaran | akibat | sejak

[every]
# Setiap satuan: membuat jumlah orang menjadi kuota.
every = setiap | tiap | tiap tiap | per | masing masing | dalam satu

[noun]
# Kata benda yang bentuknya seperti kata kerja me- atau di-.
noun = (masuk|hadir|datang) lebih (siang|pagi|awal|lambat|cepat) | direktur | direktorat | direksi | distribusi | distributor | dirinya | divisi | digital | disiplin | diskusi | disabilitas | difabel | diklat | dispensasi | distrik | diploma | dinasti | dinamika | diabetes | diskresi | diagnosis | dirjen | disposisi | menteri | mekanisme | menengah | merupakan | melayu | merdeka | metode | memori | mentoring | meteorologi | menurut | mengenai | melalui | menjelang

[abstract]
# Pokok kalimat yang bukan orang atau unit: tidak pernah menjadi kelompok.
thing = aturan | ketentuan | kebijakan | surat | edaran | se | keputusan | instruksi | hal | kondisi | keadaan | penyesuaian | pelaksanaan | penerapan | pengaturan | sistem | skema | jam | waktu | hari | libur | cuti | rapat | apel | upacara | kegiatan | acara | tujuan | alasan | sanksi | kuota | porsi | persentase | jumlah | jadwal | absensi | presensi | kehadiran | pelayanan | layanan | kerja | pekerjaan | wfh | wfo | wfa | ia | dia | kami | kita | mereka | beliau | saya | itu | ini | tersebut | demikian | begitu | meski | walau | karena | jika | bila | apabila | selain | selama | setelah | sementara | namun | tetapi | sebab | oleh | menurut | berdasarkan | sesuai | dalam | pada | di | dari | dengan | untuk | bagi | mulai | sejak | hingga | sampai | saat | ketika | agar | supaya | adapun | sedangkan | kemudian | lalu | selanjutnya | nantinya | artinya | jadi | maka | hanya | bahkan | juga | seluruh | semua | sebagian | beberapa | setiap | tiap | tidak | bukan | belum | jangan | data | angka | arus | mobil | kendaraan | lalu lintas | kasus | pemerintah | pemprov | pemkot | pemkab | pemda | kementerian | gubernur | bupati | wali | walikota | menteri | presiden | sekda | libur | lebaran | idul | covid | pandemi | banjir | ada | masih | sudah | telah | akan | bisa | dapat | boleh | harus | wajib | tetap | uang | anggaran | gedung | kantor | ruang | sekolah | masyarakat | warga
