# Kewajiban tetap dan pokok pengaturan lain, dengan berbagai rumusannya. Empat
# yang pertama (pantau-kinerja sampai output-standar) dan tidak-mengganggu ada
# di SE Menpan RB 01/2024 dan 17/2023. Id dipakai naskah acuan (baseline).

[topic]
# kind = jenis butirnya; news=told: dalam berita hanya diceritakan bila tidak ada
# kata kekuatan.
tidak-mengganggu = (tidak|tak|jangan) (akan|boleh)? (sampai)? (mengganggu|menganggu|terganggu|menghambat|mengurangi) | tidak (akan)? berdampak (negatif)? (pada|terhadap) | kelancaran penyelenggaraan pemerintahan | (pelayanan|layanan) (publik|masyarakat)? (tetap|harus) (berjalan|optimal|lancar) | tanpa mengganggu | tanpa mengurangi
pantau-kinerja = sasaran (dan|serta) target kinerja | (pemenuhan|pencapaian) (dan pencapaian)? (sasaran|target) | target (dan sasaran)? kinerja | target organisasi | (capaian|pencapaian) (kinerja|sasaran|target) | (memantau|pemantauan|mengawasi|pengawasan) (dan|serta)? (memantau|mengawasi|pengawasan|pemantauan)? (terhadap)? (target|kinerja|pencapaian|pemenuhan|capaian|setiap pencapaian|hasil kerja)
media-informasi = media informasi | media publikasi | (penyampaian|menyampaikan) standar (pelayanan|layanan) | informasi (perubahan)? jadwal (layanan|pelayanan)
kanal-pengaduan = konsultasi (maupun|dan|atau|serta) pengaduan | pengaduan (maupun|dan|atau|serta) konsultasi | media komunikasi (secara)? (online|daring) | (kanal|saluran|wadah|media|layanan|sarana) (komunikasi|konsultasi|pengaduan|aduan) | lapor go id
output-standar = (output|keluaran|hasil|kualitas|mutu) (dari)? (pelayanan|layanan) | sesuai (dengan)? standar (pelayanan|layanan|yang)? (telah|sudah)? (ditetapkan|ditentukan)?
bagi-pegawai = membagi (jumlah)? (asn|pegawai|pns) | (pembagian|pengaturan) (jumlah|persentase)? (asn|pegawai|staf) | (persentase|presentase|prosentase) (jumlah)? (asn|pegawai) | karakteristik (layanan|pelayanan)
domisili = (tempat tinggal|berada di)? domisili | di tempat tinggal masing masing | tidak (keluar|meninggalkan) (kota|daerah|wilayah)
lapor {kind=reporting} = (melaporkan|melaporan|pelaporan|pelaporkan|dilaporkan|laporan) (hasil)? (pelaksanaan|penyesuaian|penerapan|kinerja|kehadiran) | menyampaikan laporan | laporan (tertulis|berkala) | melapor (kepada|melalui)
pendidikan-kalender = kalender (pendidikan|akademik)
dapat-dihubungi {kind=condition} = (bisa|dapat|mudah|harus|siap) dihubungi | alat komunikasi | (telepon|ponsel|handphone|hp|gawai) (selalu|tetap|harus) (aktif|menyala) | merespons? panggilan
hadir-bila-dipanggil {kind=condition} = (jika|bila|apabila|kalau|sewaktu waktu) (ada|dipanggil|dibutuhkan|diperlukan|sewaktu waktu) (rapat)? | rapat mendadak | siap (dipanggil|hadir|datang) | kembali ke kantor (jika|bila|apabila)
izin-dicabut {kind=condition} = izin (wfh|wfa)? (akan|dapat|otomatis)? (kami)? (dicabut|cabut|batal|dibatalkan) | mencabut izin | dicabut izinnya
jadwal {news=told} = (menyusun|membuat|mengatur|menetapkan|menentukan) (jadwal|pembagian|daftar) | jadwal (piket|kerja|masuk|wfh|sendiri) | (sif|shift|bergiliran|bergantian)
presensi {news=told} = (presensi|absensi|mengisi daftar hadir|e presensi|absen)
cuti {news=told} = cuti (tahunan|besar|sakit|melahirkan|alasan) | pengajuan cuti | pemberian cuti | izin cuti
protokol-kesehatan = protokol kesehatan | jaga jarak | masker | mencuci tangan
jam-kerja {news=told} = jam kerja | hari kerja
kendaraan-dinas = (mobil|kendaraan|kendaraan operasional) dinas
netralitas = netralitas | bersikap netral
evaluasi = evaluasi (pelaksanaan|berkala|lebih lanjut|satu minggu|seminggu) | dievaluasi | kami evaluasi
perintah-lain = surat (perintah|tugas|izin)

[actor]
# Pelaku: siapa yang mengerjakan kewajiban.
actor = (para)? (kepala|pimpinan) (perangkat daerah|opd|skpd|organisasi perangkat daerah|unit kerja|unit|dinas|badan|instansi|satuan kerja|satker|kantor|sekolah) | (seluruh)? (perangkat daerah|opd) | (para)? (pejabat)? (ppk|pembina kepegawaian|pejabat pembina kepegawaian) | instansi (pemerintah|pusat|daerah)? | (para)? (gubernur|bupati|wali kota|walikota|camat|lurah) | atasan (langsung)? | pimpinan | pegawai | asn | pns | bkd | bkpsdm | bkpp | inspektorat | satpol pp

[sanction]
sanction = sanksi | hukuman disiplin | dijatuhi | pemotongan (tpp|tunjangan|tambahan penghasilan) | dipotong | teguran | ditindak | denda | diberhentikan | dibebastugaskan | dikenai | dikenakan

[proviso]
syarat = syarat | persyaratan | dengan ketentuan | dengan catatan | asalkan | asal | sepanjang | setelah mendapat | atas persetujuan | seizin
