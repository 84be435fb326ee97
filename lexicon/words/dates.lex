# Tanggal: nama hari dan bulan, kata rentang, dan kata yang memberi tahu untuk
# apa sebuah tanggal disebut. Dasar: naskah dan berita surat edaran 2017-2026;
# ejaan lama (Pebruari, Nopember, Djuli) dari naskah dinas sebelum EYD.

[month]
# n = nomor bulan. Ejaan lama, salah baca OCR (1 untuk l, 0 untuk o), dan bulan
# cap tanggal berbahasa Inggris ikut.
januari {n=1} = januari | jan | djanuari | januar1
februari {n=2} = februari | feb | pebruari | peb | febuari | februar1
maret {n=3} = maret | mar | mrt
april {n=4} = april | apr | apri1 | apr1l
mei {n=5} = mei | me1 | may
juni {n=6} = juni | jun | djuni | jun1
juli {n=7} = juli | jul | djuli | ju1i | jul1
agustus {n=8} = agustus | agt | agu | ags | agust | agusutus | agustu5 | aug
september {n=9} = september | sept | sep
oktober {n=10} = oktober | okt | 0ktober | okt0ber | oct
november {n=11} = november | nov | nopember | nop
desember {n=12} = desember | des | december | dec

[weekday]
# n = hari ke berapa sesudah Minggu.
minggu {n=0} = minggu | ahad
senin {n=1} = senin
selasa {n=2} = selasa
rabu {n=3} = rabu
kamis {n=4} = kamis
jumat {n=5} = jumat | jum'at
sabtu {n=6} = sabtu

[daypart]
# Bagian hari, antara nama hari dan tanggalnya.
part = pagi | siang | sore | petang | malam | dini hari | (pagi|siang|sore|petang|malam) (tadi|ini|kemarin)

[dateword]
# Boleh berdiri di depan angka hari.
tanggal = tanggal | tgl | tgl .
hari = hari

[numbered]
# Angka di belakangnya bukan hari.
kind = level | tahap | gelombang | fase | kelas | golongan | eselon | pasal | angka | butir | poin | lampiran | zona

[daterange]
# Penghubung awal dan akhir rentang.
to = hingga | sampai | sampai dengan | s.d | s.d. | s/d | sd | s d | dan (berakhir|selesai) (pada)?

[dateopen]
# Kata tepat di depan tanggal yang membuka atau menutup sebuah masa.
from = (mulai|dimulai|mulai dari|sejak|terhitung|terhitung (mulai|sejak|dari)|mulai berjalan|berlaku efektif|efektif|efektif (mulai|sejak)|mulai berlaku|mulai dijalankan|mulai dilaksanakan|mulai diterapkan|dijalankan mulai|berlaku per|terhitung per|efektif per) (pada)?
until = (hingga|sampai|sampai dengan|s.d|s.d.|s/d|sd) (pada)?

# Tepat di belakang tanggal: akhirnya tidak disebut.
untold = (hingga|sampai|sampai dengan) (ada|adanya|terbit|terbitnya|keluarnya|waktu yang|batas waktu yang|pemberitahuan|dicabut|dicabutnya|ditetapkannya|keadaan|kondisi|situasi|berakhirnya|selesai|selesainya|diterbitkan|diterbitkannya|pandemi|kebijakan|ketentuan)

[dateleads]
# Kata depan waktu, tepat di depan tanggal.
at = pada | untuk | tanggal | selama | di

[apposes]
# Yang disebut sesudahnya adalah yang disebut sebelumnya.
namely = yaitu | yakni

[this]
# Menunjuk yang sedang dibicarakan.
this = ini | tersebut

[datebeside]
# Hari di sekitar sebuah acara: tanggal di belakangnya menyebut hari-hari itu bila
# lamanya disebut di depannya ("dua hari sebelum libur Nyepi, 16-17 Maret").
# after: sesudah acara, juga tanpa lamanya.
before = sebelum | menjelang | jelang
after = sesudah | setelah | selepas | seusai | usai | pasca

[datearound]
# Di depan nama acara: hari-hari di sekitarnya, bukan hari acaranya.
around = selama | pra | pasca | periode

[workday]
# Di belakang "hari": lamanya tidak tentu.
work = kerja | dalam

[datefill]
# Boleh berdiri di antara kata pembuka masa dan tanggalnya.
# days = hari sesudah hari berita.
today {days=0} = hari ini
today {days=1} = besok
today {days=2} = lusa
fill = hari | tanggal | pada | pekan depan | minggu depan

[dateuse]
# Untuk apa tanggal disebut. Yang menentukan adalah kata terdekat di kirinya.
# window: masa berlakunya ketentuan.
# Sesudah "yang" menyebut siapa, bukan masa berlaku.
window.leave {who=1} = (mengambil|mengajukan) cuti
window = (pemberian|pengambilan|permohonan)? cuti tahunan | hari pertama (puasa|ramadan|ramadhan|bulan puasa) | berlaku | berlakunya | diberlakukan | memberlakukan | pemberlakuan | diterapkan | menerapkan | penerapan | dilaksanakan | melaksanakan | pelaksanaan | diperpanjang | memperpanjang | perpanjangan | membolehkan | dibolehkan | diperbolehkan | diizinkan | mengizinkan | kelonggaran | menetapkan | menjalani | masa berlaku | jangka waktu | terhitung | (tahap|gelombang|periode|fase) (pertama|kedua|ketiga|i|ii|iii|1|2|3) (berlangsung|berlaku|berjalan)?
# first: hari pertama kembali ke kantor, bukan masa berlaku.
first = (berlaku)? kembali (seperti|sebagaimana) biasa | (kembali|wajib|harus|langsung|mulai|sudah|tetap)? (masuk|aktif) (kerja|kantor|bekerja|lagi|kembali|seperti biasa) | kembali (bekerja|berkantor|beraktivitas|ngantor|masuk|normal|aktif) | (bekerja|berkantor|beroperasi) (kembali|lagi|normal|seperti biasa) | hari pertama | berkantor
# event: acara, libur, cuti, sekolah. near=1: hanya bila tak ada kata kerja atau koma di antaranya.
# Kata kerja ber-subject=1 baru berarti acara bila pokok kalimatnya bukan
# ketentuan itu sendiri (lihat [ruleword]).
happens {subject=1} = berlangsung | berjalan | digelar | diselenggarakan | diadakan
event = dibahas | dipantau | dievaluasi | diumumkan | disosialisasikan | diterima | dibagikan | dikirim | dilaporkan | ditemui | memantau | mengecek | mengawasi | membahas | mengevaluasi | mengumumkan | menyosialisasikan | memastikan | survei | jajak pendapat | menggelar | mengadakan | diperkirakan | jatuh pada | dihelat | diresmikan | dilantik | meninjau | mengunjungi | usai | libur nasional | ulang tahun | hari jadi | menghadiri | mengikuti apel | rapat
noun {near=1} = cuti bersama | cuti | libur | libur lebaran | liburan | lebaran | idul fitri | idulfitri | idul adha | iduladha | nyepi | natal | waisak | imlek | ramadan | ramadhan | ktt | ktt asean | apel | apel pagi | apel gabungan | apel pagi gabungan | upacara | halal bihalal | halalbihalal | sidak | inspeksi mendadak | rakor | sosialisasi | ujian | tes | wawancara | survei | jajak pendapat | sensus | pendataan | seleksi | lomba | pelatihan | seminar | lokakarya | pilkada | pemilu | pemungutan suara | arus mudik | arus balik | puncak arus | konferensi | konferensi tingkat tinggi | kongres | festival | turnamen | kejuaraan | konferensi pers | jumpa pers | siaran pers | wisuda
host {near=1} = tempat penyelenggaraan | tuan rumah | puncak acara | puncak kegiatan
# deadline: tenggat.
deadline = paling lambat | paling lama | selambat lambatnya | batas waktu | tenggat
# limit: hanya bila tanggalnya langsung di belakangnya.
limit {near=1} = sebelum | sesudah | setelah | selepas
# past: ketentuan lama yang diganti.
past = pernah | tidak (lagi)? berlaku (lagi)? | (edaran|aturan|ketentuan|kebijakan|se|masa|jadwal) (yang)? (sebelumnya|lama|terdahulu) | semula | sebelumnya (hanya)? (berlaku|berakhir|ditetapkan|mengatur) | sedianya | tadinya | yang berakhir | telah berakhir | berakhir pada | (tahun|lebaran|idulfitri|idul fitri|nataru|ramadan|pandemi) (lalu|silam|sebelumnya|kemarin)
# trial: simulasi atau rencana.
trial = simulasi | uji coba | ujicoba | rencananya | direncanakan | diusulkan | mengusulkan

# other: jadwal hal lain yang digeser.
other = ditunda | menunda | penundaan | dijadwalkan ulang | dipindahkan

[ruleword]
# Pokok kalimat yang berarti ketentuan edaran itu sendiri.
rule = sistem | semua itu | ppkm | ppkm darurat | psbb | (kegiatan|proses)? (belajar|belajar mengajar|pembelajaran|perkuliahan|perkantoran) | masa (penyesuaian|pengaturan|pembatasan|peralihan|transisi|kerja) | penyesuaian | pengaturan | kebijakan | ketentuan | aturan | skema | (pola|sistem) kerja | edaran | surat edaran | pembatasan | uji coba | pembagian (tugas|jadwal|kerja)

[otherrule]
# Pokok kalimat yang bukan soal pegawai: masa berlakunya bukan masa edaran.
# subject=1: hanya di awal kalimat.
fact {subject=1} = vaksinasi | imunisasi | program vaksinasi | kasus | wabah | pandemi
other = rekayasa lalu lintas | (pembatasan|pelarangan|penyekatan) (kendaraan|truk|angkutan|operasional truk|kendaraan barang|angkutan barang|lalu lintas|arus) | ganjil genap | contraflow | contra flow | one way | sistem satu arah | satu arah | car free day | kartu | tarif | diskon | potongan harga | potongan tarif | promo | pendaftaran | penjualan tiket | pemutihan | pembayaran pajak | pameran | program studi

[earlier]
# Pembuka kalimat tentang ketentuan yang sudah lewat.
earlier = sebelumnya | semula | awalnya | tadinya

[dateref]
# "hari itu" menunjuk tanggal terakhir yang disebut.
that {use=window} = hari (itu|tersebut) (juga|pun)? (ditetapkan|berlaku|diberlakukan|diterapkan)
during {use=window} = selama (kurun waktu|masa|periode|rentang waktu|waktu|jangka waktu) (itu|tersebut)
from {use=from} = (mulai|sejak|terhitung) hari (itu|tersebut)

[counts]
# Di belakang "hingga TANGGAL" di awal kalimat: yang dihitung sampai hari itu.
counts = tercatat | terdapat | sudah | telah | sebanyak | jumlah | total | ada | baru | sedikitnya

[datename]
# Tanggal yang sebenarnya nama jalan, kampus atau gedung.
name = universitas | jalan | jl | jl . | lapangan | stadion | gedung | rsud | pahlawan | kampus | alun alun | monumen | gerakan

[duration]
# Lama berlaku: bilangan di depannya, days = hari per satuan. Hari kerja tidak dihitung.
day {days=1} = hari | hari kalender
week {days=7} = pekan | minggu
sepekan {days=7 n=1} = sepekan | seminggu

[span]
during = selama | dalam (waktu|kurun waktu) | untuk (waktu|jangka waktu)

[monthword]
# Boleh berdiri di antara angka hari dan nama bulan.
month = bulan

[calendar]
# Tahun di belakangnya bukan tahun Masehi.
saka = saka

[era]
# Di belakang tahun sebuah hari: penanggalan yang dipakai.
era = m | masehi | h | hijriah | hijriyah

[clockword]
# Di depan jam pada cap waktu berita.
clock = pukul | jam

[zone]
# Di belakang jam.
zone = wib | wita | wit

[and]
# Penghubung butir terakhir sebuah daftar.
and = dan | serta | &
