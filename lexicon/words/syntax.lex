# Kata tugas: yang menyusun kalimat, bukan yang diatur di dalamnya. Dari kata
# inilah kalimat dibagi menjadi pokok, kata kerja, tujuan dan keterangan.

[matter]
# Pokok kalimat yang bukan orang, unit atau wilayah: tidak pernah menjadi kelompok.
matter = pelaksanaannya | penerapannya | pembagian | pembagian kerja | aturan | aturannya | ketentuan | kebijakan | surat | edaran | se | keputusan | instruksi | hal | kondisi | keadaan | penyesuaian | pelaksanaan | pelaksanaannya | penerapan | pengaturan | sistem | skema | pola | pola kerja | jam | waktu | hari | libur | cuti | rapat | apel | upacara | kegiatan | acara | tujuan | alasan | sanksi | jadwal | absensi | presensi | kehadiran | kerja | pekerjaan | tugas | penugasan | tugas kedinasan | proporsi | data | angka | kasus | uang | anggaran | ruang | surat tugas | izin | mekanisme | uji coba | periode | masa | tahap | arahan | imbauan | langkah | opsi | program | efektivitas | kinerja | produktivitas | kualitas | kedisiplinan | disiplin | mudik | arus | lalu lintas | kendaraan | transportasi umum | biaya | belanja | hasil | laporan | kajian | evaluasi | keputusan bersama | komposisi | jumlahnya | porsinya | komposisinya | isinya | lokasi | tempat | lokasi lain | tempat lain | tempat bekerja | situ | sana | sini | momen | momentum | hari raya | idul fitri | lebaran | tahun baru | natal | ramadan | ramadhan | puasa | banjir | pandemi | covid | polusi | bedanya | intinya | rinciannya | pelayanan | jumlah

[anaphor]
# Menunjuk ketentuan yang sedang dibicarakan.
policy = kebijakan | aturan | ketentuan | skema | sistem | pola | pola kerja | edaran | surat edaran | imbauan | hal | program | opsi | penerapan | pelaksanaan | pengaturan | se | fasilitas | jatah | kuota | penugasan | kelonggaran | peraturan | surat | penyesuaian | kemudahan | kesempatan | giliran | pembagian | butir | angka | huruf | diktum

[ofstaff]
# Hal yang dipunyai pegawai: "jam kerja petugas pemadam" menyebut petugasnya.
matter = jam | jam kerja | jadwal | jadwal kerja | giliran | kegiatan | aktivitas | pola | pola kerja | sistem | sistem kerja | skema | kehadiran | kapasitas | jumlah | persentase | porsi | kuota | komposisi | operasional | penerapan | pelaksanaan | pemberlakuan | pengaturan | pelayanan | layanan

[saying]
# Di depan yang dikatakan: bukan bagian dari sebutan siapa.
that = bahwa | bahwasanya

[amount]
# Ukuran di depan sebutan kelompok: bukan bagian dari sebutan itu.
amount = kapasitas | (total)? jumlah | total | jumlah total | keseluruhan | jumlah keseluruhan | sejumlah | anggota | porsi | (persentase|prosentase|presentase) (jumlah)? | komposisi | kuota | jatah | proporsi | sejumlah | jumlah total

[remainder]
# Bagian lain dari yang sudah disebut: bukan ketentuan kedua.
rest = sisanya | selebihnya | sisa pegawai | sisa asn | yang lain | yang lainnya | sisa

[general]
# Kata yang tidak menyempitkan kelompok: "pegawai di lingkungan pemerintah daerah".
general = pemerintah | lingkungan | lingkungannya | dilingkungan | sebagian | besar | sejumlah | beberapa | kami | kita | nya | rekan | teman | sekalian | lingkup | lingkupnya | jajaran | jajarannya | setempat | masing masing | daerah | kota | kabupaten | provinsi | pemerintahan | negara | sipil | negeri | republik | indonesia | nasional | seluruhnya | orang | para | segenap | wilayah | kerjanya | kerja | kedinasan | pusat | perangkat | instansi | kementerian | lembaga | badan usaha milik daerah | kab | prov | kantor | dinas | kawasan

[coord]
# Perangkai unsur yang setara.
and = dan | serta | maupun | & | dan / atau | dan atau | lalu | beserta | juga | kemudian
or = atau | ataupun

[rel]
that = yang | yg

[target]
# Penanda tujuan: yang di belakangnya dikenai ketentuan.
for = kalau (untuk|bagi|buat) | bagi | untuk | buat | kepada | terhadap | teruntuk  | menyasar | mencakup
# Yang terutama dikenai: bila ketentuannya tidak untuk semua, merekalah yang tidak.
above = (khususnya|terutama|utamanya) (untuk|bagi|kepada|buat)?
only = khusus (untuk|bagi|kepada|buat)? | dikhususkan (untuk|bagi|kepada|buat)? | (hanya|cuma) (bagi|untuk|kepada|buat)
# Memberi ketentuan kepada yang di belakangnya.
grant = (diberikan|berlaku|diterapkan|diberlakukan|dikenakan|diperuntukkan|diperuntukan|ditujukan|dapat diberikan) (juga|pula|khusus|selektif|secara selektif|secara terbatas|sangat selektif)? (bagi|untuk|kepada|pada|di|terhadap|buat)
grantonly = (hanya|cuma) (dapat|bisa|boleh|akan)? (diberikan|berlaku|diterapkan|diberlakukan|diperuntukkan|diperuntukan|ditujukan) (selektif|secara selektif|khusus)? (bagi|untuk|kepada|pada|di|terhadap|buat)

[locative]
# Keterangan tempat dan hal: bagian dari sebutan di depannya.
from = dari
at = dilingkungan | diwilayah | dibidang | didaerah | dikabupaten | dikota | di | pada | dalam | ke | di lingkungan | di lingkup | lingkup | di bidang | dengan | atas | antar | di luar | di bawah | di atas | melalui | lewat | tentang | mengenai | tanpa | secara | per | sebagai | seperti halnya

[agent]
# Pelaku kata kerja pasif: yang mengatur, bukan yang diatur.
by = oleh

[adverb]
# Tidak menambah isi; dilewati.
skip = sebagai berikut | segera | cukup | untuk sementara (waktu)? | sementara waktu | (untuk)? sementara ini | bergiliran | bergantian | berganti ganti | (di bawah|berikut) ini | tersebut di bawah ini | selain (sebagaimana|yang) dimaksud (pada|dalam) (angka|huruf|butir|poin)? | sebagaimana dimaksud (pada|dalam) (angka|huruf|butir|poin) | alias | dengan ketentuan | maka | jadi | tanpa (ada)? (pengecualian|terkecuali|kecuali) | nantinya | nanti | saja | saat ini | kini | tersebut | ini | itu | pun | pula | secara umum | pada umumnya | terlebih dahulu | dahulu | akhirnya | resmi | secara resmi | otomatis | tentunya | tentu | hari ini | besok | kembali | tetaplah | sudah | telah | akan | sedang | lagi | memang | sebenarnya | selektif | secara selektif | terbatas | secara terbatas | penuh | sepenuhnya | secara penuh | optimal | secara optimal | normal | seperti biasa | sebagaimana biasa | masing masing | dimaksud | bersangkutan
# Pembuka kalimat yang menyambung saja.
link = (pertama|kedua|ketiga|keempat|kelima|keenam|terakhir) , | sementara itu | selain itu | di samping itu | oleh karena itu | oleh sebab itu | karena itu | untuk itu | dengan demikian | adapun | kemudian | selanjutnya | lebih lanjut | sehubungan dengan hal tersebut | berkaitan dengan hal tersebut | dalam hal ini | pada prinsipnya | prinsipnya | intinya | nah | namun | meski begitu | meski demikian | walaupun demikian | kendati demikian | bahkan | begitu pula | demikian pula | sedangkan | sementara | selain itu juga | di sisi lain | sebaliknya | terkait hal tersebut | namun demikian | akan tetapi | tetapi | tapi | lalu

[pronoun]
# Pengganti: tidak menyebut siapa.
it = ia | dia | kami | kita | saya | aku | beliau | hal ini | hal itu | hal tersebut | semuanya | semua ini | itu semua | dirinya | pihaknya
# Menunjuk kelompok yang baru disebut.
them = mereka | keduanya | kelompok (ini|itu|tersebut) | golongan (ini|itu|tersebut) | pegawai (tersebut|dimaksud) | (ketiga|keempat|kedua) (kelompok|golongan|kategori) (ini|itu|tersebut)?
# Selain yang baru disebut.
others = di luar itu | selain itu | selebihnya | sisanya | yang lain | yang lainnya | lainnya | selain (dari)? (mereka|yang disebut|tersebut)

[copula]
is = adalah | ialah | hanyalah | yaitu | yakni | antara lain | di antaranya | meliputi | terdiri (dari|atas) | seperti | mencakup | berupa | misalnya

[issue]
# Kata kerja yang membuat surat: pelakunya yang mengatur, bukan yang diatur.
issue = menerbitkan | mengeluarkan | menandatangani | meneken | menetapkan | merilis | membuat | mengumumkan | menyampaikan | diterbitkan | dikeluarkan | ditandatangani | diteken | memutuskan | menyebarkan | mengatur | mengesahkan
# Menjalankan cara kerja: pelakunya pemerintah yang menerapkannya.
apply = menerapkan | memberlakukan | terapkan | berlakukan | mengadopsi
# Berbuat atau berada.
do = dibagi | dijadwal | bekerja | bertugas | berada | berdinas | tinggal | masuk | hadir | datang | pulang
# Menjalankan sendiri: pelakunya pegawai yang diatur.
perform = melaksanakan | menjalankan | melakukan | memakai | menggunakan | mengikuti | menikmati | mendapat | mendapatkan | memperoleh | memanfaatkan | mengambil | mengajukan | memilih
# Diberikan kepada seseorang: yang di belakangnya menerima.
grant = diberikan | diterapkan | diberlakukan | dilakukan | dijalankan | dilaksanakan | berlaku | diperuntukkan | diperuntukan | dipakai | digunakan | dikenakan | menyasar | ditujukan

[outof]
# Di awal pernyataan: yang disebut dikeluarkan dari yang lain.
start = di luar

# Akibat: yang di belakangnya mengikuti dari yang di depan, bukan ketentuan kedua.
[effect]
so = sehingga | akibatnya | dengan begitu

[subclause]
# Pembuka anak kalimat: menerangkan kapan, mengapa, dalam keadaan apa.
when = (pada|di) (hari|masa|saat|jadwal|periode) (wfh|wfa|wfo) | selama | saat | ketika | pada saat | sewaktu | setelah | sesudah | sebelum | usai | seusai | pasca | sejak | sementara menunggu | hingga | sampai (dengan)? | menjelang | seiring
why = dengan adanya | karena | sebab | lantaran | sebab itu | akibat | mengingat | agar tidak | demi | guna | untuk menjaga | untuk memastikan | untuk menjamin | dengan pertimbangan | dalam rangka | dalam upaya
if = jika | bila | apabila | jikalau | bilamana | manakala | kalau | dalam hal | asalkan | asal | sepanjang | dengan syarat | dengan catatan
though = meski | meskipun | walau | walaupun | kendati | kendatipun | meskipun demikian
as = (disinggung|ditanya|dimintai tanggapan|menanggapi|menjawab) (soal|mengenai|tentang|terkait|pernyataan|imbauan|pertanyaan)? | menurut | sebagaimana | seperti yang | sesuai (dengan)? | berdasarkan | merujuk | mengacu | menindaklanjuti | menyusul

[finalmark]
# Tanda yang mengakhiri pernyataan; pause: yang mengakhiri sebutan pembicara.
mark = . | ;

[pausemark]
mark = , | . | ; | : | “ | "

[whole]
# Sesudah angka: bagian dari siapa.
of = dari

[said]
# Menunjuk yang baru disebut.
that = tersebut | itu | ini | dimaksud | bersangkutan | yang ada

[owned]
# Pegawai milik yang disebut di depannya: "Dinas Sosial ... pegawainya".
staff = pegawainya | stafnya | karyawannya | asn nya | aparatnya | personelnya | anggotanya | jajarannya

[measureof]
# Ukuran dari yang baru disebut.
their = jumlahnya | persentasenya | presentasenya | prosentasenya | porsinya | kuotanya | besarannya | komposisinya | batasnya | kapasitasnya | proporsinya
