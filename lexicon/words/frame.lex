# Bingkai naskah dinas: blok nomor, tujuan, penandatangan. Dasar: tata naskah
# dinas pemerintah daerah (Permendagri 54/2009 dan 1/2023) dan ANRI 5/2021.

[block]
# Kunci di kolom kiri; isinya di belakang titik dua.
number = nomor | no | no .
kind = sifat
annex = lampiran
about = hal | perihal

[letter]
# Isi "Hal" surat dinas yang bukan edaran.
other = undangan | permohonan | laporan | penyampaian laporan | pengantar | surat pengantar | permintaan | pemberitahuan rapat | panggilan | jawaban | tanggapan | rekomendasi | usulan | ucapan

[ownform]
# Kata pertama sebuah formulir.
form = formulir | form | blangko | blanko | lembar isian | daftar isian

[signline]
# Baris blok tanda tangan yang bukan nama.
mark = ttd | ttd . | t t d | ( ttd ) | cap | stempel | materai | meterai | tanda tangan | qr | barcode | td
electronic = ditandatangani secara elektronik | telah ditandatangani secara elektronik | dokumen ini telah ditandatangani | balai besar sertifikasi elektronik | bsre | sertifikat elektronik
rank = pembina | penata | pengatur | pangkat | jenderal tni
copy = salinan | sesuai dengan aslinya | kepala bagian hukum | kepala biro hukum
unknown = tidak diketahui | nama jelas | nama lengkap | nama pejabat | nama

[nip]
nip = nip | nip . | nip : | nrp | nrp .

[address]
# Daftar tujuan surat. end: baris atau kata penutupnya; at: kata depan tempatnya.
open = yth | yth . | yang terhormat | kepada yth | kepada yang terhormat | kepada sdr | y th
end = di tempat | di - tempat | tempat | di seluruh indonesia | seluruh indonesia | masing masing di tempat
at = di

[letterhead]
# Awal baris kop surat.
contact = jalan | jl | jl . | jln | telepon | telp | telp . | telpon | telpon/fax | faksimile | faximile | fax | fax . | faks | laman | website | situs | email | e mail | surel | pos el | kode pos
