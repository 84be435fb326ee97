package command

// helpTexts are the help of the commands: NAME.use (arguments), NAME.short
// (one line), NAME.long and NAME.example; and the flags.
var helpTexts = map[string]phrase{
	"arg.command":   {"PERINTAH", "COMMAND"},
	"arg.options":   {"OPSI", "OPTIONS"},
	"help.short":    {"Menampilkan bantuan suatu perintah", "Show the help of a command"},
	"help.usage":    {"Pemakaian:", "Usage:"},
	"help.example":  {"Contoh:", "Example:"},
	"help.commands": {"Perintah:", "Commands:"},
	"help.flags":    {"Opsi:", "Options:"},
	"help.global":   {"Opsi umum:", "General options:"},
	"help.default":  {"bawaan", "default"},

	"flag.corpus": {"`FOLDER` korpus (bawaan: $TELAAH_CORPUS, atau ./telaah-data)", "`FOLDER` of the corpus (default: $TELAAH_CORPUS, or ./telaah-data)"},
	"flag.engine": {"`ALAMAT` OpenSearch yang memuat indeks (bawaan: $TELAAH_ENGINE; tanpa itu, indeks di dalam korpus)", "`ADDRESS` of the OpenSearch that carries the index (default: $TELAAH_ENGINE; without it, the index in the corpus)"},
	"flag.lang":   {"`BAHASA` pesan: id|en", "`LANGUAGE` of messages: id|en"},
	"flag.help":   {"menampilkan bantuan ini", "show this help"},

	"flag.format":           {"bentuk keluaran", "form of the output"},
	"flag.output":           {"tulis ke `BERKAS` ini", "write to this `FILE`"},
	"flag.paper":            {"ukuran kertas laporan html dan docx", "size of the paper of html and docx reports"},
	"flag.redline":          {"tampilkan beda kata pada setiap pasangan, juga yang bunyinya jauh berbeda", "show word differences for every pair, also of texts that are far apart"},
	"flag.full":             {"laporan lengkap, juga bila keluaran bukan layar", "the whole report, also where the output is no terminal"},
	"flag.known":            {"`BERKAS` JSON dari pemeriksaan terdahulu; hanya temuan baru yang dilaporkan", "`FILE` with an earlier check as JSON; only new findings are reported"},
	"flag.sarif-suppressed": {"sertakan temuan yang dikecualikan dalam SARIF, ditandai demikian", "include suppressed findings in SARIF, marked as such"},
	"flag.marked":           {"tulis salinan naskah Word ke `BERKAS`, dengan temuan sebagai komentar dan perubahan terlacak", "write a copy of the Word draft to `FILE`, with the findings as comments and tracked changes"},
	"flag.config":           {"`BERKAS` aturan pemeriksaan: exclude, fail_on, baseline, suppressions (bawaan: .telaah.yaml di folder ini, bila ada)", "`FILE` of rules for checks: exclude, fail_on, baseline, suppressions (default: .telaah.yaml in this folder, if there is one)"},
	"flag.today":            {"`TANGGAL` hari ini, untuk masa berlaku pengecualian; jam komputer tidak dipakai", "today's `DATE`, for the expiry of suppressions; no clock is read"},
	"flag.grade":            {"`JENIS` sumber, bila tidak ingin disimpulkan: primary|scan|release|news", "`GRADE` of the source, instead of the inferred one: primary|scan|release|news"},
	"flag.password":         {"`KATA` sandi pembuka PDF", "`WORD` that opens a locked PDF"},
	"flag.lexicon":          {"`FOLDER` berisi berkas leksikon tambahan", "`FOLDER` of additional lexicon files"},
	"flag.pages":            {"semua berkas adalah gambar halaman satu edaran, menurut urutannya", "the files are pictures of the pages of one circular, in their order"},
	"flag.trust":            {"`BERKAS` sertifikat (PEM) penerbit tanda tangan elektronik yang dipercaya; tanpa ini setiap penerbit tidak dikenal", "`FILE` of certificates (PEM) of issuers of electronic signatures that are trusted; without it every issuer is unknown"},
	"flag.tesseract":        {"`PROGRAM` tesseract untuk membaca pindaian, bila tidak ditemukan sendiri", "`PROGRAM` tesseract that reads scans, where it is not found by itself"},
	"flag.jobs":             {"`JUMLAH` berkas yang dibaca bersamaan (0: sebanyak inti prosesor)", "`NUMBER` of files read at the same time (0: one a processor)"},
	"flag.no-text":          {"tanpa isi teks dalam JSON", "leave the text out of the JSON"},
	"flag.again":            {"membaca ulang dokumen yang sudah ada dalam korpus", "read documents again that the corpus has already"},
	"flag.retry-ocr":        {"membaca ulang dokumen korpus yang halamannya belum terbaca", "read the documents of the corpus again that have unread pages"},
	"flag.detail":           {"menampilkan isi dan perbandingan setiap dokumen", "show what each document rules and how it compares"},
	"flag.baseline":         {"`ACUAN` pembanding: auto, ID acuan, berkas YAML, atau edaran yang dapat dibaca", "`BASELINE` to compare with: auto, the id of one, a YAML file, or a readable circular"},
	"flag.as-of":            {"acuan menurut perubahan sampai `TANGGAL` (bawaan: tanggal edaran)", "baseline as amended by `DATE` (default: the circular's own date)"},
	"flag.fail-on":          {"`TINGKAT` temuan yang membuat status keluar 1", "`LEVEL` of findings that makes the exit status 1"},
	"flag.strict":           {"status keluar 3 bila ada yang tidak dapat dinilai", "exit status 3 where something could not be judged"},
	"flag.province":         {"kabupaten dan kota di `PROVINSI` ini, bukan semua provinsi", "the regencies and cities of this `PROVINCE` instead of all provinces"},
	"flag.letters":          {"tulis surat permintaan naskah atau penjelasan (docx) ke `FOLDER`, satu untuk setiap daerah", "write letters that ask for the text or an explanation (docx) into `FOLDER`, one a region"},
	"flag.since":            {"sejak `TANGGAL` ini (TTTT-BB-HH)", "since this `DATE` (YYYY-MM-DD)"},
	"flag.before":           {"`BERKAS` JSON dari matriks terdahulu, untuk menunjukkan yang berubah", "`FILE` with an earlier matrix as JSON, to show what changed"},
	"flag.lenient":          {"status keluar tidak menjadi 3 bila ada yang tidak dapat dinilai", "no exit status 3 where something could not be judged"},
	"flag.by":               {"`NAMA` orang yang melakukannya", "`NAME` of who does it"},
	"flag.why":              {"`ALASAN`", "`REASON`"},
	"flag.repair":           {"perbaiki yang dapat dibuat ulang, pisahkan yang lain ke folder quarantine", "mend what can be made anew, set the rest aside in the folder quarantine"},
	"flag.body":             {"tanpa kepala, kaki, dan nomor halaman", "leave out headers, footers and page numbers"},
	"flag.marks":            {"menandai bagian yang bukan teks pokok", "mark the parts that are not running text"},
	"flag.boxes":            {"JSON: setiap kata hasil OCR dengan letaknya", "JSON: every word read by OCR with its place"},

	"flag.search.kind":   {"`JENIS` butir: kuota, pengecualian, periode, kewajiban, penandatangan, ...", "`KIND` of clause: quota, exemption, period, obligation, signatory, ..."},
	"flag.search.mode":   {"`CARA` kerja: WFH, WFO, WFA", "`MODE` of work: WFH, WFO, WFA"},
	"flag.search.region": {"`WILAYAH`: nama atau kode; provinsi mencakup kabupaten dan kotanya", "`REGION`: name or code; a province takes in its regencies and cities"},
	"flag.search.level":  {"`TINGKAT` penerbit: pusat, kementerian, instansi, provinsi, kabupaten, kota", "`LEVEL` of the issuer: central, ministry, institution, province, regency, city"},
	"flag.search.year":   {"`TAHUN` edaran, atau rentang 2020-2024", "`YEAR` of the circular, or a range 2020-2024"},
	"flag.search.issuer": {"`PENERBIT` edaran", "`ISSUER` of the circular"},
	"flag.search.number": {"`NOMOR` edaran", "`NUMBER` of the circular"},
	"flag.search.group":  {"`KELOMPOK` pegawai", "`GROUP` of staff"},
	"flag.min-percent":   {"`PERSEN` paling sedikit", "lowest `PERCENTAGE`"},
	"flag.max-percent":   {"`PERSEN` paling banyak", "highest `PERCENTAGE`"},
	"flag.from":          {"berlaku pada atau sesudah `TANGGAL` (TTTT-BB-HH)", "in force on or after `DATE` (YYYY-MM-DD)"},
	"flag.to":            {"berlaku pada atau sebelum `TANGGAL`", "in force on or before `DATE`"},
	"flag.facets":        {"hitung menurut wilayah, jenis, dan tahun", "count by region, kind and year"},
	"flag.sort":          {"urutan temuan", "order of the hits"},
	"flag.any":           {"cukup salah satu kata", "one of the words is enough"},
	"flag.limit":         {"`JUMLAH` temuan yang ditampilkan", "`NUMBER` of hits to show"},
	"flag.offset":        {"`JUMLAH` temuan yang dilewati", "`NUMBER` of hits to pass over"},

	"root.short": {"Menelaah surat edaran", "Read government circulars"},
	"root.long": {`Telaah membaca surat edaran dan beritanya, menyarikan apa yang diatur beserta
kalimat dan halamannya, membuatnya dapat dicari, dan membandingkan edaran daerah
dengan edaran pusat. Semua berjalan di komputer ini; tidak ada yang dikirim ke luar.`,
		`Telaah reads Indonesian circulars (surat edaran) and news about them, extracts what
they rule with sentence and page, makes it searchable, and compares a regional
circular with the central one. Everything stays on this computer.`},
	"root.example": {"telaah ingest edaran/*.pdf\ntelaah search \"kuota WFH\"\ntelaah compare edaran.pdf",
		"telaah ingest edaran/*.pdf\ntelaah search \"kuota WFH\"\ntelaah compare edaran.pdf"},

	"ingest.use":   {"[BERKAS|FOLDER|POLA|-]...", "[FILE|FOLDER|PATTERN|-]..."},
	"ingest.short": {"Memasukkan dokumen ke korpus", "Put documents into the corpus"},
	"ingest.long": {`Membaca dokumen, menyarikan isinya, lalu menyimpan berkas asli dan hasilnya ke
korpus dan indeks pencarian. Dokumen yang isinya sudah ada dilewati; berkas yang
gagal menjadi satu baris pada ringkasan dan yang lain tetap diproses. Tanpa
argumen, contoh bawaan yang dimasukkan.`,
		`Reads documents, extracts what they rule, and keeps the original and the result in
the corpus and its search index. A document whose content is known is not read
again; a file that fails is one line of the summary and the others go on. Without
arguments, the sample documents go in.`},
	"ingest.example": {"telaah ingest edaran.pdf berita/ \"unduhan/*.docx\"", "telaah ingest edaran.pdf berita/ \"unduhan/*.docx\""},

	"search.use":   {"KATA...", "WORDS..."},
	"search.short": {"Mencari dalam korpus", "Search the corpus"},
	"search.long": {`Mencari kata, frasa dalam tanda petik, dan nama surat edaran ("SE 1/2024") dalam
butir, surat edaran, dan seluruh teks naskah (jenis teks, sesudah butir). Awalan "-"
atau TANPA berarti tanpa kata itu, ATAU berarti salah satu, "kepega*" berarti kata
yang berawalan demikian, "di atas 50 persen" suatu rentang; kata tanya dilewati.
Nama jenis butir (kuota, pengecualian, periode, penandatangan) menemukan butir itu.`,
		`Searches clauses and circulars for words, phrases in quotation marks, and names of
circulars ("SE 1/2024"), and all of their text (kind text, behind the clauses). A leading
"-" means without, OR one of both, "kepega*" words that begin so, "di atas 50 persen" a
range; question words are passed over. Names of kinds (kuota, pengecualian, periode,
penandatangan) find clauses of that kind.`},
	"search.example": {"telaah search \"kuota WFH\" --region banten\ntelaah search kuota --min-percent 50 --format xlsx -o kuota.xlsx\ntelaah search '\"layanan masyarakat\"' --year 2024",
		"telaah search \"kuota WFH\" --region banten\ntelaah search kuota --min-percent 50 --format xlsx -o kuota.xlsx\ntelaah search '\"layanan masyarakat\"' --year 2024"},

	"compare.use":   {"[BERKAS|ID]...", "[FILE|ID]..."},
	"compare.short": {"Membandingkan edaran dengan edaran pusat", "Compare circulars with the central one"},
	"compare.long": {`Membandingkan edaran dengan acuannya dan menjelaskan setiap perbedaan: kedua bunyi
berdampingan, sebabnya, dan apa yang perlu dilakukan. Tanpa argumen, seluruh isi
korpus dibandingkan. Berkas yang disebut tidak perlu ada dalam korpus.

Status keluar: 0 selesai; 1 ada temuan setingkat --fail-on; 2 salah pakai atau
berkas gagal; 3 ada yang tidak dapat dinilai (hanya dengan --strict).`,
		`Compares circulars with their baseline and explains every difference: both texts
side by side, why, and what to do. Without arguments the whole corpus is compared.
Files that are named need not be in the corpus.

Exit status: 0 done; 1 findings at the level of --fail-on; 2 wrong usage or a file
failed; 3 something could not be judged (with --strict only).`},
	"compare.example": {"telaah compare edaran.pdf\ntelaah compare --baseline panrb-17-2023 --format markdown 1a2b3c4d5e6f",
		"telaah compare edaran.pdf\ntelaah compare --baseline panrb-17-2023 --format markdown 1a2b3c4d5e6f"},

	"check.use":   {"BERKAS...", "FILE..."},
	"check.short": {"Memeriksa rancangan edaran sebelum ditandatangani", "Check a draft before it is signed"},
	"check.long": {`Memeriksa rancangan edaran dalam satu jawaban: bentuk, kecocokan isinya sendiri,
rujukan, dan perbandingan dengan acuannya, beserta apa yang perlu diubah.

Status keluar: 0 selesai; 1 ada temuan setingkat --fail-on; 2 salah pakai atau
berkas gagal; 3 ada yang tidak dapat dinilai (kecuali dengan --lenient).`,
		`Checks a draft in one answer: form, consistency with itself, citations, and the
comparison with its baseline, with what to change.

Exit status: 0 done; 1 findings at the level of --fail-on; 2 wrong usage or a file
failed; 3 something could not be judged (but with --lenient).`},
	"check.example": {"telaah check rancangan.docx\ntelaah check rancangan.docx --marked rancangan-ditandai.docx", "telaah check draft.docx\ntelaah check draft.docx --marked draft-marked.docx"},

	"baseline.from.use":     {"BERKAS", "FILE"},
	"baseline.from.short":   {"Membuat rancangan acuan dari suatu edaran", "Make a draft baseline from a circular"},
	"baseline.from.long":    {"Membuat rancangan acuan (YAML) dari edaran yang dapat dibaca, misalnya edaran\ngubernur yang menjadi pembanding bagi kabupaten dan kota.", "Makes a draft baseline (YAML) from a readable circular, such as a governor's that\nregencies are compared with."},
	"baseline.from.example": {"telaah baseline from edaran-gubernur.pdf > acuan.yaml", "telaah baseline from edaran-gubernur.pdf > acuan.yaml"},
	"matrix.use":            {"[BERKAS|ID]...", "[FILE|ID]..."},
	"matrix.short":          {"Menyandingkan banyak edaran dengan satu acuan", "Put many circulars beside one baseline"},
	"matrix.long": {`Menyandingkan semua edaran dalam korpus, atau yang disebut, dengan satu acuan: satu
baris untuk setiap edaran, satu kolom untuk setiap butir acuan; juga daerah yang
edarannya belum ditemukan dalam korpus, dan apa yang berubah sejak matriks terdahulu.`,
		`Puts all circulars of the corpus, or those named, beside one baseline: a row for each
circular, a column for each atom; the regions of which no circular was found in the
corpus, and what changed since an earlier matrix.`},
	"matrix.example": {"telaah matrix --format html > matriks.html\ntelaah matrix --format xlsx --output matriks.xlsx\ntelaah matrix --province Banten --before matriks-lalu.json",
		"telaah matrix --format html > matrix.html\ntelaah matrix --format xlsx --output matrix.xlsx\ntelaah matrix --province Banten --before earlier.json"},

	"baseline.use":           {"", ""},
	"baseline.short":         {"Melihat dan memeriksa acuan", "See and check baselines"},
	"baseline.long":          {"Acuan adalah edaran yang diurai menjadi butir-butir pembanding, dalam berkas YAML.", "A baseline is a circular taken apart into atoms to compare with, as a YAML file."},
	"baseline.example":       {"telaah baseline list\ntelaah baseline show panrb-1-2024", "telaah baseline list\ntelaah baseline show panrb-1-2024"},
	"baseline.list.use":      {"", ""},
	"baseline.list.short":    {"Mendaftar acuan bawaan", "List the shipped baselines"},
	"baseline.list.long":     {"Mendaftar acuan bawaan.", "Lists the shipped baselines."},
	"baseline.list.example":  {"telaah baseline list", "telaah baseline list"},
	"baseline.show.use":      {"ID|BERKAS", "ID|FILE"},
	"baseline.show.short":    {"Menampilkan butir-butir suatu acuan", "Show the atoms of a baseline"},
	"baseline.show.long":     {"Menampilkan butir-butir suatu acuan, dengan kepastian dan bunyinya.", "Shows the atoms of a baseline, with certainty and words."},
	"baseline.show.example":  {"telaah baseline show panrb-1-2024", "telaah baseline show panrb-1-2024"},
	"baseline.check.use":     {"BERKAS...", "FILE..."},
	"baseline.check.short":   {"Memeriksa berkas YAML acuan", "Check YAML files of baselines"},
	"baseline.check.long":    {"Memeriksa berkas YAML acuan; kekeliruan ditunjukkan dengan baris dan letaknya.", "Checks YAML files of baselines; what is wrong is shown with its line and place."},
	"baseline.check.example": {"telaah baseline check acuan-provinsi.yaml", "telaah baseline check acuan-provinsi.yaml"},

	"diff.use":              {"LAMA BARU", "OLD NEW"},
	"diff.short":            {"Menunjukkan perubahan antara dua versi rancangan", "Show what changed between two versions of a draft"},
	"diff.long":             {"Menunjukkan apa yang ditambah, dihapus, dilonggarkan, atau diperketat dari satu versi\nrancangan ke versi berikutnya; juga sanksi yang dihapus.", "Shows what was added, dropped, loosened or tightened from one version of a draft to the\nnext; dropped penalties, too."},
	"diff.example":          {"telaah diff rancangan-v1.docx rancangan-v2.docx", "telaah diff draft-v1.docx draft-v2.docx"},
	"changes.use":           {"", ""},
	"changes.short":         {"Menunjukkan apa yang berubah dalam korpus", "Show what changed in the corpus"},
	"changes.long":          {"Menunjukkan, dari catatan korpus, dokumen yang masuk, dikoreksi, diperiksa, atau\ndikeluarkan sejak suatu hari.", "Shows, from the log of the corpus, what went in, was corrected, reviewed or removed\nsince a day."},
	"changes.example":       {"telaah changes --since 2024-04-15", "telaah changes --since 2024-04-15"},
	"export.use":            {"", ""},
	"export.short":          {"Menulis isi korpus untuk program lain", "Write the corpus for other programs"},
	"export.long":           {"Menulis metadata JDIHN, kalender tenggat, atau Akoma Ntoso dari isi korpus atau berkas yang disebut.", "Writes metadata for JDIHN, a calendar of deadlines, or Akoma Ntoso, of the corpus or of files."},
	"export.example":        {"telaah export jdihn\ntelaah export ics --output tenggat.ics", "telaah export jdihn\ntelaah export ics --output deadlines.ics"},
	"export.jdihn.use":      {"[BERKAS|ID]...", "[FILE|ID]..."},
	"export.jdihn.short":    {"Metadata untuk JDIHN (JSON)", "Metadata for JDIHN (JSON)"},
	"export.jdihn.long":     {"Menulis bidang metadata JDIHN; yang tidak diketahui disebut dalam \"kosong\".", "Writes the metadata fields of JDIHN; what is not known is named in \"kosong\"."},
	"export.jdihn.example":  {"telaah export jdihn > jdihn.json", "telaah export jdihn > jdihn.json"},
	"export.akn.use":        {"BERKAS|ID", "FILE|ID"},
	"export.akn.short":      {"Akoma Ntoso 3.0 (XML) dari satu edaran", "Akoma Ntoso 3.0 (XML) of one circular"},
	"export.akn.long":       {"Menulis naskah satu edaran sebagai Akoma Ntoso 3.0, dengan pengenal FRBR.", "Writes the text of one circular as Akoma Ntoso 3.0, with FRBR identifiers."},
	"export.akn.example":    {"telaah export akn edaran.pdf --output edaran.xml", "telaah export akn circular.pdf --output circular.xml"},
	"export.ics.use":        {"[BERKAS|ID]...", "[FILE|ID]..."},
	"export.ics.short":      {"Kalender tenggat (.ics)", "Calendar of deadlines (.ics)"},
	"export.ics.long":       {"Menulis tenggat dengan tanggal sebagai kalender yang dapat dibuka Outlook dan lainnya.", "Writes deadlines that have a day as a calendar for Outlook and others."},
	"export.ics.example":    {"telaah export ics --output tenggat.ics", "telaah export ics --output deadlines.ics"},
	"index.use":             {"", ""},
	"index.short":           {"Mengurus indeks pencarian", "Look after the search index"},
	"index.long":            {"Indeks selalu dapat dibuat ulang dari isi korpus; biasanya hal itu terjadi sendiri.", "The index can always be made anew from the corpus; usually that happens by itself."},
	"index.example":         {"telaah index rebuild", "telaah index rebuild"},
	"index.rebuild.use":     {"", ""},
	"index.rebuild.short":   {"Membangun ulang indeks dari isi korpus", "Build the index anew from the corpus"},
	"index.rebuild.long":    {"Membangun ulang indeks pencarian dari rekaman dalam korpus. Dokumen tidak dibaca ulang.", "Builds the search index anew from the records of the corpus. No document is read again."},
	"index.rebuild.example": {"telaah index rebuild", "telaah index rebuild"},
	"index.push.use":        {"", ""},
	"index.push.short":      {"Membangun indeks baru di OpenSearch, lalu memakainya", "Build a new index in OpenSearch, then use it"},
	"index.push.long": {`Membangun indeks baru dari isi korpus di OpenSearch yang disebut --engine, di samping yang
sedang dipakai, lalu menukarnya sekaligus bagi semua pembaca dan menambahkan apa yang masuk
sementara itu. Indeks lama disimpan sehari. Sandi dan sertifikat dibaca dari berkas yang
disebut $TELAAH_ENGINE_AUTH (satu baris PENGGUNA:SANDI) dan $TELAAH_ENGINE_CA (PEM).`,
		`Builds a new index of the corpus in the OpenSearch that --engine names, beside the one in
use, then swaps them for all readers at once and adds what came meanwhile. The old index
stays for a day. Password and certificates are read from the files that
$TELAAH_ENGINE_AUTH (one line USER:PASSWORD) and $TELAAH_ENGINE_CA (PEM) name.`},
	"index.push.example":  {"telaah index push --engine https://mesin:9200 --shards 3 --replicas 1", "telaah index push --engine https://machine:9200 --shards 3 --replicas 1"},
	"index.check.use":     {"", ""},
	"index.check.short":   {"Membandingkan indeks di OpenSearch dengan korpus", "Hold the index in OpenSearch against the corpus"},
	"index.check.long":    {"Membandingkan setiap dokumen di indeks OpenSearch dengan isi korpus; --mend memperbaikinya.", "Holds every document in the index in OpenSearch against the corpus; --mend mends it."},
	"index.check.example": {"telaah index check --engine https://mesin:9200", "telaah index check --engine https://machine:9200"},
	"index.swap.use":      {"", ""},
	"index.swap.short":    {"Memakai indeks terbaru di OpenSearch", "Use the newest index in OpenSearch"},
	"index.swap.long":     {"Memakai indeks yang dibangun dengan push --no-swap, sekaligus bagi semua pembaca.", "Uses the index that push --no-swap built, for all readers at once."},
	"index.swap.example":  {"telaah index swap --engine https://mesin:9200", "telaah index swap --engine https://machine:9200"},
	"flag.shards":         {"bagian (shard) indeks baru", "shards of the new index"},
	"flag.replicas":       {"salinan setiap bagian", "copies of each shard"},
	"flag.no-swap":        {"hanya membangun; index swap memakainya nanti", "only build; index swap uses it later"},
	"flag.mend":           {"memperbaiki yang berbeda", "mend what differs"},

	"extract.use":   {"BERKAS...", "FILE..."},
	"extract.short": {"Menyarikan isi berkas tanpa menyimpannya", "Extract what files rule, saving nothing"},
	"extract.long": {`Menyarikan nomor, penerbit, penanda tangan, masa berlaku, kuota, pengecualian,
kewajiban, dan dasar hukum, masing-masing dengan kalimat dan letaknya. Dengan
--format json satu rekaman per baris, menurut urutan berkas. Korpus tidak disentuh.`,
		`Extracts number, issuer, signatory, period, quotas, exemptions, duties and legal
bases, each with its sentence and place. With --format json one record a line, in
the order of the files. The corpus is not touched.`},
	"extract.example": {"telaah extract edaran.pdf\ntelaah extract --format json --no-text *.txt > rekaman.jsonl", "telaah extract edaran.pdf\ntelaah extract --format json --no-text *.txt > records.jsonl"},

	"text.use":   {"BERKAS...", "FILE..."},
	"text.short": {"Menampilkan teks yang terbaca", "Show the text that was read"},
	"text.long": {`Menampilkan semua kata yang terbaca menurut urutan baca. Halaman dipisah oleh
pemisah halaman (form feed).`,
		`Shows every word that was read, in reading order. Pages are parted by a form feed.`},
	"text.example": {"telaah text edaran.pdf", "telaah text edaran.pdf"},

	"explain.use":   {"BERKAS", "FILE"},
	"explain.short": {"Menunjukkan temuan per kalimat dan entri leksikonnya", "Show what was found, and by which lexicon entry"},
	"explain.long": {`Menunjukkan, menurut urutan teks, apa yang ditemukan pada setiap kalimat, oleh entri
leksikon yang mana, dengan keyakinan berapa; juga kalimat yang memuat kata
kewajiban atau persentase tetapi tidak dipahami.`,
		`Shows, in the order of the text, what was found in each sentence, by which lexicon
entry and how surely; and the sentences with a duty word or a percentage that were
not understood.`},
	"explain.example": {"telaah explain edaran.pdf", "telaah explain edaran.pdf"},

	"list.use":     {"", ""},
	"list.short":   {"Mendaftar dokumen dalam korpus", "List the documents of the corpus"},
	"list.long":    {"Mendaftar dokumen dalam korpus, yang terbaru ditetapkan lebih dahulu.", "Lists the documents of the corpus, the latest signed first."},
	"list.example": {"telaah list", "telaah list"},

	"show.use":   {"ID", "ID"},
	"show.short": {"Menampilkan satu dokumen dari korpus", "Show a document of the corpus"},
	"show.long": {`Menampilkan apa yang diatur suatu dokumen, dengan kalimat dan halamannya, serta
koreksi yang pernah dibuat. ID cukup empat angka atau huruf pertamanya.`,
		`Shows what a document rules, with sentence and page, and what was corrected. Four
digits of the id are enough where they mean one document.`},
	"show.example": {"telaah show 1a2b3c4d5e6f", "telaah show 1a2b3c4d5e6f"},

	"correct.use":   {"ID BIDANG=NILAI...", "ID FIELD=VALUE..."},
	"correct.short": {"Mengoreksi hasil pembacaan", "Correct what was read"},
	"correct.long": {`Mengoreksi bidang surat edaran (nomor, tahun, judul, penerbit, tanggal, penanda
tangan, wilayah) atau suatu butir (butir.2.persen, dengan nomor dari "telaah show").
Koreksi dicatat beserta nama dan alasan, ditampilkan pada setiap laporan yang
memakainya, dan tetap berlaku ketika dokumen dibaca ulang. Koreksi yang berbeda
dengan bunyi kalimatnya tetap ditandai perlu telaah.`,
		`Corrects a field of the circular (number, year, title, issuer, date_signed,
signatory.name, region.name) or of a clause (clauses.2.percent, numbered as "telaah
show" does). A correction is logged with name and reason, shown in every report that
rests on it, and survives when the document is read again. One that its own sentence
contradicts stays to be reviewed.`},
	"correct.example": {"telaah correct 1a2b3c4d nomor=3 \"tanggal=15 April 2024\" --by \"Siti\" --why \"cap basah menutupi nomor\"",
		"telaah correct 1a2b3c4d number=3 date_signed=2024-04-15 --by Siti --why \"a stamp covers the number\""},

	"remove.use":   {"ID...", "ID..."},
	"remove.short": {"Mengeluarkan dokumen dari korpus", "Remove documents from the corpus"},
	"remove.long": {`Mengeluarkan dokumen beserta berkas asli, koreksi, dan pemeriksaannya dari korpus.
Selama 30 hari semuanya dapat dikembalikan dengan "telaah undo". Catatan korpus tetap
menyebutnya, dengan nama dan alasan.`,
		`Takes documents out of the corpus, with their originals, corrections and reviews. For
30 days "telaah undo" takes them back. The log keeps that they were there, with name
and reason.`},
	"remove.example": {"telaah remove 1a2b3c4d5e6f --by Siti --why \"salah unggah\"", "telaah remove 1a2b3c4d5e6f --by Siti --why \"uploaded by mistake\""},

	"undo.use":   {"[NOMOR]", "[NUMBER]"},
	"undo.short": {"Membatalkan koreksi, pemeriksaan, atau penghapusan", "Take back a correction, review or removal"},
	"undo.long": {`Membatalkan peristiwa dengan nomor dari "telaah corpus log", atau yang terakhir
dilakukan orang. Pembatalan pun dicatat; tidak ada yang terhapus dari catatan.`,
		`Takes back the event with a number from "telaah corpus log", or the last one that a
person made. That is logged, too; nothing is ever erased from the log.`},
	"undo.example": {"telaah undo\ntelaah undo 12 --by Siti --why \"ternyata benar\"", "telaah undo\ntelaah undo 12 --by Siti --why \"it was right\""},

	"corpus.use":         {"", ""},
	"corpus.short":       {"Memeriksa korpus dan catatannya", "Check the corpus and see its log"},
	"corpus.long":        {"Memeriksa apakah semua berkas korpus utuh, dan menampilkan catatan perubahannya.", "Checks that every file of the corpus is intact, and shows the log of its changes."},
	"corpus.example":     {"telaah corpus check\ntelaah corpus log", "telaah corpus check\ntelaah corpus log"},
	"corpus.check.use":   {"", ""},
	"corpus.check.short": {"Memeriksa setiap berkas korpus", "Check every file of the corpus"},
	"corpus.check.long": {`Membaca setiap berkas asli, rekaman, koreksi, baris catatan, dan berkas indeks, lalu
menyebut yang rusak, hilang, atau bukan yang dicatat. Dengan --repair, yang dapat
dibuat ulang dibuat ulang, dan selebihnya dipindahkan ke folder quarantine.

Status keluar: 0 utuh; 2 ada kerusakan.`,
		`Reads every original, record, correction, line of the log and file of the index, and
names what is damaged, missing, or not what the log says. With --repair, what can be
made anew is, and the rest is moved to the folder quarantine.

Exit status: 0 intact; 2 damage.`},
	"corpus.check.example": {"telaah corpus check\ntelaah corpus check --repair", "telaah corpus check\ntelaah corpus check --repair"},
	"corpus.log.use":       {"[ID]", "[ID]"},
	"corpus.log.short":     {"Menampilkan catatan perubahan korpus", "Show the log of the corpus"},
	"corpus.log.long":      {"Menampilkan semua peristiwa dalam korpus, atau yang mengenai satu dokumen: nomor,\nwaktu (UTC), perbuatan, pelaku, dan alasannya.", "Shows every event of the corpus, or those of one document: number, time (UTC), what\nwas done, by whom, and why."},
	"corpus.log.example":   {"telaah corpus log\ntelaah corpus log 1a2b3c4d5e6f", "telaah corpus log\ntelaah corpus log 1a2b3c4d5e6f"},

	"corpus.backup.use":      {"FOLDER", "FOLDER"},
	"corpus.backup.short":    {"Membuat cadangan korpus, juga selagi dilayani", "Back the corpus up, also while it is served"},
	"corpus.backup.long":     {"Menyalin korpus ke folder kosong, atau memperbarui cadangan yang sudah ada di sana, lalu\nmemeriksa setiap berkas cadangannya. Korpus boleh dilayani dan ditulis selama itu. Indeks\npencarian tidak disalin: ia dibangun ulang.", "Copies the corpus into an empty folder, or brings an earlier backup there up to date, and\nthen checks every file of the backup. The corpus may be served and written to meanwhile.\nThe search index is left out: it is built anew."},
	"corpus.backup.example":  {"telaah --corpus /srv/telaah corpus backup /cadangan/telaah", "telaah --corpus /srv/telaah corpus backup /backup/telaah"},
	"corpus.restore.use":     {"FOLDER", "FOLDER"},
	"corpus.restore.short":   {"Memulihkan korpus dari cadangan", "Restore the corpus from a backup"},
	"corpus.restore.long":    {"Menyalin cadangan ke folder korpus, yang belum ada atau kosong, lalu memeriksa setiap\nberkasnya.", "Copies a backup into the folder of the corpus, which is missing or empty, and then checks\nevery file."},
	"corpus.restore.example": {"telaah --corpus /srv/telaah corpus restore /cadangan/telaah", "telaah --corpus /srv/telaah corpus restore /backup/telaah"},

	"mcp.use":   {"", ""},
	"mcp.short": {"Melayani asisten lewat Model Context Protocol", "Serve assistants by the Model Context Protocol"},
	"mcp.long": {`Melayani tiga alat baca lewat masukan dan keluaran baku: search, document, compare.
Isi dokumen diberikan sebagai kutipan; tidak ada alat yang mengubah korpus.`,
		`Serves three tools that read, by standard input and output: search, document, compare.
Text of documents is given as a quotation; no tool changes the corpus.`},
	"mcp.example": {"telaah --corpus /srv/telaah mcp", "telaah --corpus /srv/telaah mcp"},

	"serve.use":   {"", ""},
	"serve.short": {"Membuka halaman di peramban", "Open the page in the browser"},
	"serve.long": {`Melayani halaman untuk memeriksa rancangan, membaca dokumen di samping halamannya,
membandingkan, dan mencari, lalu membukanya di peramban. Baris pertama keluaran adalah
alamatnya; Ctrl+C menghentikannya. Program tanpa argumen berbuat sama.

Tanpa --auth hanya komputer ini yang dapat membukanya. Alamat lain memerlukan --auth
dan salah satu dari --tls-cert dengan --tls-key, atau --behind-proxy dengan --host.`,
		`Serves the page on which drafts are checked, documents are read beside their pages,
compared and searched, and opens it in the browser. The first line of the output is its
address; Ctrl+C stops it. The program without arguments does the same.

Without --auth only this computer can open it. Other addresses need --auth and one of
--tls-cert with --tls-key, or --behind-proxy with --host.`},
	"serve.example":     {"telaah serve --listen 127.0.0.1:8418 --no-open", "telaah serve --listen 127.0.0.1:8418 --no-open"},
	"flag.listen":       {"`ALAMAT` di komputer ini dan port", "`ADDRESS` on this computer and port"},
	"flag.watch":        {"`FOLDER` yang dipantau: berkas baru di dalamnya masuk ke korpus", "`FOLDER` to watch: new files in it go into the corpus"},
	"flag.auth":         {"`BERKAS` akun, dari telaah account; siapa pun harus masuk", "`FILE` of accounts, by telaah account; everybody has to log in"},
	"flag.tls-cert":     {"`BERKAS` sertifikat TLS (PEM, dengan rantainya)", "`FILE` with the TLS certificate (PEM, with its chain)"},
	"flag.tls-key":      {"`BERKAS` kunci sertifikat itu (PEM)", "`FILE` with the key of that certificate (PEM)"},
	"flag.behind-proxy": {"TLS berakhir di proksi di depan server ini, yang menyebut asal permintaan dalam X-Forwarded-For", "TLS ends at a proxy in front of this server, which tells where requests come from in X-Forwarded-For"},
	"flag.host":         {"`NAMA` yang dipakai pembaca untuk membuka server, boleh beberapa kali", "`NAME` by which readers open the server, may be given several times"},
	"flag.role":         {"peran akun", "role of the account"},
	"flag.account-name": {"`NAMA` yang dicatat pada setiap perubahan (bawaan: nama akun)", "`NAME` that is kept with every change (default: the login)"},
	"flag.no-open":      {"jangan membuka peramban", "do not open the browser"},

	"account.use":   {"", ""},
	"account.short": {"Mengatur akun server", "Keep the accounts of a server"},
	"account.long": {`Mengatur berkas akun untuk telaah serve --auth: orang dengan kata sandi, program
dengan token. Peran baca membaca, mencari, dan memeriksa rancangan; peran ubah juga
mengubah korpus. Server membaca berkas itu lagi setiap kali berubah.`,
		`Keeps the file of accounts for telaah serve --auth: people with passwords, programs
with tokens. The role baca reads, searches and checks drafts; the role ubah changes the
corpus, too. A server reads the file again whenever it changes.`},
	"account.example":        {"telaah account add akun.txt siti --role ubah --name \"Siti Aminah\"\ntelaah account list akun.txt", "telaah account add accounts.txt siti --role ubah --name \"Siti Aminah\"\ntelaah account list accounts.txt"},
	"account.add.use":        {"BERKAS AKUN", "FILE LOGIN"},
	"account.add.short":      {"Menambah orang, atau mengganti kata sandinya", "Add a person, or change the password"},
	"account.add.long":       {"Menambah orang ke berkas akun, atau mengganti kata sandi, peran, dan namanya. Kata sandi\nditanyakan, atau dibaca dari baris pertama masukan.", "Adds a person to the file of accounts, or changes password, role and name. The password\nis asked for, or read from the first line of the input."},
	"account.add.example":    {"telaah account add akun.txt siti --role ubah --name \"Siti Aminah\"", "telaah account add accounts.txt siti --role ubah --name \"Siti Aminah\""},
	"account.token.use":      {"BERKAS AKUN", "FILE LOGIN"},
	"account.token.short":    {"Membuat token untuk program", "Make a token for a program"},
	"account.token.long":     {"Membuat token untuk program yang membaca /api/v1, umpan Atom, atau kalender. Token hanya\nditampilkan sekali.", "Makes a token for a program that reads /api/v1, an Atom feed or a calendar. A token is\nshown once."},
	"account.token.example":  {"telaah account token akun.txt dasbor --name \"Dasbor provinsi\"", "telaah account token accounts.txt dashboard --name \"Dashboard\""},
	"account.remove.use":     {"BERKAS AKUN", "FILE LOGIN"},
	"account.remove.short":   {"Menghapus akun", "Remove an account"},
	"account.remove.long":    {"Menghapus akun; sesi dan tokennya berakhir seketika.", "Removes an account; its sessions and its token end at once."},
	"account.remove.example": {"telaah account remove akun.txt siti", "telaah account remove accounts.txt siti"},
	"account.list.use":       {"BERKAS", "FILE"},
	"account.list.short":     {"Menampilkan akun", "Show the accounts"},
	"account.list.long":      {"Menampilkan akun dengan perannya.", "Shows the accounts with their roles."},
	"account.list.example":   {"telaah account list akun.txt", "telaah account list accounts.txt"},

	"verify.use":   {"LAPORAN [BERKAS|FOLDER]...", "REPORT [FILE|FOLDER]..."},
	"verify.short": {"Membuat ulang laporan dan menyebut yang berubah", "Make a report again and name what changed"},
	"verify.long": {`Membaca manifes di dalam laporan (json, markdown, html, sarif, junit, xlsx, docx dari
compare, check, dan matrix), membaca ulang setiap dokumennya dari korpus atau dari
berkasnya, dan membuat laporan itu lagi. Yang tidak sama disebut: program, leksikon,
acuan, berkas, nilai, temuan, atau isi laporan itu sendiri.

Status keluar: 0 sama; 2 ada yang berubah; 3 ada yang tidak dapat diperiksa.`,
		`Reads the manifest in a report (json, markdown, html, sarif, junit, xlsx, docx of
compare, check and matrix), reads each of its documents again from the corpus or its
file, and makes the report again. What is not the same is named: program, lexicon,
baseline, file, value, finding, or the report itself.

Exit status: 0 the same; 2 something changed; 3 something could not be looked at.`},
	"verify.example": {"telaah verify laporan.html\ntelaah verify laporan.docx edaran.pdf", "telaah verify report.html\ntelaah verify report.docx edaran.pdf"},

	"version.use":     {"", ""},
	"version.short":   {"Menampilkan versi", "Show the version"},
	"version.long":    {"Menampilkan versi program dan format datanya.", "Shows the version of the program and of its formats."},
	"version.example": {"telaah version", "telaah version"},
}
