# Kelompok: kategori layanan, kantor, jabatan, keadaan pribadi. Id-nya pohon:
# "layanan.masyarakat.kesehatan" ada di bawah "layanan.masyarakat". Daftar 11
# sektor layanan masyarakat: SE Menpan RB 01/2024 (menurut pemberitaannya).

[group]
layanan.administrasi = (layanan|pelayanan) administrasi (pemerintahan|pemerintah)? | (bagian|unit|staf|fungsi|tugas|tenaga) administrasi (pemerintahan|umum|perkantoran)? | administrasi pemerintahan | urusan administrasi | bidang administrasi (pemerintahan)?
layanan.administrasi.perumusan-kebijakan = perumusan kebijakan
layanan.administrasi.penelitian = penelitian
layanan.administrasi.perencanaan = perencanaan
layanan.administrasi.analisis = analisis | analisa
layanan.administrasi.monitoring = monitoring | pemantauan program
layanan.administrasi.evaluasi = evaluasi
layanan.pimpinan = (layanan|pelayanan)? dukungan (bagi)? pimpinan | layanan pimpinan | administrasi pimpinan | layanan pendukung pimpinan | pendukung pimpinan
layanan.pimpinan.kesekretariatan = kesekretariatan
layanan.pimpinan.keprotokolan = keprotokolan | protokoler | protokol pimpinan
layanan.pimpinan.kehumasan = kehumasan | humas
layanan.masyarakat = (layanan|pelayanan) (kepada|terhadap)? (masyarakat|publik) (secara)? (langsung)? | pelayanan langsung (kepada|dengan|ke|terhadap)? (masyarakat|publik)? | (langsung)? melayani (secara)? (langsung)? (publik|masyarakat|warga) | layanan langsung | bertemu langsung dengan masyarakat | (bersentuhan|berhadapan) langsung dengan (masyarakat|publik|warga) | langsung (bersentuhan|berhubungan|bertemu|berhadapan) dengan (masyarakat|publik|warga) | berhubungan langsung dengan masyarakat | (instansi|unit|opd|dinas|kantor|perangkat daerah|organisasi perangkat daerah|fungsi|petugas) pelayanan | layanan dasar | layanan esensial | pelayanan dasar | pelayanan esensial | layanan (vital|strategis)
layanan.masyarakat.kesehatan = kesehatan | (tenaga|bidang|layanan|pelayanan) (kesehatan|medis) | dinas kesehatan | dinkes | rumah sakit (umum)? (daerah)? | rsud | rsu | rsup | rsj | puskesmas | puskemas | pustu | klinik | tenaga medis | dokter | perawat | bidan | laboratorium kesehatan | nakes
layanan.masyarakat.keamanan = keamanan (dan ketertiban)? (umum|masyarakat)? | ketertiban (umum)? | petugas keamanan | satpol pp | satpol | pol pp | (satuan)? polisi pamong praja | satpol pp wh | linmas | kesbangpol | bakesbangpol | kepolisian | badan kesatuan bangsa (dan politik)? | satpam | trantib
layanan.masyarakat.bencana = penanganan bencana | kebencanaan | penanggulangan bencana | bpbd | badan penanggulangan bencana (daerah)? | bnpb | kedaruratan | layanan emergency | layanan darurat | posko | menangani banjir | penanganan banjir | penanganan darurat
layanan.masyarakat.pemadam = pemadam kebakaran | (dinas)? damkar | penanggulangan kebakaran | pemadam
layanan.masyarakat.energi = energi | kelistrikan | listrik | esdm | energi dan sumber daya mineral
layanan.masyarakat.logistik = logistik | pangan | kebutuhan pokok masyarakat | sembako
layanan.masyarakat.pos = pos | layanan pos | jasa pos
layanan.masyarakat.transportasi = transportasi (dan distribusi)? | transpotasi | distribusi | perhubungan | dinas perhubungan | dishub | terminal | pelabuhan | bandara
layanan.masyarakat.obvitnas = (obyek|objek) vital (nasional)? | obvitnas
layanan.masyarakat.psn = proyek strategis nasional | psn
layanan.masyarakat.konstruksi = konstruksi | pekerjaan umum | dpupr | pupr | dinas pu
layanan.masyarakat.utilitas = utilitas (dasar)? | utilitas publik | air minum | pdam | pengelolaan air
layanan.masyarakat.pendidikan = bidang pendidikan | urusan pendidikan | dinas pendidikan | disdik | satuan pendidikan | penyelenggara pendidikan | sekolah | guru | tenaga pendidik | tenaga kependidikan | pendidikan
layanan.masyarakat.kependudukan = disdukcapil | dukcapil | dinas kependudukan (dan pencatatan sipil)? | kependudukan (dan pencatatan sipil)? | pencatatan sipil | layanan administrasi kependudukan | administrasi kependudukan
layanan.masyarakat.perizinan = dpmptsp | dpmpt | dpm ptsp | ptsp | perizinan | (dinas)? penanaman modal (dan)? (pelayanan)? (terpadu)? (satu pintu)? | mal pelayanan publik | mpp | pelayanan terpadu (satu pintu)? | layanan perizinan | pelayanan perizinan
layanan.masyarakat.pajak = bapenda | dispenda | badan pendapatan (daerah)? | samsat | pajak daerah | bppkad | bpkad | pelayanan pajak
layanan.masyarakat.lingkungan = dinas lingkungan hidup | dlh | kebersihan | petugas kebersihan | persampahan | pelayanan sampah | pengelolaan sampah | pertamanan | pemakaman | layanan kebersihan
layanan.masyarakat.sosial = dinas sosial | dinsos | panti | layanan sosial | perlindungan sosial
layanan.masyarakat.kewilayahan = kecamatan | kelurahan | kantor (camat|lurah|kecamatan|kelurahan|desa) | kapanewon | kalurahan | kemantren
layanan.masyarakat.ketenagakerjaan = dinas tenaga kerja | disnaker | ketenagakerjaan
layanan.masyarakat.komunikasi = diskominfo | dinas komunikasi (dan informatika)? | jaringan it | petugas jaringan | komunikasi dan informatika | persandian
layanan.masyarakat.peternakan = rumah potong hewan | rph | pasar | dinas perdagangan

kantor.setda = sekretariat daerah | setda | setwan | sekretariat dprd | biro | bagian (umum|hukum|organisasi|protokol|pemerintahan|perekonomian|pembangunan|kesejahteraan rakyat|kesra|pengadaan)
kantor.badan = badan kepegawaian | bkd | bkpsdm | bkppd | bappeda | inspektorat | dispora
kantor.balai-kota = balai kota | kantor (wali kota|walikota|bupati|gubernur)

jabatan.jpt = (pejabat|pimpinan) (pimpinan)? tinggi | jpt | pejabat pimpinan tinggi | pejabat tinggi | pejabat struktural tertinggi | level pejabat struktural | pejabat struktural | pejabat teras
jabatan.jpt-madya = (jpt|pejabat pimpinan tinggi|pimpinan tinggi) madya | eselon (i|1)
jabatan.jpt-pratama = (jpt|pejabat pimpinan tinggi|pejabat tinggi|pimpinan tinggi) pratama (jpt)? | eselon (ii|2) | eselon (ii|2) (a|b) | eselon iia | eselon iib
jabatan.administrator = (pejabat|jabatan)? administrator | eselon (iii|3) | kepala bidang | kabid | kepala bagian | kabag | sekretaris dinas | sekretaris badan
jabatan.pengawas = (pejabat|jabatan) pengawas | pengawas | eselon (iv|4) | kepala seksi | kasi | kasubbag | kasubag | kepala sub bagian | kepala subbagian | eselon (iva|ivb)
jabatan.pelaksana = (pejabat|jabatan|pegawai) pelaksana | pelaksana | staf pelaksana
jabatan.fungsional = (pejabat|jabatan|pegawai|tenaga) fungsional | fungsional (umum|tertentu)?
jabatan.kepala-dinas = kepala (dinas|opd|perangkat daerah|badan|skpd|satpol pp) | kepala organisasi perangkat daerah | kadis | pimpinan (opd|perangkat daerah|unit kerja|unit) | para kepala
jabatan.kepala-upt = kepala (upt|uptd|unit pelaksana teknis|cabang dinas|puskesmas|satuan kerja|satker|kantor) | koordinator satker | direktur rsud
jabatan.kepala-sekolah = kepala sekolah
jabatan.camat = camat
jabatan.lurah = lurah | kepala desa
jabatan.sekda = sekretaris daerah | sekda | asisten | staf ahli
jabatan.guru = guru | dosen | pemandu

kondisi.hamil = hamil | ibu hamil | sedang hamil | bumil
kondisi.menyusui = menyusui | ibu menyusui
kondisi.komorbid = komorbid | penyakit (penyerta|bawaan|kronis) | penyakit berat | berisiko sakit | berisiko tinggi | risiko tinggi | gangguan kesehatan
kondisi.usia = lanjut usia | lansia | pra lansia | pralansia | berusia | (berusia|usia) lanjut | di atas usia | usia di atas
kondisi.kontak = kontak erat | (tinggal)? serumah dengan
kondisi.sakit = demam | batuk | flu | bergejala | gejala | sakit | isolasi mandiri | terkonfirmasi positif
kondisi.difabel = disabilitas | difabel | penyandang disabilitas
kondisi.mudik = mudik | terjebak macet | luar provinsi | luar kota | luar daerah | luar pulau | tinggal jauh
kondisi.banjir = terdampak (langsung)? (banjir|bencana)? | korban banjir | terkendala akses | akses (jalan)? (terputus|terkendala)
kondisi.anak = memiliki (anak|balita) | bayi | balita
kondisi.vaksin = sudah divaksin | belum divaksin | telah divaksin
kondisi.keperluan = keperluan mendesak | urusan mendesak | surat tugas

sektor.esensial = (sektor|bidang|perangkat|unit|layanan)? esensial
sektor.nonesensial = (sektor|bidang|perangkat|unit|layanan)? (non esensial|nonesensial|tidak esensial)
sektor.lain = sektor
sektor.kritikal = (sektor|bidang)? kritikal | (sektor|bidang) kritis | fungsi kritis (lainnya)?

akademik.nonakademik = non akademik | nonakademik | kegiatan non akademik | urusan non akademik | tenaga kependidikan
akademik.panitia = panitia wisuda | panitia
wilayah.zona = zona
wilayah.level = level | ppkm level | wilayah level
wilayah.jawa-bali = jawa bali | jawa dan bali | luar jawa bali | luar jawa dan bali
wilayah.risiko = (kategori|zona|daerah|wilayah)? risiko (rendah|sedang|tinggi)
wilayah.psbb = (wilayah|daerah|zona) psbb | berada di (wilayah|daerah) psbb

[org]
# Penyelenggara: sebutan umum yang boleh diikuti nama daerah.
opd = perangkat daerah | opd | skpd | skpa | skpk | unit kerja | satuan kerja | satker | upt | uptd | bumd | unit pelaksana teknis | cabang dinas | organisasi perangkat daerah | (setiap|tiap|satu|masing masing) (bidang|seksi|subbidang|subbid|subbagian|subbag|ruangan|unit|bagian|biro)
campus = universitas | institut | politeknik | kampus
gov = pemprov | pemkot | pemkab | pemda | pemerintah (provinsi|kota|kabupaten|daerah|kab) | kanwil | kantor wilayah
place = instansi pemerintah | instansi | perkantoran | tempat kerja

[person]
# Sebutan orang dan satuan kerja menurut pekerjaannya, di luar taksonomi.
person = petugas | tenaga | operator | sopir | pengemudi | satpam | penjaga | pramubakti | pramusaji | relawan | anggota | komisioner | personel | teknisi | pustakawan | penyuluh | pengasuh | kru | awak | tim | karyawan kantor | staf ahli | ajudan | bendahara | arsiparis | auditor | panitera | hakim | jaksa | penyidik | prajurit | taruna | mahasiswa | dosen | tendik | tenaga kependidikan | peneliti | direksi | komisaris | manajer | direktur | ketua | wakil ketua | sekretaris | kepala | koordinator | pimpinan | pejabat | teungku | imam | juru | pemandu | mantri
unit = dinas | badan | kantor (pusat|cabang|wilayah|layanan|kas|unit|operasional|bupati|wali kota|walikota|gubernur|camat|lurah) | loket | instalasi | lapas | rutan | imigrasi | laboratorium | museum | perpustakaan | gedung | posko | cabang | unit | unit pelayanan | divisi | departemen | direktorat | fakultas | program studi | rektorat | sekretariat | biro biro | bidang bidang | bidang | biro | balai | balai besar | subdirektorat | kedeputian | seksi | subbagian | subbidang | ruang | loket pelayanan | terminal | stasiun | pelabuhan | pasar | mal pelayanan | samsat | sektor | bagian | bagian (keuangan|pelayanan)

[moved]
# Sesudah "yang sudah" atau "yang belum": di mana orangnya, bukan ketentuannya.
moved = kembali | pulang | tiba | sampai | berangkat | balik | sempat kembali

[notgroup]
# Sebutan yang memuat kata kelompok, tetapi bukan siapa yang diatur.
not = (menteri|kementerian|kemenpan|menpan)? (pendayagunaan|pemberdayaan|pemberdayagunaan|pendayaan) aparatur (sipil)? negara (dan (reformasi|refomasi) birokrasi)? | aparatur negara dan (reformasi|refomasi) birokrasi | protokol kesehatan | penyelenggaraan pemerintahan (dan|serta) (pelayanan|layanan) (publik|masyarakat)? ((kepada|bagi|terhadap|untuk) (seluruh)? (masyarakat|publik))? | pejabat pembina kepegawaian | pembina kepegawaian | standar (pelayanan|layanan) | karakteristik (layanan|pelayanan) (pemerintahan|pemerintah)? | (persentase|presentase|prosentase) (jumlah)? (pegawai|asn) | kualitas (pelayanan|layanan) | (pelayanan|layanan) (tetap|tidak) | mutu pelayanan | fungsi pelayanan | pelaksanaan pemerintahan dan pelayanan | kelancaran pelayanan | keperluan kesehatan | asn watch | asn digital
