# Siapa yang berkata dan apa kedudukan perkataannya: ketentuan, rencana, contoh,
# kejadian, pendapat, kabar yang dibantah. Dibaca per kalimat.

[voice]
# Kabar yang dibantah atau tidak dipastikan: bukan ketentuan.
denied {assert=unclear} = membantah | dibantah | bantahan | tidak benar (bahwa)? | menepis | hoaks | hoax | keliru | tidak tepat | bukan berarti | kabar (bahwa|yang beredar) | (informasi|pesan|kabar|isu|unggahan|tangkapan layar) (yang)? (beredar|berisi|memuat|menyatakan) | yang (beredar|ramai dibicarakan|ramai diperbincangkan) | tidak pernah (diputuskan|memutuskan|mengeluarkan|menerbitkan) | tidak mengenal (aturan|ketentuan|kebijakan) | anggapan bahwa | tidak ada rencana | rumor | desas desus | cap salah
# Pertanyaan yang diceritakan.
question {assert=unclear} = apakah | apa boleh | bertanya | menanyakan | mempertanyakan | ditanya (soal|tentang|apakah) | belum (jelas|diketahui) apakah
# Ketentuan yang sudah tidak berlaku.
earlier {assert=practice} = dahulu , | dulu , | dulunya | semula | terdahulu | (aturan|edaran|ketentuan|kebijakan|surat edaran) (yang)? lama | telah dicabut | sudah (dicabut|tidak berlaku|berakhir) | kini (sudah)? (berakhir|dicabut) | (pada|di|selama) (masa|era|saat) (pandemi|bupati|wali kota|gubernur) (terdahulu|sebelumnya|lama)? | pada gelombang (pertama|kedua|ketiga) | setahun (sebelumnya|lalu|silam) | dua tahun (lalu|silam) | (berakhir|habis masa berlakunya) pada | pernah (diberlakukan|diterapkan|menerapkan|memberlakukan|ada) | sebelum (edaran|aturan|surat edaran) (ini|itu) (terbit|berlaku) | pernah ,
# Ketentuan pihak lain yang diceritakan lebih dahulu.
before {assert=reported scope=start} = sebelumnya , | sebelum itu , | seperti diketahui , | diketahui , | diberitakan sebelumnya | seperti diberitakan

# Yang terjadi, dihitung atau dilihat: bukan yang diatur.
practice {assert=practice} = pada hari pertama (kerja|masuk|masuk kerja)? , | pantauan | terpantau | memantau langsung | data (presensi|absensi|kehadiran|bkpsdm|bkd|hari ini|sementara) | sampai (siang|sore|pagi) | hingga (siang|sore|pagi|pukul) | tampak | terlihat | hasil (inspeksi|sidak|pemeriksaan|rekapitulasi|rekap|absensi) | inspeksi mendadak | sehari sebelumnya | tercatat | terdata | realisasinya | sekarang ini baru | (mengajukan|mengusulkan|meminta) (diri)? (wfh|wfa|work from home) | yang mengisi presensi | menunjukkan bahwa | mendapati | kemarin | (tingkat|angka) (kehadiran|kepatuhan) | terlambat | yang absen | sudah terisi
# Rencana: belum diputuskan.
plan {assert=plan} = (sedang|tengah|masih|akan) (menyiapkan|menyusun|mengkaji|membahas|merancang|mempertimbangkan|dikaji|dibahas|disusun|digodok|dirancang|dipertimbangkan|dihitung) | ke depan(nya)? , | belum (diputuskan|final|selesai|ditetapkan|pasti|disetujui) | menargetkan | tahun depan | (jika|bila|kalau|apabila) disetujui | tahap berikutnya | pembahasan mengenai | (membuka|ada) kemungkinan | kemungkinan besar | siap menerapkan | rancangan (aturan|edaran|surat edaran|perwali|perbup|pergub)? | menunggu (persetujuan|keputusan|arahan) | direncanakan | rencananya | berencana | merencanakan | mungkin | wacana | diwacanakan | menjajaki | opsi (yang)? (dikaji|dibahas) | menaksir | kelak | bakal diusulkan
# Pengandaian dan contoh hitungan.
example {assert=example} = mencontohkan | dicontohkan | ambil contoh | memberi (contoh|gambaran) | perumpamaan | seandainya | andaikata | umpamanya | umpama | semisal | misal | misalkan | sekadar contoh | contoh , | contoh : | gambaran sederhananya | gambarannya | simulasi | bisa saja | katakan saja | katakanlah | anggap saja | ilustrasi | hitungannya
# Penilaian, perasaan, perkiraan.
opinion {assert=unclear} = baginya | menurut hemat | (dalam)? pandangan | menilai | menganggap | beranggapan | berpendapat | khawatir | yakin | meyakini | terlalu (longgar|ketat|banyak|sedikit) | sudah tepat | kurang tepat | cocok | mampu (mengurai|menekan|mengurangi) | berarti sepi | setuju | mendukung | mengkritik | menyayangkan | keberatan
# Permintaan orang yang tidak menetapkan.
proposal {assert=unclear} = mengusulkan | usul | usulan | mendesak (agar|supaya|pemkab|pemkot|pemprov|pemerintah|bupati|gubernur|wali kota) | menuntut (agar|supaya|guru|pegawai|pemerintah) | mendorong (agar|supaya) | menginginkan | menawarkan | permohonan | memohon | saran | berharap (agar|bupati|gubernur|wali kota|pemerintah) | diusulkan
