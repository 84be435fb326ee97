# Susunan naskah: singkatan yang titiknya bukan akhir kalimat, tautan dan
# perabot laman berita, kepala bagian surat edaran.

[abbr]
# Titik sesudah kata-kata ini tidak mengakhiri kalimat.
title = h | hj | drs | dra | dr | ir | prof | kh | tgk | st | sh | mm | msi | mpd | mh | mkes | m | s | r | tb | rd | letjen | mayjen | komjen | irjen | brigjen | kol | kompol | akbp
acting = pj | pjs | plt | plh | a.n | an | u.b | u.p | ub | up
writing = ka | maks | min | no | nomor | hal | tgl | jl | jln | kel | kec | kab | prov | rp | s.d | sd | d.a | yth | bpk | sdr | tn | ny | lamp | psl | jo | vs | cq | ttd | dsb | wib

[furniture]
# Awal paragraf yang bukan isi: tautan ke berita lain dan perabot laman.
link = baca juga | baca selengkapnya | simak juga | lihat juga | berita terkait | artikel terkait | tonton juga | pilihan editor | baca :
page = pos terkait | tinggalkan (balasan|komentar) | alamat email anda | ruas yang wajib | mungkin anda juga menyukai | artikel pilihan | tags | tag : | topik terkait | terpopuler | terkini | kabar daerah | terkait : | scroll to continue | advertisement | gabung kompas | error : content | exit mobile | share : | bagikan : | komentar : | ikuti kami | copyright | hak cipta | sumber : | editor : | reporter : | penulis : | pewarta : | foto : | halaman : | dapatkan update | cek berita | ilustrasi

[section]
# Kepala bagian surat edaran (Profil A, A. sampai F.).
latar = latar belakang | umum | pendahuluan
maksud = maksud dan tujuan | maksud | tujuan
lingkup = ruang lingkup
dasar = dasar hukum | dasar | landasan hukum
isi = isi edaran | isi surat edaran | ketentuan | isi | pengaturan | pelaksanaan | hal yang perlu diperhatikan
penutup = penutup | lain lain

[frame]
# Bingkai surat edaran: kata yang hanya berdiri di kepala atau kaki naskah.
heading = surat edaran | suratedaran | edaran
number = nomor
about = tentang
addressee = yth | kepada yth | kepada
place = ditetapkan di | dikeluarkan di | ditandatangani di
date = pada tanggal
copies = tembusan
annex = lampiran
esign = ditandatangani secara elektronik | dokumen ini telah ditandatangani

[footer]
# Catatan kaki tanda tangan elektronik: undang-undang di dalamnya bukan dasar
# hukum edaran.
ite = (uu|undang undang) (ite|informasi dan transaksi elektronik)? (nomor|no|no .)? 11 tahun 2008 (pasal|ps) 5

# Di bawah ini: kata yang menyusun naskah menjadi bagian, butir dan kalimat.

[chapter]
# Nama bagian surat edaran, sendirian pada barisnya.
background = latar belakang | umum | pendahuluan | pengantar | pertimbangan | menimbang
purpose = maksud dan tujuan | maksud | tujuan | tujuannya | maksud tujuan | maksud dan tujuannya
scope = ruang lingkup | lingkup | cakupan
basis = dasar hukum | dasar | landasan hukum | landasan | dasar penerbitan | mengingat
operative = isi edaran | isi surat edaran | isi | ketentuan | pengaturan | pelaksanaan | ketentuan umum | ketentuan peralihan | ketentuan lain lain | ketentuan penutup | hal yang perlu diperhatikan | penutup | lain lain | isi ketentuan | materi edaran | pokok edaran | sanksi | pelaporan | pemantauan dan evaluasi | monitoring dan evaluasi
definition = pengertian | definisi | istilah | batasan pengertian

[recital]
# Pembuka kalimat yang menerangkan latar, dasar, atau tujuan edaran.
that = bahwa | menimbang
basis = berdasarkan | mengingat | dasar | merujuk | mengacu | menunjuk | memperhatikan | mempedomani | berpedoman pada | sesuai dengan | sesuai
follow = menindaklanjuti | menindak lanjuti | menyikapi | menyambut | menghadapi | sehubungan dengan | sehubungan | berkenaan dengan | berkaitan dengan | terkait dengan | dalam rangka | guna | untuk keperluan | mempertimbangkan | memperhatikan perkembangan | menanggapi | menegaskan kembali | sebagai tindak lanjut | supaya | mencermati
greeting = dengan hormat | salam sejahtera | assalamualaikum | assalamu'alaikum | assalamu alaikum | bismillah | bismillahirrahmanirrahim | bismillahirrohmanirrohim | disampaikan dengan hormat | om swastiastu | puji syukur

[turn]
# Menutup pertimbangan: sesudahnya yang diatur.
turn = sehubungan dengan (hal|hal hal)? (itu|tersebut|dimaksud) (di atas|diatas)? | berkenaan dengan (hal|hal hal)? (itu|tersebut|dimaksud) (di atas|diatas)? | berkaitan dengan (hal)? (itu|tersebut) | untuk itu | oleh karena itu | oleh sebab itu | karena itu | maka dari itu | dengan demikian | untuk maksud tersebut | dengan ini | bersama ini | selanjutnya

[leadin]
# Mengantar rincian: butir sesudahnya masing-masing berdiri sendiri.
follows = sebagai berikut | seperti berikut | berikut | berikut ini | di bawah ini | seperti di bawah ini | sebagai berikut di bawah ini

[closer]
# Kalimat penutup.
formula = demikian | demikianlah
thanks = atas (perhatian|kerja sama|kerjasama|perkenan|bantuan|dukungan) | terima kasih | wassalam | wassalamualaikum | wassalamu'alaikum | agar menjadi maklum | untuk menjadi (maklum|perhatian) | untuk dilaksanakan | untuk (dapat)? (dilaksanakan|dipedomani|dimaklumi|diperhatikan) dan

[define]
# Kalimat pengertian.
means = yang dimaksud dengan | yang selanjutnya (disebut|disingkat) | selanjutnya disingkat | yang dimaksudkan dengan | adalah istilah

[norm]
# Menyuruh, melarang, mengancam: membuat kalimat pembuka menjadi ketentuan.
order = wajib | harus | diwajibkan | diharuskan | diminta | dimohon | mohon | agar | hendaknya | diinstruksikan | diperintahkan | diimbau | dihimbau | di imbau | dianjurkan | diharapkan | dilarang | dijatuhkan | dijatuhi | dikenakan | dikenai | tidak (boleh|diperbolehkan|diperkenankan|diizinkan|dibenarkan)

[announces]
# Menyampaikan ketentuan.
that = (sampaikan|disampaikan|beritahukan|diberitahukan|informasikan|diinformasikan|umumkan|diumumkan|tegaskan|ditegaskan|memberitahukan|menginformasikan|mengumumkan) (kepada saudara|kepada bapak ibu|kembali)? bahwa

[issuing]
# Alasan edaran diterbitkan, bukan isinya.
issue = (perlu|dipandang perlu) (untuk)? (ditetapkan|diterbitkan|dikeluarkan|menetapkan|mengeluarkan|menerbitkan|disusun|dibuat|diatur|disampaikan|dilakukan|adanya|peningkatan) | (telah|sudah) (ditetapkan|diterbitkan|dikeluarkan|mengeluarkan|menerbitkan|menetapkan|diatur)

[limits]
# Membatasi siapa yang terkena, di dalam bagian ruang lingkup.
limits = hanya | berlaku (bagi|untuk|terhadap) | mengikat | dikecualikan | tidak (termasuk|berlaku)

[ref]
# Sesudah kata ini angka menunjuk bagian lain, bukan nomor butir. part: selalu;
# name: di tengah baris saja.
part = pasal | ayat | diktum | angka | nomor | no | no . | huruf | butir | poin | tanggal | tgl | pukul | jam | rp | rp . | bab
name = tahun | lampiran | level | bagian | romawi | eselon | kelas | golongan | tahap | fase | tingkat | paragraf | halaman | hal | jilid | zona | sesi | semester | tipe | strata | lantai | kavling | persil | kav

[conj]
conj = dan | atau | serta | dan atau

[unfinished]
# Kalimat tidak berakhir pada kata ini.
word = dan | atau | serta | yang | di | ke | dari | pada | untuk | bagi | dengan | dalam | oleh | kepada | terhadap | tentang | sebagai | adalah | agar | supaya | dapat | wajib | harus | akan | telah | tidak | sesuai | selama | hingga | sampai | para | seluruh | setiap | antara | secara | serta | maka | bahwa | nomor | berdasarkan | jika | apabila | karena

[pagenote]
# Catatan halaman, pemindai, dan laman; line: seluruh barisnya catatan.
line = anda di halaman | you are on page | dipindai dengan | scanned (by|with) | anda mungkin juga menyukai | dokumen ini telah ditandatangani | dokumen ini ditandatangani secara elektronik | show (more|less) | you also want | increase the reach | diperiksa dan disetujui | catatan : uu ite | balai sertifikasi elektronik
alone = advertisement | unduh | download | authentication

[closing]
# Pembuka kalimat penutup naskah; di belakangnya blok tanda tangan.
closing = demikian | demikianlah | atas perhatian | sekian
