# Apa yang diatur oleh kalimat naskah resmi: kekuatannya, arahnya, jenisnya.
# Dasar: kesepakatan tentang ketentuan (satu hal yang disuruh, dilarang,
# dibolehkan, ditetapkan, atau dicabut) dan naskah surat edaran berbagai pokok.

[but]
# Membuka pengecualian dari kalimatnya.
none = tanpa (ada)? (kecuali|terkecuali|pengecualian)
but = kecuali | terkecuali | dengan pengecualian | dengan mengecualikan | kecuali bagi | kecuali untuk

[ownway]

# Kelompok yang punya aturan atau jadwal sendiri.
own = (mengatur|menyusun) (jam kerjanya|jam kerja|jadwal|jadwalnya|pembagian tugas) (masing masing|sendiri|tersendiri) | (bekerja|bertugas|masuk|melaksanakan tugas) sesuai (dengan)? (ketentuan|jadwal|aturan|jadwalnya|giliran) | (jadwal|jadwalnya|jam kerja|waktu) (kerja)? (sendiri|tersendiri|masing masing) | (diatur|mengatur|ditetapkan|menetapkan) (jadwal|pelaksanaan|jam|jam kerja|pelaksanaan jam kerja)? (tersendiri|sendiri) | (mengikuti|menyesuaikan) (dengan)? (jadwal|kalender|jam kerja) (masing masing|tersendiri|sendiri) | pelaksanaan jam kerja tersendiri
 | jadwalnya sendiri

[specially]
for = khusus (bagi|untuk|pada)? | bagi | untuk | adapun (bagi|untuk)?

[revoke]
revoked = (tidak|tak) lagi berlaku | dicabut | mencabut | (dinyatakan)? (tidak|tak) berlaku (lagi)? | dinyatakan (dicabut|tidak berlaku|gugur) | dibatalkan | membatalkan
amended = (disisipkan|ditambahkan) (butir|pasal|angka|huruf|ayat)? | diubah | mengubah | dirubah | merubah | perubahan atas
replaced = diganti | digantikan | mengganti | menggantikan
prolonged = diperpanjang | memperpanjang

[selfact]
# Naskah ini sendiri, atau ketentuannya.
self = surat edaran (ini|tersebut) | edaran (ini|tersebut) | se ini | surat edaran (otoritas jasa keuangan|bank indonesia|direksi|rektor|bupati|gubernur|wali kota|menteri) ini | ketentuan | ketentuan ini | kebijakan ini | pengaturan ini | peraturan ini | pemberitahuan ini | pelaksanaan ketentuan | instruksi ini | maklumat ini | surat ini | penyesuaian

[valid]
# Masa berlaku: from dengan awal, until dengan akhir; date adalah tanggal naskah.
from = (mulai)? berlaku (efektif)? (sejak|mulai|terhitung|terhitung mulai|terhitung sejak|per|pada) (tanggal)? | (mulai)? berlaku (pada)? (saat|tanggal) | efektif (berlaku)? (sejak|mulai|pada|per) | berlaku efektif (sejak|mulai|pada|per)? | mulai berlaku | berlaku selama | berlaku
until = berlaku (sampai|sampai dengan|hingga|s.d)

[signing]
# Tanggal naskah ini sendiri.
signed = tanggal (ditetapkan|dikeluarkan|diterbitkan|ditandatangani|ditetapkannya|dikeluarkannya|diterbitkannya|ditandatanganinya|penetapan|diundangkan|surat ini|edaran ini) | saat (ditetapkan|dikeluarkan|diterbitkan|ditandatangani) | sejak (ditetapkan|dikeluarkan|diterbitkan|ditandatangani|ditetapkannya|dikeluarkannya|diterbitkannya)

[limitday]
# Tenggat.
by = paling lambat | selambat lambatnya | batas (akhir|waktu) | tenggat | paling akhir | sebelum tanggal

[tells]
# Melapor.
tell = (menyampaikan|mengirim|mengirimkan|menyerahkan|memasukkan) (daftar|hasil|hasilnya|rekap|rekapitulasi|data|rencana|usulan) | (daftar|hasil|rekap|data|rencana) (kegiatan|penghematan|pelaksanaan|pegawai)? (disampaikan|dikirim|dikirimkan) | memberitahukan rencana | melapor | melaporkan | dilaporkan | lapor | pelaporan | (menyampaikan|mengirimkan|mengirim|menyerahkan|membuat) laporan | laporan (pelaksanaan|hasil|kegiatan)? (tersebut)? (disampaikan|dikirim|dikirimkan|dibuat|diserahkan)

[punish]
verb = (dikenai|dikenakan|dijatuhi|dijatuhkan|diberi|diberikan) (sanksi|sangsi|denda|teguran|hukuman|hukuman disiplin) | diberhentikan | ditindak
punish = sanksi | sangsi | hukuman disiplin | dijatuhi | dijatuhkan | teguran | denda | diberhentikan | ditindak | (dikenakan|dikenai) (sanksi|denda|pemotongan|teguran|hukuman)

[deemed]
# Menetapkan keadaan. fixed: selalu; weak: bila tidak ada kata lain.
fixed = ditunda | dianggap | diperhitungkan sebagai | dihitung sebagai | dihilangkan | ditiadakan | dihapus | dihapuskan | dihentikan | hangus | gugur | ditanggung | dibebankan | dinyatakan (tetap)? berlaku | (diberi|diberikan|mendapat|memperoleh) (keringanan|kelonggaran|dispensasi|bantuan|penghargaan|insentif) | sementara ditiadakan
weak = bersifat | diberi | diberikan | memperoleh | mendapat | diutamakan | bertanggung jawab atas | dibayarkan | dihitung | dikurangi | berlaku bagi | dilayani | tertunda | adalah | merupakan | ialah | sebesar | akan | hanya | bertempat | sebagaimana (lampiran|tercantum|terlampir|tercantur) | terdiri (dari|atas) | tetap | diperhitungkan | berjumlah | sebanyak | dilaksanakan (setiap|sesuai|secara) | dilakukan (setiap|secara)

[proviso2]
need = (diberikan|dilakukan|dilaksanakan|dapat dilakukan) (berdasarkan|setelah|atas) (mendapat)? (persetujuan|izin|rekomendasi|permintaan) | dengan (syarat|persyaratan|catatan) | syaratnya | persyaratannya | sepanjang | harus memenuhi syarat

[clockhour]
# Jam: di depan angka, atau satuan di belakangnya.
at = pukul | jam
zone = wib | wita | wit

[dayname]
day = hari kerja | hari libur | hari | setiap hari | tiap hari

[dress]
dress = pakaian | seragam | batik | kemeja | kerudung | jilbab | pdh | psl | pdl | kebaya | sarung | endek | lurik | kaos | olahraga | olah raga | tenun | baju

[event]
# Kegiatan yang tanggalnya ditetapkan.
held = dimulai | dilaksanakan | diselenggarakan | diadakan | berlangsung | diliburkan | libur | meliburkan | jatuh pada | dilangsungkan | berakhir | kembali (seperti biasa|normal) | aktif kembali | masuk kembali | mulai masuk | digelar | dibuka | ditutup | jadwal | jadwalnya | masuk | waktu | istirahat | mulai | berlaku kembali

[announcing]
# Kalimat pengantar yang sendiri tidak mengatur. tell: selalu; do: bila tidak
# ada isi di belakangnya; hollow: kata yang bukan isi.
tell = disampaikan | diberitahukan | diinformasikan | sampaikan | beritahukan | memberitahukan | diumumkan | ditegaskan | menegaskan | menginformasikan | diingatkan | mengingatkan
do = diatur | mengatur | ditetapkan | menetapkan | diberlakukan | ditata | memperhatikan | diperhatikan | perhatikan | melaksanakan | melakukan | dilaksanakan | dilakukan | mengikuti | meliputi | mempedomani | memedomani | berpedoman | menyampaikan | ditentukan | dibagi
hollow = hal hal | hal | ketentuan | langkah langkah | langkah | kegiatan | upaya | beberapa | beberapa hal | sebagai | berikut | berikut ini | seperti | kembali | dengan | pada | secara | untuk | agar | segera | tentang | adanya

[tail]
# Penghabisan kalimat pengantar.
terms = dengan (ketentuan|syarat|persyaratan|catatan)
how = dengan (cara|rincian|tahapan|jadwal|kegiatan|susunan|langkah)
members = (paling sedikit)? (memuat|berisi|mencantumkan|mencakup) | meliputi | mencakup | yaitu | yakni | antara lain | di antaranya | diantaranya | terdiri (atas|dari) | berupa | adalah | seperti | ialah | paling sedikit | sekurang kurangnya | antara lain dengan

[subordinate]
# Pembuka anak kalimat: kata kerja di dalamnya bukan pokoknya.
when = saat | ketika | jika | bila | apabila | bilamana | dalam hal | karena | sebab | setelah | sesudah | sebelum | meski | meskipun | walau | walaupun | sehingga | mengingat | sebagaimana | sepanjang | untuk dapat
which = yang

[then]
then = maka

[asnoun]
# Kata benda atau kata depan yang bentuknya seperti kata kerja.
noun = direktur | direktorat | direksi | distribusi | divisi | digital | disiplin | diskusi | disabilitas | dispensasi | distrik | diploma | diskresi | dirjen | disposisi | menteri | mekanisme | menengah | metode | menurut | mengenai | melalui | menjelang | melebihi | berdasarkan | bersama | berbagai | beberapa | berikut | berita | beserta | bersangkutan | terhadap | tersebut | terkait | tertentu | terutama | terlampir | termasuk | terhitung | terlebih | terakhir | terpadu | terkecuali | tersendiri | berkala | berikutnya | berhubung | bertentangan | merah | merdeka | mereka | meninggal | medis | media | medan | meter | berat | dinas | dini | terang | termometer | bermotor | berencana | mesin | metro | berkas | diakses | dibawah | diatas | diluar | didalam | dilingkungan | disisi | dimuka | dihadapan | disamping

[toward]
to = kepada

[folk]
# Orang dan lembaga di luar pegawai pemerintah yang dituju edaran.
folk = mahasiswa | siswa | murid | guru | dosen | peserta didik | orang tua | wali murid | nasabah | bank | penyelenggara | pengguna | peminjam | pengelola | masyarakat | warga | perusahaan | pelaku usaha | satuan pendidikan | sekolah | saudara | satpam | petugas | panitia | bendahara | pejabat | direksi | wajib pajak | pemohon | kantin | pedagang

[pause]
pause = istirahat | rehat | istirahat siang

[resume]
resume = (kembali|kembali lagi) (seperti biasa|normal|seperti semula) | seperti biasa | seperti semula

[workhours]
work = jam kerja | waktu kerja | jam efektif | per minggu | dalam satu minggu | seminggu | per hari | perminggu | jam pelajaran | jam layanan

[imperative]
# Kata kerja tanpa awalan di awal butir.
do = hadir | masuk | pulang | ikut | patuhi | jaga | gunakan | lakukan | laksanakan | hindari | pastikan | siapkan | batasi | tingkatkan | kenakan | pakai | cuci | laporkan | serahkan | kirimkan | sampaikan | ikuti | matikan | hemat | tutup | buka | bawa | periksa
