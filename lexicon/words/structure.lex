# Susunan naskah: singkatan yang titiknya bukan akhir kalimat, tautan dan
# perabot laman berita, kepala bagian surat edaran.

[abbr]
# Titik sesudah kata-kata ini tidak mengakhiri kalimat.
title = h | hj | drs | dra | dr | ir | prof | kh | tgk | st | sh | mm | msi | mpd | mh | mkes | m | s | r | tb | rd | letjen | mayjen | komjen | irjen | brigjen | kol | kompol | akbp
acting = pj | pjs | plt | plh | a.n | an | u.b | u.p | ub | up
writing = maks | min | no | nomor | hal | tgl | jl | jln | kel | kec | kab | prov | rp | s.d | sd | d.a | yth | bpk | sdr | tn | ny | lamp | psl | jo | vs | cq | ttd | dsb | wib

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
heading = surat edaran
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
