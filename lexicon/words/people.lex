# Jabatan, lembaga dan nama orang: siapa yang menerbitkan dan menandatangani.
# Dasar: UU 23/2014 dan UU 20/2023 (jabatan), tata naskah dinas (a.n., u.b.,
# Plt., Plh., Pj.), dan singkatan yang dipakai berita.

[acting]
# Sebutan pejabat sementara.
Pj = pj | pj . | pejabat sementara | penjabat | penjabat ( pj ) | penjabat ( pj . )
Pjs = pjs | pjs . | penjabat sementara | penjabat sementara ( pjs )
Plt = plt | plt . | pelaksana tugas | pelaksana tugas ( plt )
Plh = plh | plh . | pelaksana harian | pelaksana harian ( plh )

[office]
# rank=head kepala pemerintahan atau lembaga, second wakilnya, secretary
# sekretaris, chief kepala unit (diikuti nama unit), body pemerintah atau
# lembaganya sendiri. level = tingkat daerahnya. alone = jabatan walau unitnya
# tidak disebut. of=house: bagian dari lembaga yang belum tentu disebut bersamanya;
# unit=any: unit di belakangnya boleh bernama apa saja; whole=1: di depan nama
# lembaga berarti kepala seluruh lembaga; minor=1: tidak menerbitkan edaran yang
# diberitakan di judul.
gubernur {rank=head level=province name=Gubernur} = gubernur
penjagub {rank=head level=province name=Gubernur capacity=Pj} = penjagub | pjgub
penjabup {rank=head level=regency name=Bupati capacity=Pj} = penjabup
penjawako {rank=head level=city name=Wali_Kota capacity=Pj} = penjawako
bupati {rank=head level=regency name=Bupati} = bupati
walikota {rank=head level=city name=Wali_Kota} = wali kota | walikota | wako
wagub {rank=second level=province name=Wakil_Gubernur} = wakil gubernur | wagub
wabup {rank=second level=regency name=Wakil_Bupati} = wakil bupati | wabup
wawali {rank=second level=city name=Wakil_Wali_Kota} = wakil (wali kota|walikota) | wawali | wawako
sekda {rank=secretary name=Sekretaris_Daerah} = sekretaris daerah | sekda | sekretaris daerah ( sekda ) | sekdaprov | sekprov | sekda prov | sekdakab | sekkab | sekdako | sekdakot | sekot | sekretaris (provinsi|kabupaten|kota)
menteri {rank=head of=house name=Menteri} = menteri
sekjen {rank=secretary of=house name=Sekretaris_Jenderal} = sekretaris jenderal | sekjen | sesjen | sekretaris jenderal ( sekjen )
sesmen {rank=secretary of=house name=Sekretaris_Kementerian} = sekretaris kementerian | sesmen
sestama {rank=secretary of=house name=Sekretaris_Utama} = sekretaris utama | sestama
dirjen {rank=chief of=house unit=any name=Direktur_Jenderal} = direktur jenderal | dirjen
deputi {rank=chief of=house name=Deputi} = deputi
rektor {rank=head level=institution of=house name=Rektor} = rektor
warek {rank=second level=institution unit=roman of=house name=Wakil_Rektor} = wakil rektor
direktur {rank=chief name=Direktur} = direktur
dirut {rank=chief name=Direktur_Utama alone=1} = direktur utama | dirut
direksi {rank=chief name=Direksi alone=1} = direksi | dewan direksi
dekan {rank=chief name=Dekan alone=1} = dekan
panitera {rank=chief name=Panitera alone=1} = panitera
kakanwil {rank=chief name=Kepala_Kantor_Wilayah alone=1} = kakanwil | kepala (kanwil|kantor wilayah)
inspektur {rank=chief name=Inspektur alone=1} = inspektur | inspektur daerah
asisten {rank=chief name=Asisten alone=1} = asisten | asisten daerah
kepala {rank=chief whole=1 name=Kepala} = kepala | ka . | kadis | kaban | kabag | kabiro | plt kepala
kadis {rank=chief name=Kepala_Dinas alone=1} = kadisdik | kadisdikbud | kadindik | kadindikbud | kadispendik | kadinkes | kadiskes | kadishub | kadinhub | kadisnaker | kadisnakertrans | kadinsos | kadispora | kadiskominfo | kadinkominfo | kadispar | kadisparbud | kadisperindag | kadispertan
kakankemenag {rank=chief name=Kepala_Kantor_Kementerian_Agama alone=1} = kakankemenag | kakemenag
wamen {rank=chief of=house name=Wakil_Menteri alone=1} = wakil menteri | wamen
wamenag {rank=chief name=Wakil_Menteri alone=1} = wamenag | wamendagri | wamenkes | wamenkeu | wamenaker | wamendikdasmen | wamenpan | wamenpanrb | wamenhub | wamenkumham | wamenkum | wamensos | wamenpora | wamendes
staf {rank=chief of=house minor=1 name=Staf_Khusus_Menteri alone=1} = (staf khusus|stafsus|staf ahli|juru bicara|jubir) (menteri|kementerian) | staf (khusus|ahli) (gubernur|bupati|wali kota|walikota)
sekretaris {rank=chief name=Sekretaris alone=1} = sekretaris
ketua {rank=chief whole=1 name=Ketua} = ketua
kapolda {rank=chief name=Kapolda alone=1} = kapolda | kepala kepolisian daerah
kapolres {rank=chief name=Kapolres alone=1} = kapolres | kapolresta | kapolrestabes
pangdam {rank=chief name=Pangdam alone=1 unit=roman} = pangdam | panglima kodam
dandim {rank=chief name=Dandim alone=1} = dandim | danrem | danlanud
kajati {rank=chief name=Kepala_Kejaksaan alone=1} = kajati | kajari
camat {rank=chief minor=1 name=Camat alone=1} = camat | lurah
pemprov {rank=body level=province name=Pemerintah_Provinsi} = pemerintah provinsi | pemprov | pemerintah provinsi ( pemprov ) | pemerintah daerah provinsi | pemdaprov | pemda provinsi
pemkab {rank=body level=regency name=Pemerintah_Kabupaten} = pemerintah kabupaten | pemkab | pemerintah kabupaten ( pemkab ) | pemerintah daerah kabupaten
pemkot {rank=body level=city name=Pemerintah_Kota} = pemerintah kota | pemkot | pemko | pemerintah kota ( pemkot ) | pemerintah kota administrasi
pemda {rank=body name=Pemerintah_Daerah} = pemerintah daerah | pemda
kanwil {rank=branch name=Kantor_Wilayah} = kanwil | kantor wilayah

[insthead]
# Kata pertama nama lembaga yang berarti pemimpinnya, bukan lembaganya.
head = menteri | kepala | ketua | sekretaris | rektor | presiden | kapolri | jaksa | seskab | gubernur
minister = menag | menaker | menbud | mendag | mendagri | mendes | mendikbud | mendikbudristek | mendikdasmen | mendiktisaintek | menhan | menhub | menhut | menkes | menkeu | menko | menkomdigi | menkominfo | menkum | menkumham | menlhk | menlu | menpan | menpanrb | menpar | menparekraf | menperin | menpora | menpupr | mensesneg | mensos | mentan

[issuerword]
# Boleh berdiri antara sebutan produk dan penerbitnya atau nomornya. office=1:
# hanya bila jabatan mengikutinya.
republic = republik indonesia | ri
joint = bersama
from {office=1} = dari

[tierword]
# Boleh berdiri antara jabatan dan nama daerahnya.
tier = prov | daerah

[regent]
# Kata di depan "kota" yang menjadikannya jabatan, bukan daerah.
wali = wali

[bystander]
# Lembaga yang menanggapi, bukan yang mengatur pegawai daerah atau kementerian.
comment = presiden | presiden republik indonesia | presiden ri | polri | kapolri | tni | dpr | dpr ri | dewan perwakilan rakyat | kpk | ombudsman | ombudsman ri | ombudsman republik indonesia | kasn | bpk | kpu | bawaslu | kejaksaan agung

[unitword]
# Kata yang membentuk nama unit sesudah "Kepala", "Sekretaris", "Direktur":
# yang tidak ada di sini dianggap nama orang.
school = politeknik | akademi | sekolah | madrasah | smk | sma | smp | smkn | sman | smpn | sd | sdn | fakultas | universitas | institut | negeri | swasta | rumah sakit | rsud | puskesmas | jenderal
kind = badan | dinas | biro | bagian | bidang | kantor | unit | seksi | subbag | subbagian | pusat | satuan | satpol | inspektorat | sekretariat | setda | setwan | dewan | dprd | perangkat | opd | skpd | cabang | upt | uptd | lembaga | daerah | kabinet
short = bkd | bkpsdm | bkppd | bkpp | bkdpsdm | bpsdm | bkpsdmd | bksdm | dinkes | dishub | dinsos | disdik | disdikbud | dlh | dukcapil | disdukcapil | dpmptsp | diskominfo | kominfo | bappeda | bapenda | bpbd | kesbangpol | bakesbangpol | disnaker | pp | ortala | kabag | organisasi | humas | protokol | hukum | umum | tu
field = kepegawaian | pengembangan | sumber | daya | manusia | pendidikan | kebudayaan | kesehatan | perhubungan | sosial | lingkungan | hidup | komunikasi | informatika | kependudukan | pencatatan | sipil | penanaman | modal | pelayanan | terpadu | satu | pintu | pendapatan | keuangan | aset | perencanaan | pembangunan | penanggulangan | bencana | polisi | pamong | praja | administrasi | pemerintahan | kesejahteraan | rakyat | perekonomian | tata | laksana | pelatihan | diklat | pemberdayaan | masyarakat | desa | tenaga | kerja | perpustakaan | kearsipan | pariwisata | olahraga | pemuda | dan | ketenagakerjaan | perdagangan | perindustrian | koperasi | pertanian | perikanan | kelautan | kehutanan | pangan | energi | mineral | kesatuan | bangsa | politik | penelitian | riset | inovasi | publik | kepala

[directorate]
# Nama direktorat jenderal sesudah "Dirjen": di belakangnya orang.
field = pajak | bea | cukai | perbendaharaan | anggaran | perimbangan | kekayaan | negara | otonomi | bina | bangda | kewilayahan | adminduk | dikti | dikdasmen | paud | vokasi | guru | gtk | imigrasi | pemasyarakatan | ahu | marga | cipta | karya | air | darat | laut | udara | perkeretaapian | migas | minerba | ketenagalistrikan | penyelenggaraan | haji dan umrah | umrah | bimas | islam | kristen | katolik | hindu | buddha | binwasnaker | phi | jamsos | penempatan | p2p | kesmas | yankes | farmalkes | p2pl

[regionword]
# Kata di depan nama daerah: yang di belakangnya adalah nama tempat, walau tidak
# ada dalam tabel daerah.
kind = kabupaten | kota | provinsi | kab | kab . | prov | prov . | pemkab | pemkot | pemko | pemprov | pemerintah (kabupaten|kota|provinsi) | pemerintah daerah (kabupaten|kota|provinsi)

[honorific]
# Gelar di depan nama; titik dan koma sesudahnya bagian dari nama. sure: tidak
# pernah inisial di tengah nama.
learned {sure=1} = hj | drs | dra | dr | ir | prof
bapak = bapak | bpk | ibu | pak | mayjend | mayor jenderal | brigadir jenderal | letnan jenderal | inspektur jenderal | laksamana | marsekal
title = h | kh | tgk | tb | rd | r | haji | tuan | letjen | mayjen | brigjen | komjen | irjen | kombes | akbp | kompol | pol | kol | kolonel | tni | purn | laksda | marsda | apt | ny | tjokorda | i | ida

[degree]
# Gelar di belakang nama.
degree = se | s . e | s . e . | st | s . t | s . t . | sh | s . h | s . h . | mh | m . h | m . h . | mm | m . m | m . m . | msi | m . si | m . si . | m . s . i | mpd | m . pd | m . pd . | spd | s . pd | s . pd . | mkes | m . kes | m . kes . | ssos | s . sos | s . sos . | sip | s . ip | s . ip . | map | m . ap | m . ap . | mt | m . t | m . t . | msc | m . sc | m . sc . | ma | m . a | m . a . | mba | ap | a . p | sstp | s . stp | s . stp . | s . s . t . p | map | mmt | skm | s . km | s . ag | s . ag . | sag | m . ag | m . ag . | mag | phd | ph . d | ph . d . | ak | ca | cpa | apt | mph | mpa | m . p . a | s . kom | s . kom . | skom | m . kom | m . kom . | s . hut | s . p | s . pi | lc | m . hum | m . hum . | mhum | ch . | cfr a | sp . og | sp . pd | sp . a

[notname]
# Kata berhuruf besar yang tidak pernah menjadi bagian nama orang di belakang
# jabatan.
word = nasional | pt | persero | tbk | perum | nomor | no | tentang | tahun | republik | indonesia | ri | asn | pns | pppk | opd | wfh | wfo | wfa | covid | surat | edaran | instruksi | keputusan | peraturan | staf ahli | staf | asisten | para | setempat | dan | serta | yang | untuk | pada | di | ke | dari | kabinet | badan | dinas | biro | bagian | seluruh | semua | perangkat | unit | kepala | bersama | wilayah | administrasi | kota | kabupaten | provinsi | hari | ini | juga | telah | akan | sudah | dalam | melalui | lewat | seperti | adalah | tersebut | itu | dengan | atau | bagi | terkait | soal

[campusname]
# Kampus, dengan namanya di belakang: bukan orang.
short = uin | iain | stain | stkip | stikes | stmik

[personal]
# Kata ganti orang: menunjuk, tetapi bukan nama.
speaker = saya | aku | kami | kita
other = ia | dia | beliau | mereka
reader = anda | saudara

[behalf]
# Menandatangani untuk orang lain.
an {form=a.n.} = a.n | a.n. | an . | atas nama
ub {form=u.b.} = u.b | u.b. | untuk beliau

[press]
# Kata ucapan dan keterangan pers: tanggal di dekatnya adalah hari berita.
say = kata | katanya | ujar | ujarnya | ucap | ucapnya | jelas | jelasnya | tegas | tegasnya | tutur | tuturnya | ungkap | ungkapnya | terang | terangnya | imbuh | imbuhnya | tambah | tambahnya | sebut | sebutnya | papar | paparnya | pungkas | pungkasnya | tandas | tandasnya | beber | bebernya | lanjut | lanjutnya | pesannya | mengatakan | menyebut | menyebutkan | menjelaskan | menyampaikan | mengungkapkan | menyatakan | menegaskan | menuturkan | menambahkan | memaparkan | membeberkan | menerangkan | mengingatkan | mengakui | berharap | menilai | menyoroti | seraya | pesan | cetus | cetusnya | jawab | jawabnya | timpal | dalam keterangannya | dalam keterangan | dalam siaran pers | dalam rilis | saat (dikonfirmasi|ditemui|dihubungi) | ketika (dikonfirmasi|ditemui|dihubungi) | dikutip | dilansir | dikatakan | disampaikan | dijelaskan | diungkapkan | keterangan ini | kepada (wartawan|awak media|media)

[namesake]
# Nama daerah yang juga nama depan orang: "Wali Kota Bima Arya".
namesake = bima | agam
