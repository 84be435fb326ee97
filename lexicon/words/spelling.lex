# Singkatan dan ejaan lain dari satu kata: naskah dibaca seolah-olah memuat kata
# di kiri. Hanya yang tidak punya arti lain (bukan "dr", "pd", "dg", "sd", "spt").

[spelling]
yang = yg
dengan = dgn
untuk = utk
dalam = dlm
tidak = tdk
karena = krn
kepada = kpd
terhadap = thd
dapat = dpt
harus = hrs
sudah = sdh
belum = blm
jumlah = jml
sebagai = sbg
lebih = lebh | lbh
tersebut = tsb | tsbt
tentang = ttg
bulan = bln
# salah ketik dan salah baca OCR
tahun = tanun | tabun | tahum | thun
nomor = nompr | nomer | nomot | nornor
peraturan = peraturann | peratuan | perturan
pemerintah = pemeritah | pemerintahh | pemerinah
menteri = mentri | menterl | mentari
surat = stirat | surut
