# Produk hukum: sebutan jenis, kata di depan nomor, kata yang mengakhiri judul,
# dan kata yang memberi tahu peran sebuah surat edaran dalam teks.
# Dasar: UU 12/2011 (jenis dan hierarki), tata naskah dinas, dan cara berita
# menyebutnya.

[act]
# type = sebutan baku (garis bawah = spasi). of=region: diikuti nama daerah,
# of=office: diikuti nama jabatan atau lembaga, yang menjadi bagian sebutannya.
# bare=1: dihitung walau tanpa nomor. caps=1: sebutan dua huruf hanya dengan
# huruf besar. joint=1: nomornya boleh jauh di belakang nama para pembuatnya.
# letter=1: surat bernomor, bukan peraturan.
se {type=SE bare=1 caps=1} = surat edaran | suratedaran | surat edaran bersama | surat edaran ( se ) | se | seb | surat ederan | surat edarannya | se nya
edaran {type=SE bare=1} = edaran | edarannya
uu {type=UU} = undang undang | undang undang republik indonesia | uu
perppu {type=Perppu} = peraturan pemerintah pengganti undang undang | perppu | perpu
pp {type=PP} = peraturan pemerintah | peraturan pemerintah republik indonesia | pp
perpres {type=Perpres} = peraturan presiden | peraturan presiden republik indonesia | perpres
keppres {type=Keppres} = keputusan presiden | keputusan presiden republik indonesia | keppres | kepres
inpres {type=Inpres} = instruksi presiden | instruksi presiden republik indonesia | inpres
inmendagri {type=Inmendagri} = instruksi menteri dalam negeri | instruksi mendagri | inmendagri | imendagri
permendagri {type=Permendagri} = peraturan menteri dalam negeri | peraturan mendagri | permendagri
kepmendagri {type=Kepmendagri} = keputusan menteri dalam negeri | keputusan mendagri | kepmendagri
permenpanrb {type=Permenpan_RB} = peraturan (menteri panrb|menteri pan rb|menpan rb|menpanrb|menpan) | permenpan rb | permenpanrb | permenpan | permen panrb | permen pan rb
    | peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi
kepmenpanrb {type=Kepmenpan_RB} = keputusan (menteri panrb|menteri pan rb|menpan rb|menpanrb) | kepmenpan rb | kepmenpanrb
    | keputusan menteri pendayagunaan aparatur negara dan reformasi birokrasi
permenkes {type=Permenkes} = peraturan menteri kesehatan | peraturan menkes | permenkes
kepmenkes {type=Kepmenkes} = keputusan menteri kesehatan | kepmenkes
permenkeu {type=PMK} = peraturan menteri keuangan | permenkeu | pmk
permenhub {type=Permenhub} = peraturan menteri perhubungan | permenhub
permenaker {type=Permenaker} = peraturan menteri ketenagakerjaan | peraturan menteri tenaga kerja | permenaker | permennaker
permenag {type=PMA} = peraturan menteri agama | permenag | pma
permendikbud {type=Permendikbud} = peraturan menteri pendidikan dan kebudayaan | permendikbud | permendikbudristek | permendikbud ristek
permen {type=Peraturan_Menteri of=office} = peraturan menteri | permen
kepmen {type=Keputusan_Menteri of=office} = keputusan menteri | kepmen
insmen {type=Instruksi_Menteri of=office} = instruksi menteri
perkepala {type=Peraturan_Kepala of=office} = peraturan kepala | perka
kepkepala {type=Keputusan_Kepala of=office} = keputusan kepala | kepka
perban {type=Peraturan of=office} = peraturan badan | peraturan bkn | perban | peraturan kapolri
skb {type=SKB joint=1} = surat keputusan bersama | skb | keputusan bersama
pojk {type=POJK} = peraturan (ojk|otoritas jasa keuangan) | pojk
pbi {type=PBI} = peraturan bank indonesia | pbi
perma {type=Perma} = peraturan mahkamah agung | perma
fatwa {type=Fatwa of=office} = fatwa
permendiknas {type=Permendiknas} = permendiknas | peraturan menteri pendidikan nasional
permensos {type=Permensos} = permensos | peraturan menteri sosial
permendag {type=Permendag} = permendag | peraturan menteri perdagangan
permentan {type=Permentan} = permentan | peraturan menteri pertanian
permenkumham {type=Permenkumham} = permenkumham | peraturan menteri hukum dan (ham|hak asasi manusia)
perkap {type=Perkap} = perkap | perpol
perkpk {type=Peraturan_KPK} = peraturan (kpk|komisi pemberantasan korupsi) | perkpk
perkpu {type=PKPU} = peraturan (kpu|komisi pemilihan umum) | pkpu
perbawaslu {type=Perbawaslu} = peraturan (bawaslu|badan pengawas pemilihan umum) | perbawaslu
perrektor {type=Peraturan_Rektor of=office} = peraturan rektor
keprektor {type=Keputusan_Rektor of=office} = keputusan rektor
perdireksi {type=Peraturan_Direksi of=office} = peraturan direksi
kepdireksi {type=Keputusan_Direksi of=office} = keputusan direksi | surat keputusan direksi
perdirjen {type=Peraturan_Direktur_Jenderal of=office} = peraturan (direktur jenderal|dirjen) | perdirjen
kepdirjen {type=Keputusan_Direktur_Jenderal of=office} = keputusan (direktur jenderal|dirjen) | kepdirjen
kepketua {type=Keputusan_Ketua of=office} = keputusan ketua
kepsekda {type=Keputusan_Sekretaris_Daerah of=region} = keputusan (sekretaris daerah|sekda)
perda {type=Perda of=region} = peraturan daerah | perda | peraturan daerah provinsi | peraturan daerah kabupaten | peraturan daerah kota | qanun
pergub {type=Pergub of=region} = peraturan gubernur | pergub
perwali {type=Perwali of=region} = peraturan (wali kota|walikota) | perwali | perwal | perwako
perbup {type=Perbup of=region} = peraturan bupati | perbup
kepgub {type=Kepgub of=region} = keputusan gubernur | kepgub | surat keputusan gubernur | sk gubernur
kepwal {type=Kepwal of=region} = keputusan (wali kota|walikota) | kepwal | kepwako | surat keputusan (wali kota|walikota) | sk (wali kota|walikota)
kepbup {type=Kepbup of=region} = keputusan bupati | kepbup | surat keputusan bupati | sk bupati
ingub {type=Instruksi_Gubernur of=region} = instruksi gubernur | ingub
inwal {type=Instruksi_Wali_Kota of=region} = instruksi (wali kota|walikota) | inwal
inbup {type=Instruksi_Bupati of=region} = instruksi bupati | inbup
maklumat {type=Maklumat of=office} = maklumat
suratdinas {type=Surat of=office letter=1} = surat

[actnumber]
# Kata di depan nomor.
number = nomor | no | no . | nomor : | nomor . | no : | nomor surat | nmr
# with: nomor yang menyusul di belakang kata lain, milik edaran yang baru disebut.
with {with=1} = bernomor | (dengan|ber) (nomor|no|no .)
# its: nomor yang menyusul di kalimat lain, milik edaran yang baru disebut.
its {back=1} = nomornya | nomornya (adalah|yaitu|yakni)

[actyear]
year = tahun | thn | thn .

[acttitle]
# Pembuka judul. weak: hanya bila nomor atau penerbitnya sudah disebut.
about = tentang | perihal
weak {weak=1} = mengenai | soal

[titletail]
# Tidak pernah menjadi kata terakhir judul. inner=1: kecuali di akhir kalimat.
tail = yang | pada
day {inner=1} = hari

[onday]
# Di depan hari terbitnya sebuah edaran, di belakang judulnya.
on = pada

[namely]
# Pembuka kalimat yang menyebut nomor edaran yang baru disebut.
namely = yaitu | yakni | dengan | ialah | adalah

[street]
# Nomor di belakangnya bukan nomor produk hukum.
street = jalan | jl | jl . | telepon | telp | rekening | rumah

[codeword]
# Singkatan unit di ujung nomor, sesudah spasi: "061/12/BAG ORG".
unit = org | orpad | ortal | huk | hkm | kesra | tapem | ekbang | um | umpeg | pem

[titleend]
# Kata yang mengakhiri judul di tengah kalimat.
per = per tanggal
gone = dicabut | telah dicabut
signed = (yang)? (ditandatangani|ditanda tangani|diteken|ditetapkan|diterbitkan|dikeluarkan) | tertanggal | yang terbit | yang berlaku | terbit
basis = (dan|serta) arahan | bersama ini | dengan ini | (dengan|bersama) hormat | maka | dengan (memperhatikan|memperhatikan arahan) | menindaklanjuti | sebagaimana | sebagai tindak lanjut (dari)? | berdasarkan
verb {small=1} = membolehkan | memperbolehkan | mengatur | mengharuskan | mewajibkan | melarang | menyebutkan | menyatakan | menegaskan | memberi | memberikan | memuat | berlaku | mulai berlaku | mengubah | mencabut | dinyatakan | yang ditujukan | ditujukan | yang mengatur | yang melarang | sudah | telah | bisa | dapat | juga | masih | akan | wajib | harus | tersebut | itu | ini

[actrole]
# Peran, dari kata di depan sebutan. Kata paling dekat yang menentukan.
basis {role=basis} = menurut | menindaklanjuti | tindak lanjuti | tindaklanjuti | berpedoman | menindak lanjuti | tindak lanjut (dari|atas)? | landasan | landasannya | dilandasi | berlandaskan | berlandas pada | didasari | didasarkan (pada)? | bertumpu pada | mematuhi | rujukan | rujukannya | merujuk (pada|kepada)? | dasar | dasarnya | berdasarkan | berdasar | atas dasar | mengacu (pada|kepada)? | berpedoman (pada|kepada)? | memperhatikan | memerhatikan | sesuai (dengan)? | sebagaimana | turunan (dari)? | mempedomani | memedomani | menunjuk | bersandar pada | berpegang pada | mengikuti | menyusul | sejalan dengan | sehubungan dengan (terbitnya|telah terbitnya|diterbitkannya|dikeluarkannya|ditetapkannya|adanya)? | (dengan|setelah) terbitnya | mencermati | menunaikan | meneruskan | senada dengan | mengingat | menimbang | menyikapi | melaksanakan | selaras dengan
revoked {role=revoked} = mencabut | pencabutan (atas)? | menggantikan | mengganti | pengganti (dari)? | menyatakan tidak berlaku
amended {role=amended} = mengubah | perubahan (pertama|kedua|ketiga|keempat|kelima)? (atas|dari|terhadap) | penyesuaian (dari|atas) | revisi (dari|atas)? | perpanjangan (dari|atas) | penyempurnaan (dari|atas)
# prev: perannya jatuh pada produk yang disebut sebelumnya.
amendedby {prev=amended} = diubah (dengan|melalui|terakhir dengan) | sebagaimana (telah)? diubah (dengan|terakhir dengan)
followedby {prev=basis} = (ditindaklanjuti|di tindaklanjuti|ditindak lanjuti|diteruskan|dijabarkan|diturunkan) (dengan|oleh|melalui|lewat)?
revokedby {prev=revoked} = (dicabut|diganti|digantikan) (dengan|oleh|melalui)
none {role=none} = belum (ada|membuat|menerbitkan|mengeluarkan|menerima|terbit) | menunggu | tanpa | bukan | tidak (ada|mengeluarkan|menerbitkan|membuat) | jika ada | bila ada | ditunggu | menanti
# Perintah tidak mengikutinya: tetap hanya disebut.
cited {role=cited} = kendati ada | meski ada | meskipun ada | walau ada | walaupun ada | mengakui ada | mengakui adanya

[actbehind]
# Peran, dari kata di belakang sebutan, bila di depannya tidak ada.
basis {role=basis} = (yang)? (menjadi|jadi|sebagai) (dasar|dasarnya|acuan|acuannya|rujukan|rujukannya|landasan|landasannya|pedoman|pedomannya)

revoked {role=revoked} = (dinyatakan|telah)? (dicabut|tidak berlaku|tidak berlaku lagi)

[actalso]
# Nomor di belakangnya adalah perubahan produk yang sama.
also = (beserta|berikut|dan|serta) perubahannya

[actdead]
# Sesudah sebutan: edaran lain yang hanya disebut.
still = masih (tetap)? berlaku | tetap berlaku | sudah tidak berlaku | tidak berlaku lagi | menyusul | sebelumnya

[actnoun]
# Sebutan umum sebuah edaran sebagai benda yang dikeluarkan.
noun = aturan | kebijakan | ketentuan | peraturan | imbauan

[actthis]
# Menunjuk kembali.
this = ini | itu | tersebut | tadi | dimaksud | nya

[actback]
# Sebutan lain untuk edaran yang baru disebut.
letter = naskahnya | suratnya | beleidnya | dokumennya | salinannya | (surat|naskah|beleid|dokumen|salinan) (itu|tersebut|ini|dimaksud) | surat (yang|tertanggal) | sebuah surat

[actboth]
# Di depan sebutan edaran: semua yang disebut, jadi juga yang diberitakan.
both = kedua | semua | seluruh

[issue]
# Kata kerja penandatanganan dan penerbitan. voice=active: pelakunya di depan.
signed {voice=passive evidence=signed} = (ia|dia|beliau|saya|kami) (teken|tandatangani|tanda tangani) | ditandatangani | ditanda tangani | di tanda tangani | ditandatangai | ditandatangan | ditanda tangan | diteken | ditandatanganinya | dibubuhi tanda tangan
# weak=1: kata kerja yang juga dipakai untuk hal selain surat.
set {voice=passive evidence=signed weak=1} = ditetapkan
signs {voice=active evidence=signed} = menetapkannya | menandatangani | menandatanganinya | menanda tangani | meneken | menekennya | menetapkan | teken | tandatangani | (sudah|telah) tanda tangan
mark {voice=passive evidence=signed} = penanda tangannya (adalah)? | penandatangannya (adalah)? | tanda tangan (elektronik|basah)? | (tertera|terbubuh|dibubuhi) tanda tangan (elektronik)?
issued {voice=passive evidence=issued weak=1} = dituangkan | dikeluarkan | diterbitkan | dikeluarkannya | diterbitkannya | dirilis | diluncurkan | diedarkan | disebarkan
out {voice=passive evidence=issued date=only} = terbit | terbitnya | keluar
issues {voice=active evidence=issued} = menuangkan | menuangkannya | menggulirkan | mengedarkan | menyebarkan | menyebarluaskan | meluncurkan | mengeluarkan | menerbitkan | mengeluarkannya | menerbitkannya | membuat | merilis | keluarkan | terbitkan
dated {voice=passive evidence=issued date=only sure=1} = tertanggal | bertanggal | tanggalnya
via {voice=via evidence=issued} = lewat | melalui | via

[within]
# Edaran di belakangnya yang berbicara: "X dalam SE Nomor 5 meminta".
within = dalam | di dalam

[itsverb]
# Kata kerja yang membawa objeknya sendiri: "menerbitkannya".
its = menetapkannya | menandatanganinya | menekennya | mengeluarkannya | menerbitkannya | menuangkannya | ditandatanganinya | dikeluarkannya | diterbitkannya | ditetapkannya

[issuefill]
# Boleh berdiri di antara pelaku, kata kerja penerbitan dan yang diterbitkan.
adverb = telah | sudah | juga | resmi | secara resmi | akhirnya | langsung | secara langsung | lalu | pun | kembali | kemudian | baru | baru saja | baru baru ini | sendiri | saja | turut | segera | bersama | yang | kini | pernah | sebelumnya | secara elektronik
by = oleh

[by]
# Di depan pelaku kata kerja pasif.
by = oleh

[asoffice]
# Di antara nama orang dan jabatannya.
as = selaku | sebagai | yang menjabat

[ruling]
# Kata kerja perintah yang menunjukkan bahwa edaran itu berbicara untuk pelakunya.
rule = meminta | memintta | mengimbau | menghimbau | mengatur | mewajibkan | melarang | menginstruksikan | memerintahkan | mengizinkan | memperbolehkan | membolehkan | menetapkan | menyerukan | memutuskan | membuka | menyampaikan | yang (telah)? dikeluarkan | yang (telah)? diterbitkan

[relative]
# Membuka anak kalimat tentang orang yang baru disebut.
relative = yang

[statement]
# Sesudah kata ini keterangan lain dimulai: tanggal di belakangnya bukan hari
# penandatanganan.
word = untuk | yang | agar | guna | dan | supaya | sehingga | karena | bagi | usai | setelah | saat | ketika | menjelang

[actkind]
# Boleh berdiri tepat di depan sebutan edaran.
kind = sebuah | suatu | satu | dua | tiga | beberapa | dokumen | adanya | isi | salinan

[listword]
# Penghubung lain di dalam daftar produk hukum.
word = maupun | atau | juga

[foruse]
# Untuk apa masing-masing edaran sebuah daftar.
for = untuk | bagi | tentang

[yearword]
# Di depan tahun yang membuka keterangan sebuah edaran.
year = pada | tahun | sejak

[contained]
# Di depan "dalam SE": apa yang tertuang di sana adalah ketentuan siapa yang
# disebut sebelumnya.
in = tertuang | tercantum | dituangkan | diatur | termuat | dimuat | tertulis | tertera

[dateper]
# Di depan hari penetapan, tepat di belakang nomor atau judul.
per = per

[announce]
# Edaran yang baru akan dibuat oleh daerah yang diberitakan.
soon = akan (segara|segera)? (kita|kami)? (tindaklanjuti|tindak lanjuti) | akan (segera)? (ditindaklanjuti|menindaklanjuti) (dengan)? | segera (kami|kita)? (tindaklanjuti|menindaklanjuti)
