# Angka, satuan dan batas: cara surat edaran dan berita menulis kuota.

[numword]
# Kata bilangan. kind=unit 0..9, kind=teen membentuk belasan, kind=ten puluhan,
# kind=hundred ratusan, kind=part bagian dari seratus.
0 {kind=unit v=0} = nol | kosong
1 {kind=unit v=1} = satu | seorang
2 {kind=unit v=2} = dua
3 {kind=unit v=3} = tiga
4 {kind=unit v=4} = empat
5 {kind=unit v=5} = lima
6 {kind=unit v=6} = enam
7 {kind=unit v=7} = tujuh
8 {kind=unit v=8} = delapan
9 {kind=unit v=9} = sembilan
10 {kind=whole v=10} = sepuluh
11 {kind=whole v=11} = sebelas
100 {kind=hundred v=100} = seratus
belas {kind=teen v=10} = belas
puluh {kind=ten v=10} = puluh
20 {kind=tens v=20} = duapuluh
30 {kind=tens v=30} = tigapuluh
40 {kind=tens v=40} = empatpuluh
50 {kind=tens v=50} = limapuluh
60 {kind=tens v=60} = enampuluh
70 {kind=tens v=70} = tujuhpuluh
80 {kind=tens v=80} = delapanpuluh
90 {kind=tens v=90} = sembilanpuluh
ratus {kind=hundreds v=100} = ratus
ribu {kind=thousands v=1000} = ribu
seribu {kind=thousand v=1000} = seribu
half {kind=part v=50} = setengah | separuh | separuhnya | setengahnya | separuh lagi | setengah lagi | seperdua | separo | seperdua
third {kind=part v=33.3} = sepertiga
quarter {kind=part v=25} = seperempat
threequarters {kind=part v=75} = tiga perempat
tenth {kind=part v=10} = sepersepuluh
fifth {kind=part v=20} = seperlima

[percent]
percent = per seratus | perseratus | persen | % | per cent | percent | prosen | persennya | persentase sebesar

# Tanda persen yang rusak oleh OCR: dibaca, tetapi meragukan.
broken = °/ o | ° / o | o / o | 0 / 0 | °/o | % o | ° o

[figurejoin]
# Perangkai dua angka: rentang ("25 s.d. 50 persen") atau perbandingan ("50:50").
to = sampai | hingga | sampai dengan | s.d | s.d. | s / d | sd
dash = - | – | —
ratio = : | / | banding | berbanding
and = dan

[figurepair]
# Sebelum angka pertama: yang di belakang "dan" adalah ujung lainnya.
between = antara | kisaran | di kisaran | berkisar (antara)?
compared = perbandingan

[unit]
# Satuan kuota yang bukan persen.
pegawai = pegawai | asn | pns
orang = orang | org | personel | petugas | staf
hari = hari | hari kerja

[notunit]
# Satuan yang tidak pernah menjadi kuota pegawai.
time = menit | jam | detik | tahun | bulan | minggu | pekan | kali | x | wib | wita | wit | level | eselon | km | rupiah | juta | miliar | ribu | hektare | kilometer | km | meter | sentimeter | cm | derajat

[bound]
# Kata batas: hanya kata ini yang membuat batas atas atau batas bawah.
max = maksimal | maksimum | maks | paling (banyak|tinggi|besar|maksimal) | (jangan|tidak|tak) (sampai|boleh)? lewat (dari)? | tak lebih (dari)? | tidak sampai lebih dari | dibatasi (hanya|hingga|sampai|maksimal|paling banyak)? | batas (atas|tertinggi|maksimal|maksimum|teratas) | ambang (atas|batas) | pagu | setinggi | maks. | sebanyak (banyaknya|maksimal) | setinggi tingginya | (tidak|tak) (boleh|dapat|akan|bisa|diperkenankan|diizinkan|diperbolehkan|dibolehkan)? (lebih dari|melebihi|melampaui|lebih) | dilarang (lebih dari|melebihi|melampaui) | (hingga|sampai) maksimal | maksimal tidak lebih dari | jangan (sampai)? (lebih dari|melebihi) | hanya (boleh|sebanyak|sebesar)? | tidak melampaui
    | maksimal atau paling banyak
min = minimal | minimum | minimalnya | sedikitnya | paling tidak | min. | batas bawah | paling (sedikit|kurang|rendah) | sekurang kurangnya | sedikit dikitnya | setidaknya | setidak tidaknya | (tidak|tak) (boleh)? kurang dari | sama dengan atau lebih (dari)? | sama atau lebih (dari)? | lebih dari atau sama dengan | serendah rendahnya
exact = sebanyak | sebesar | sejumlah | dengan (porsi|kapasitas|komposisi|persentase|proporsi|jumlah|skema) | berkapasitas | porsi | cukup | cukup diisi | menjadi
approx = sekitar | kurang lebih | kira kira | hampir | rata rata | lebih kurang | diperkirakan
# Dalam larangan berbalik arah: "dilarang ... lebih dari 50 persen".
over {as=min turn=max} = lebih dari | di atas | diatas
under {as=max turn=min} = kurang dari | di bawah | dibawah
upto {as=max} = hingga | sampai | sampai dengan
optimal {as=exact} = optimal | secara optimal | secara optimal hingga | optimal hingga

[station]
# Menempatkan pegawai yang dihitung di suatu tempat.
station = menempatkan | menyisakan | menyiagakan | mempertahankan | menyediakan | menugaskan | meninggalkan

[ratio]
each = masing masing | sama sama

[all]
# Kata yang berarti seluruhnya, tanpa angka.
all = seluruh | semua | segenap | seluruhnya | semuanya
full = secara penuh | sepenuhnya | full | penuh | full time | secara utuh | total

[rest]
# Pelengkap: bagian lain dari kuota yang sudah disebut, bukan ketentuan kedua.
rest = sisanya | selebihnya | sisa pegawai | yang lain(nya)? | lainnya | menyesuaikan | sehingga

[change]
# Angka lama, atau keseluruhan, dan angka baru: "dari 50 persen menjadi 75 persen".
from = dari | dari (sebelumnya|semula|yang semula|awalnya|total)
to = menjadi | jadi | ke | hanya

[measure]
# Ukuran lain yang memakai persen. Di dekat angka, persen itu bukan kuota.
rate {why=other} = (tingkat|angka|persentase|target) kehadiran | tingkat (kepatuhan|kedisiplinan|ketaatan)
attendance {why=attendance} = hadir tepat waktu | kehadiran | ketidakhadiran | absensi | tingkat absensi | ketaatan | kepatuhan | yang hadir | tidak masuk kerja | absen | cuti tahunan
health {why=other} = vaksin | vaksinasi | dosis | divaksin dosis | terpapar | kasus | positif | kesembuhan | keterisian | bor | booster | capaian vaksinasi | imunisasi
trade {why=other} = pengurangan | efektivitas | produktivitas | operasional | menekan | dipangkas | memangkas | potongan | pemangkasan | triwulan | semester | pendapatan | pad | pbb | retribusi | setoran | lhkpn | serapan | menargetkan | ditargetkan | sosialisasi | dihemat | penjualan | dipotong | pemotongan | tambahan penghasilan | cuti | pegawai cuti | diskon | tarif | potongan | harga | inflasi | pajak | bunga | tpp | tunjangan | gaji | anggaran | belanja | apbd | penghematan | hemat | efisiensi | biaya | polusi | emisi | sampah | suara | saham | pertumbuhan | kemacetan | volume | kendaraan | penumpang | pemudik | realisasi | target | progres | capaian | omzet | ekonomi | hotel
public {why=scope} = pengunjung | penonton | pelanggan | penumpang | peserta | tamu | jamaah | wisatawan | kursi | kamar | hunian | tingkat hunian | restoran | rumah makan | kafe | warung | mal | mall | pusat perbelanjaan | pasar swalayan | supermarket | bioskop | tempat ibadah | tempat bermain | gym | pusat kebugaran | resepsi | hajatan | jemaah | kapasitas tempat duduk | tempat duduk | makan di tempat | makan minum di tempat | transportasi umum | pembelajaran tatap muka | ptm | siswa | konstruksi beroperasi | toko | pasar tradisional | tempat wisata | beroperasi
realised {why=practice} = terlambat | tepat waktu | yang mudik | mudik | realisasinya | tercatat | terdata | mencapai | capai | tembus | rata rata
