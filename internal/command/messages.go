package command

import (
	"fmt"
	"strings"

	"github.com/telaah/telaah/internal/say"
)

// language is the language of what the program says.
type language = say.Lang

const (
	indonesian = say.Indonesian
	english    = say.English
)

// languageOf finds --lang in a command line; it is needed before the flags of
// a command exist, for their own help.
func languageOf(args []string) language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && value == string(english) {
			return english
		}
	}
	return indonesian
}

// phrase is a message in both languages. Both take the same arguments in the
// same order.
type phrase struct{ id, en string }

// in returns the message in a language.
func (p phrase) in(l language) string {
	if l == english {
		return p.en
	}
	return p.id
}

// t returns the message of a key in the user's language.
func (a *app) t(key string, args ...any) string {
	p, ok := messages[key]
	if !ok {
		p, ok = helpTexts[key]
	}
	if !ok {
		return key
	}
	if len(args) == 0 {
		return p.in(a.lang)
	}
	return fmt.Sprintf(p.in(a.lang), args...)
}

// word returns the user's word for a value of the domain, such as a kind of
// clause, or the value itself where there is none.
func (a *app) word(class string, value any) string {
	if p, ok := messages[class+"."+fmt.Sprint(value)]; ok {
		return p.in(a.lang)
	}
	return a.lang.Word(class, value)
}

// messages are what the program says, but for its help.
var messages = map[string]phrase{
	"hint": {"saran", "hint"},

	"usage.hint":            {"lihat: %s --help", "see: %s --help"},
	"usage.did-you-mean":    {"mungkin maksudnya: %s", "did you mean: %s"},
	"usage.unknown-command": {"perintah tidak dikenal: %s", "unknown command: %s"},
	"usage.unknown-flag":    {"opsi tidak dikenal: %s", "unknown option: %s"},
	"usage.flag-value":      {"opsi %s memerlukan nilai", "option %s needs a value"},
	"usage.flag-bad":        {"nilai opsi %s tidak sah: %s", "invalid value of option %s: %s"},
	"usage.choice":          {"nilai opsi %s tidak sah: %s (pilihan: %s)", "invalid value of option %s: %s (choose from: %s)"},
	"usage.files":           {"berkas belum disebut", "no file is named"},
	"usage.account":         {"sebutkan berkas akun dan nama akunnya", "name the file of accounts and the login"},
	"usage.account-file":    {"sebutkan satu berkas akun", "name one file of accounts"},
	"usage.one-id":          {"sebutkan satu ID dokumen", "name the id of one document"},
	"usage.one-act":         {"sebutkan satu edaran", "name one circular"},
	"usage.ids":             {"ID dokumen belum disebut", "no document id is named"},
	"usage.no-args":         {"perintah ini tidak menerima argumen", "this command takes no arguments"},
	"usage.correct":         {"sebutkan satu ID dan sedikitnya satu BIDANG=NILAI", "name one id and at least one FIELD=VALUE"},
	"usage.assignment":      {"bukan BIDANG=NILAI: %s", "not FIELD=VALUE: %s"},
	"usage.by-why":          {"koreksi memerlukan --by NAMA dan --why ALASAN", "a correction needs --by NAME and --why REASON"},
	"usage.by-why-remove":   {"penghapusan memerlukan --by NAMA dan --why ALASAN", "a removal needs --by NAME and --why REASON"},
	"usage.event":           {"bukan nomor peristiwa: %s", "not the number of an event: %s"},
	"usage.event-one":       {"sebutkan paling banyak satu nomor peristiwa", "name at most one number of an event"},
	"usage.one-baseline":    {"sebutkan satu ID acuan atau berkas YAML", "name one id of a baseline or a YAML file"},
	"usage.two-versions":    {"sebutkan dua versi naskah: yang lama, lalu yang baru", "name two versions of a draft: the old one, then the new one"},
	"changes.none":          {"tidak ada perubahan sejak hari itu", "nothing has changed since that day"},
	"letters.done":          {"%d surat ditulis ke %s", "%d letters written to %s"},
	"usage.query":           {"kata yang dicari belum disebut", "nothing to search for"},
	"usage.retry":           {"--retry-ocr membaca ulang isi korpus dan tidak menerima berkas", "--retry-ocr reads the corpus again and takes no files"},

	"usage.packed":      {"format %s bukan teks dan tidak dapat ditampilkan di layar", "format %s is no text and cannot be shown here"},
	"usage.packed.hint": {"tulis ke berkas: %s --format %s --output BERKAS", "write it to a file: %s --format %s --output FILE"},

	"usage.marked":        {"--marked memerlukan tepat satu naskah", "--marked needs exactly one draft"},
	"check.no-word":       {"%s bukan naskah Word (.docx) yang baru dibaca; tidak ada yang ditandai", "%s is not the Word document (.docx) that was read; nothing was marked"},
	"check.no-word.hint":  {"simpan naskah sebagai .docx, lalu ulangi", "save the draft as .docx and try again"},
	"check.unmarked":      {"%s: naskah Word ini tidak dapat ditandai", "%s: this Word document cannot be marked"},
	"check.unmarked.hint": {"simpan ulang sebagai .docx dengan Word atau LibreOffice, lalu ulangi", "save it again as .docx with Word or LibreOffice, then repeat"},

	"usage.over":            {"%s adalah berkas yang dibaca; keluaran tidak ditulis di atasnya", "%s is a file that is read; no output is written over it"},
	"usage.over.hint":       {"pilih nama lain untuk --output atau --marked", "choose another name for --output or --marked"},
	"error.known":           {"%s bukan laporan JSON dari perintah ini", "%s is no JSON report of this command"},
	"error.known.hint":      {"simpan lebih dahulu dengan: telaah check --format json --output laporan.json BERKAS", "save one first with: telaah check --format json --output report.json FILE"},
	"suppress.invalid.hint": {"setiap pengecualian menyebut code, issuer atau path, reason, dan expires (TTTT-BB-HH)", "each suppression names a code, an issuer or path, a reason, and expires (YYYY-MM-DD)"},
	"suppress.no-day":       {"%s: masa berlaku pengecualian tidak diperiksa", "%s: whether suppressions have expired was not checked"},
	"suppress.no-day.hint":  {"sebutkan hari ini dengan --today TTTT-BB-HH", "name the day with --today YYYY-MM-DD"},
	"suppress.expired":      {"%s: pengecualian %s berakhir pada %s", "%s: suppression %s ended on %s"},
	"suppress.expired.hint": {"hapus, atau perpanjang dengan alasan yang masih berlaku", "delete it, or extend it for a reason that still holds"},
	"suppress.unused":       {"%s: pengecualian %s tidak terpakai", "%s: suppression %s is not used"},
	"suppress.unused.hint":  {"hapus bila temuannya sudah tidak ada", "delete it where its finding is gone"},

	"error.ambiguous":          {"ID %s berlaku untuk %d dokumen", "id %s means %d documents"},
	"error.ambiguous.hint":     {"tulis lebih panjang: %s", "write more of it: %s"},
	"error.damage":             {"berkas korpus %s rusak: %v", "corpus file %s is damaged: %v"},
	"error.damage.hint":        {"perbaiki dengan: telaah corpus check --repair", "mend it with: telaah corpus check --repair"},
	"error.undo":               {"peristiwa #%d tidak dapat dibatalkan", "event #%d cannot be undone"},
	"error.undo.hint":          {"yang dapat dibatalkan: koreksi, pemeriksaan, dan penghapusan dalam 30 hari; lihat telaah corpus log", "what can be: corrections, reviews, and removals within 30 days; see telaah corpus log"},
	"error.no-space":           {"media penyimpanan penuh", "the disk is full"},
	"error.no-space.hint":      {"kosongkan ruang, lalu jalankan perintah yang sama lagi; yang sudah tersimpan tetap utuh", "free some space, then run the same command again; what was saved is intact"},
	"error.read-only":          {"folder hanya dapat dibaca", "the folder can only be read"},
	"error.read-only.hint":     {"pilih folder lain dengan --corpus", "choose another folder with --corpus"},
	"error.twin":               {"salinan berkas lain dalam arsip yang sama", "a copy of another file in the same archive"},
	"error.many-clauses":       {"dokumen memuat terlalu banyak butir", "the document has too many clauses"},
	"error.field":              {"bidang tidak dikenal: %s", "unknown field: %s"},
	"error.field.hint":         {"contoh bidang: nomor, tahun, judul, tanggal, penanda tangan, butir.2.persen; nomor butir terlihat pada telaah show ID", "fields are such as number, year, title, date_signed, signatory.name, clauses.2.percent; telaah show ID numbers the clauses"},
	"error.field-subject":      {"bidang edaran: %s; bidang butir ditulis butir.NOMOR.NAMA, nomornya terlihat pada telaah show ID", "fields of the circular: %s; those of a clause are butir.NUMBER.NAME, as telaah show ID numbers them"},
	"error.field-range":        {"dokumen ini mempunyai butir 1 sampai %d; lihat telaah show ID", "this document has clauses 1 to %d; see telaah show ID"},
	"error.field-clause":       {"butir %d adalah %s, bidangnya: %s", "clause %d is of kind %s with the fields: %s"},
	"error.field-at":           {"butir", "clause"},
	"error.field-fixed":        {"bidang %s tidak dapat dikoreksi", "field %s cannot be corrected"},
	"error.field-fixed.hint":   {"yang tercetak dan letaknya tidak pernah diubah; koreksi nilainya saja", "what is printed, and where, is never changed; correct its value only"},
	"error.field-value":        {"nilai untuk %s tidak sah: %v", "invalid value for %s: %v"},
	"error.field-value.hint":   {"tanggal ditulis 15 April 2024 atau 2024-04-15, persentase 0 sampai 100, daftar dipisah titik koma", "dates are 15 April 2024 or 2024-04-15, percentages 0 to 100, lists are parted by semicolons"},
	"error.no-corpus":          {"belum ada korpus di %s", "there is no corpus in %s"},
	"error.no-corpus.hint":     {"buat dengan: telaah ingest BERKAS..., atau tunjuk folder lain dengan --corpus", "make one with: telaah ingest FILE..., or name another folder with --corpus"},
	"error.foreign":            {"folder %s berisi hal lain, bukan korpus", "folder %s holds something else, not a corpus"},
	"error.foreign.hint":       {"pilih folder kosong atau folder korpus dengan --corpus", "choose an empty folder or a corpus with --corpus"},
	"error.busy":               {"korpus %s sedang ditulis proses lain (%s)", "corpus %s is being written by another process (%s)"},
	"error.busy.nobody":        {"tidak diketahui", "unknown"},
	"error.busy.hint":          {"tunggu proses itu selesai, lalu ulangi", "wait until that process is done, then try again"},
	"error.index-busy":         {"indeks korpus %s sedang dipakai proses lain", "the index of corpus %s is in use by another process"},
	"error.not-found":          {"dokumen tidak ada dalam korpus", "no such document in the corpus"},
	"error.not-found.hint":     {"lihat ID yang ada dengan: telaah list", "see the ids with: telaah list"},
	"error.too-large":          {"berkas lebih besar dari %d MB", "the file is larger than %d MB"},
	"error.too-large.hint":     {"pecah berkas menjadi bagian yang lebih kecil", "split the file into smaller parts"},
	"error.baseline":           {"acuan tidak dikenal: %s", "unknown baseline: %s"},
	"error.no-rules":           {"naskah ini tidak memuat ketentuan yang dapat dijadikan acuan", "this text has no rules that could make a baseline"},
	"error.no-rules.hint":      {"periksa apa yang terbaca dengan: telaah explain BERKAS", "see what was read with: telaah explain FILE"},
	"error.baseline.hint":      {"lihat acuan yang ada dengan: telaah baseline list, atau sebutkan berkas acuan", "see the baselines with: telaah baseline list, or name the file of one"},
	"error.matrix":             {"%s bukan matriks dari perintah ini", "%s is no matrix of this command"},
	"error.matrix.hint":        {"simpan lebih dahulu dengan: telaah matrix --format json > matriks.json", "save one first with: telaah matrix --format json > matrix.json"},
	"error.province":           {"provinsi tidak dikenal: %s", "unknown province: %s"},
	"error.province.hint":      {"tulis nama atau kodenya, misalnya Banten atau 36", "write its name or code, such as Banten or 36"},
	"read.skipped":             {"%d berkas dilewati karena bukan naskah: %s", "%d files were passed over, they are no documents: %s"},
	"read.more":                {"dan %d lainnya", "and %d more"},
	"read.nothing":             {"%s: tidak ada berkas yang diperiksa", "%s: no file was checked"},
	"read.nothing.hint":        {"sebutkan berkas PDF, DOCX, ODT, XLSX, HTML, gambar, teks, surel, atau arsip yang memuatnya", "name a PDF, DOCX, ODT, XLSX, HTML, picture, text or mail, or an archive that holds one"},
	"error.link":               {"tautan ke berkas lain; tidak diikuti", "a link to another file; not followed"},
	"error.link.hint":          {"sebut langsung berkas yang ditautkan", "name the file that it points at"},
	"error.data":               {"teks biasa, tetapi bukan surat menurut namanya", "plain text, but no letter by its name"},
	"error.data.hint":          {"bila memang surat edaran, sebut berkasnya langsung", "if it is a circular, name the file itself"},
	"error.stopped":            {"dihentikan", "stopped"},
	"error.stopped.hint":       {"yang sudah tersimpan tetap utuh; jalankan lagi untuk melanjutkan", "what was saved is intact; run again to go on"},
	"error.no-file":            {"berkas tidak ditemukan", "file not found"},
	"error.no-file.hint":       {"periksa nama dan foldernya", "check its name and folder"},
	"error.no-permission":      {"tidak ada izin untuk membaca atau menulis", "no permission to read or write"},
	"error.no-permission.hint": {"periksa izin berkas atau pilih folder lain", "check its permissions or choose another folder"},

	"status.read":    {"dibaca", "read"},
	"status.saved":   {"disimpan", "saved"},
	"status.renewed": {"dibaca ulang", "read again"},
	"status.known":   {"sudah ada", "known"},
	"status.skipped": {"dilewati", "skipped"},
	"status.failed":  {"gagal", "failed"},

	"ingest.samples":     {"tanpa berkas: contoh bawaan dimasukkan ke korpus %s", "no files named: the sample documents go into corpus %s"},
	"ingest.summary":     {"%d dokumen: %s.", "%d documents: %s."},
	"ingest.none":        {"0 dokumen: tidak ada yang dibaca.", "0 documents: nothing was read."},
	"ingest.corpus":      {"Korpus: %s", "Corpus: %s"},
	"ingest.next":        {"lihat: telaah list; cari: telaah search KATA; bandingkan: telaah compare; di peramban: telaah serve", "see: telaah list; search: telaah search WORDS; compare: telaah compare; in the browser: telaah serve"},
	"ingest.no-ocr":      {"ada pindaian yang belum terbaca karena program tesseract tidak ditemukan", "there are scans that could not be read because the program tesseract was not found"},
	"ingest.no-ocr.hint": {"pasang (Debian/Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind; macOS: brew install tesseract tesseract-lang; Windows: salin folder Tesseract-OCR ke sebelah program ini), lalu: telaah ingest --retry-ocr", "install it (Debian/Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind; macOS: brew install tesseract tesseract-lang; Windows: copy the folder Tesseract-OCR beside this program), then: telaah ingest --retry-ocr"},
	"ingest.stopped":     {"%d dokumen di atas tersimpan utuh; yang lain belum; jalankan perintah yang sama lagi untuk melanjutkan", "the %d documents above are saved intact, the rest is not; run the same command again to go on"},
	"ingest.unread":      {"%d halaman belum terbaca", "%d pages unread"},
	"table.id":           {"ID", "ID"},
	"table.circular":     {"Surat edaran", "Circular"},
	"table.region":       {"Wilayah", "Region"},
	"table.signed":       {"Ditetapkan", "Signed"},
	"table.deadline":     {"Tenggat", "Deadline"},
	"list.disputed":      {"%d hal berbeda antarsumber: telaah compare", "sources differ on %d things: telaah compare"},
	"table.grade":        {"Sumber", "Source"},
	"table.file":         {"Berkas", "File"},
	"table.quotas":       {"Kuota", "Quotas"},
	"table.no":           {"No.", "No."},
	"table.issuer":       {"Penerbit", "Issuer"},
	"table.number":       {"Nomor", "Number"},
	"table.year":         {"Tahun", "Year"},
	"table.kind":         {"Jenis", "Kind"},
	"table.text":         {"Bunyi", "Text"},
	"table.page":         {"Halaman", "Page"},
	"table.code":         {"Kode", "Code"},
	"table.circulars":    {"Edaran", "Circulars"},
	"table.hits":         {"Temuan", "Hits"},
	"table.counts":       {"Jumlah", "Counts"},
	"table.also":         {"Juga di", "Also in"},
	"table.all":          {"semua", "all"},
	"table.note":         {"Keterangan", "Remark"},
	"list.empty":         {"korpus %s masih kosong", "corpus %s is empty"},
	"meter.files":        {"%d/%d berkas", "%d/%d files"},
	"meter.pages":        {"%d halaman", "%d pages"},
	"meter.ocr":          {"OCR %d/%d", "OCR %d/%d"},
	"meter.rate":         {"%.1f halaman/detik", "%.1f pages/s"},
	"meter.left":         {"sisa %v", "%v left"},

	"list.empty.hint":        {"isi dengan: telaah ingest BERKAS...", "fill it with: telaah ingest FILE..."},
	"remove.done":            {"%s dikeluarkan dari korpus: %s", "%s removed from the corpus: %s"},
	"remove.undo":            {"dapat dikembalikan dalam 30 hari dengan: telaah undo", "it can be taken back within 30 days with: telaah undo"},
	"undo.done":              {"Dibatalkan: %s", "Undone: %s"},
	"undo.nothing":           {"Tidak ada yang dapat dibatalkan.", "There is nothing to undo."},
	"check.good":             {"%d dokumen dan %d peristiwa log diperiksa: tidak ada kerusakan.", "%d documents and %d events of the log checked: no damage."},
	"check.bad":              {"%d dokumen diperiksa: %d kerusakan", "%d documents checked: damage in %d places"},
	"check.behind":           {"indeks pencarian belum memuat semua perubahan; pencarian berikutnya membangunnya", "the search index lacks changes; the next search builds it"},
	"check.leftover":         {"%s: tidak dipakai dokumen mana pun", "%s: no document needs it"},
	"check.index":            {"isinya bukan yang ditulis", "it is not what was written"},
	"verify.none":            {"%s bukan laporan yang memuat manifes", "%s is no report with a manifest"},
	"verify.none.hint":       {"buat laporan dengan compare, check, atau matrix dalam bentuk json, markdown, html, sarif, junit, xlsx, atau docx", "make the report with compare, check or matrix as json, markdown, html, sarif, junit, xlsx or docx"},
	"verify.same":            {"%s: sama, byte demi byte, dengan yang dibuat ulang dari %d dokumen (%d nilai).", "%s: the same, byte for byte, as made again from %d documents (%d values)."},
	"verify.changed":         {"%s: %d hal tidak sama dengan yang dibuat ulang", "%s: %d things are not as they come out now"},
	"verify.changed.hint":    {"buat laporan itu lagi, atau periksa siapa yang mengubahnya", "make the report again, or find out who changed it"},
	"verify.unsure":          {"%s: tidak semua dapat diperiksa", "%s: not all could be looked at"},
	"verify.unsure.hint":     {"sebut berkas sumbernya: telaah verify LAPORAN BERKAS...", "name the files it was made of: telaah verify REPORT FILE..."},
	"verify.open":            {"tidak diperiksa: %s", "not looked at: %s"},
	"verify.before":          {"laporan ini menunjukkan perubahan sejak laporan terdahulu, yang tidak termuat di dalamnya", "this report shows changes since an earlier one, which it does not hold"},
	"verify.other":           {"tidak sama", "not the same"},
	"verify.new":             {"baru: %s", "new: %s"},
	"verify.gone":            {"tidak ada lagi; dahulu %s", "not there any more; it was %s"},
	"verify.was":             {"dahulu %s; kini %s", "it was %s; it is %s"},
	"usage.report":           {"sebutkan laporannya", "name the report"},
	"changed.program":        {"versi program", "version of the program"},
	"changed.lexicon":        {"leksikon", "lexicon"},
	"changed.baseline":       {"acuan", "baseline"},
	"changed.source":         {"berkas", "file"},
	"changed.value":          {"nilai", "value"},
	"changed.finding":        {"temuan", "finding"},
	"changed.report":         {"isi laporan", "the report itself"},
	"index.left":             {"tidak masuk indeks", "not in the index"},
	"mended.rebuilt":         {"dibuat ulang", "made anew"},
	"mended.noted":           {"baris yang rusak dicatat; isinya hilang", "damaged lines noted; what they said is lost"},
	"mended.quarantined":     {"dipindahkan ke quarantine; isinya tidak dapat dipulihkan dari korpus", "moved to quarantine; nothing in the corpus tells what it held"},
	"mended.missing":         {"hilang; masukkan lagi berkas aslinya dengan: telaah ingest BERKAS", "missing; put its original in again with: telaah ingest FILE"},
	"action.save":            {"disimpan", "saved"},
	"action.search":          {"pencarian", "search"},
	"action.renew":           {"dibaca ulang", "read again"},
	"action.correct":         {"dikoreksi", "corrected"},
	"action.review":          {"diperiksa", "reviewed"},
	"action.remove":          {"dikeluarkan", "removed"},
	"action.undo":            {"dibatalkan", "undone"},
	"action.purge":           {"dihapus", "deleted"},
	"action.repair":          {"diperbaiki", "repaired"},
	"review.open":            {"belum ditelaah", "open"},
	"review.done":            {"sudah ditelaah", "reviewed"},
	"review.approved":        {"disetujui", "approved"},
	"correct.done":           {"%s: %s dikoreksi dari %q menjadi %q", "%s: %s corrected from %q to %q"},
	"correct.made":           {"koreksi", "corrections"},
	"correct.line":           {"%s: %q menjadi %q, oleh %s: %s", "%s: %q to %q, by %s: %s"},
	"search.none":            {"Belum ditemukan dalam korpus: %s", "Not found in the corpus: %s"},
	"search.relaxed":         {"Tidak ada yang memuat semua kata; yang berikut memuat sebagian.", "Nothing has all the words; these have some."},
	"search.unknown":         {"ada kata yang tidak terdapat dalam korpus", "the corpus does not have every word"},
	"search.unknown-filter":  {"%s tidak dikenal: %s", "unknown %s: %s"},
	"filter.region":          {"wilayah", "region"},
	"filter.issuer":          {"penerbit", "issuer"},
	"filter.group":           {"kelompok", "group"},
	"search.suggestion":      {"mungkin maksud Anda: %s", "you may have meant: %s"},
	"search.also":            {"juga di %s", "also in %s"},
	"search.part":            {"buku kerja memuat %d dari %d temuan", "the workbook has %d of %d hits"},
	"search.part.hint":       {"persempit pencarian, atau ambil lanjutannya dengan --offset %d", "narrow the search, or get the rest with --offset %d"},
	"facets.approximate":     {"Jumlah edaran yang besar adalah taksiran.", "Large numbers of circulars are estimates."},
	"facets.total":           {"Jumlah edaran: %d", "Circulars: %d"},
	"facets.count":           {"%d edaran, %d temuan", "%d circulars, %d hits"},
	"facets.first":           {"(%d dari %d)", "(%d of %d)"},
	"facets.regions":         {"Menurut wilayah", "By region"},
	"facets.kinds":           {"Menurut jenis", "By kind"},
	"facets.years":           {"Menurut tahun", "By year"},
	"search.total":           {"%d temuan; ditampilkan %d sampai %d.", "%d hits; showing %d to %d."},
	"index.rebuilding":       {"indeks pencarian dibangun dari rekaman dalam korpus", "the search index is being built from the records of the corpus"},
	"index.done":             {"%d dokumen", "%d documents"},
	"index.pushed":           {"Indeks %s dipakai.", "The index %s is in use."},
	"index.filled":           {"Indeks %s siap, belum dipakai.", "The index %s is ready, not in use yet."},
	"index.checked":          {"%d dokumen korpus; %d butir di indeks.", "%d documents of the corpus; %d entries in the index."},
	"index.differs":          {"Dokumen: %d belum ada, %d berbeda, %d berlebih, %d tertulis separuh.", "Documents: %d missing, %d different, %d too many, %d half written."},
	"index.mended":           {"Sudah diperbaiki.", "Mended."},
	"index.behind":           {"indeks di mesin pencari tidak sama dengan korpus", "the index in the search engine is not as the corpus"},
	"index.behind.hint":      {"perbaiki dengan: telaah index check --mend", "mend it with: telaah index check --mend"},
	"index.no-engine":        {"perintah ini memerlukan OpenSearch", "this command needs OpenSearch"},
	"index.no-engine.hint":   {"sebut alamatnya: --engine https://mesin:9200, atau $TELAAH_ENGINE", "name its address: --engine https://machine:9200, or $TELAAH_ENGINE"},
	"index.rebuilt":          {"Indeks dibangun ulang dari %d dokumen.", "Index rebuilt from %d documents."},
	"compare.with":           {"dibandingkan dengan %s", "compared with %s"},
	"compare.other":          {"pokok atau masanya lain", "another subject or period"},
	"compare.none":           {"tidak ada temuan", "no findings"},
	"baseline.reconstructed": {"rekonstruksi, bukan kutipan", "reconstruction, no quotation"},
	"baseline.amended":       {"diubah oleh", "amended by"},
	"baseline.draft":         {"rancangan acuan %s dengan %d butir", "draft baseline %s with %d atoms"},
	"baseline.draft.hint":    {"simpan sebagai berkas .yaml, periksa setiap butirnya, lalu pakai dengan --baseline BERKAS.yaml", "save it as a .yaml file, check every atom, then use it with --baseline FILE.yaml"},
	"baseline.valid":         {"%s: sah; id %s, %d butir", "%s: valid; id %s, %d atoms"},
	"table.period":           {"Masa berlaku", "Period"},
	"table.atoms":            {"Butir", "Atoms"},
	"usage.one-folder":       {"sebutkan satu folder", "name one folder"},
	"backup.done":            {"cadangan di %s lengkap; %d berkas disalin", "the backup in %s is complete; %d files copied"},
	"restore.done":           {"korpus di %s pulih; %d berkas disalin", "the corpus in %s is restored; %d files copied"},
	"restore.there":          {"di %s sudah ada korpus", "there is a corpus in %s already"},
	"restore.there.hint":     {"pulihkan ke folder kosong: telaah --corpus FOLDER corpus restore CADANGAN", "restore into an empty folder: telaah --corpus FOLDER corpus restore BACKUP"},
	"serve.address":          {"alamat %s tidak dikenal", "address %s is not known"},
	"serve.address.hint":     {"pakai 127.0.0.1:PORT, atau alamat IP komputer ini dengan port", "use 127.0.0.1:PORT, or an IP address of this computer with a port"},
	"serve.loopback":         {"alamat %s bukan komputer ini sendiri", "address %s is not this computer itself"},
	"serve.loopback.hint":    {"pakai 127.0.0.1:PORT, atau beri --auth BERKAS agar setiap orang harus masuk", "use 127.0.0.1:PORT, or give --auth FILE so that everybody has to log in"},
	"serve.plain":            {"alamat %s tanpa TLS: kata sandi dapat dibaca di jaringan", "address %s without TLS: passwords could be read on the network"},
	"serve.plain.hint":       {"beri --tls-cert dan --tls-key, atau --behind-proxy bila TLS berakhir di proksi", "give --tls-cert and --tls-key, or --behind-proxy where TLS ends at a proxy"},
	"serve.pair":             {"--tls-cert dan --tls-key hanya berlaku bersama", "--tls-cert and --tls-key go together"},
	"serve.pair.hint":        {"beri keduanya", "give both"},
	"serve.host":             {"--behind-proxy memerlukan --host", "--behind-proxy needs --host"},
	"serve.host.hint":        {"sebut nama yang dipakai pembaca, misalnya --host telaah.biro.example", "name what readers open, such as --host telaah.office.example"},
	"serve.cert":             {"sertifikat %s tidak dapat dipakai: %v", "certificate %s cannot be used: %v"},
	"serve.cert.hint":        {"beri sertifikat dan kunci yang sepasang, dalam bentuk PEM", "give a certificate and its own key, as PEM"},
	"serve.watch":            {"folder %s tidak ada", "there is no folder %s"},
	"serve.watch.hint":       {"buat foldernya, atau periksa namanya", "make the folder, or check its name"},
	"account.added":          {"akun %s dengan peran %s tersimpan", "account %s with the role %s is kept"},
	"account.token":          {"simpan token ini sekarang; ia tidak ditampilkan lagi", "keep this token now; it is not shown again"},
	"account.removed":        {"akun %s dihapus", "account %s is removed"},
	"account.person":         {"orang", "person"},
	"account.program":        {"token", "token"},
	"account.word":           {"Kata sandi untuk %s: ", "Password for %s: "},
	"account.again":          {"Sekali lagi untuk %s: ", "Once more for %s: "},
	"account.line":           {"berkas akun %s, baris %d: %v", "file of accounts %s, line %d: %v"},
	"account.line.hint":      {"perbaiki baris itu, atau buat lagi dengan telaah account add", "mend that line, or make it again with telaah account add"},
	"account.too-short":      {"kata sandi harus %d karakter atau lebih, paling banyak %d byte", "a password has %d characters or more, and at most %d bytes"},
	"account.too-short.hint": {"pakai beberapa kata yang mudah diingat", "use several words that are easy to remember"},
	"account.login":          {"nama akun hanya huruf kecil, angka, titik, @, _ dan tanda hubung", "a login has small letters, digits, dots, @, _ and hyphens only"},
	"account.login.hint":     {"misalnya siti.aminah", "such as siti.aminah"},
	"account.name":           {"nama harus satu baris, 1 sampai 100 karakter", "a name has 1 to 100 characters on one line"},
	"account.name.hint":      {"misalnya --name \"Siti Aminah\"", "such as --name \"Siti Aminah\""},
	"account.nobody":         {"akun itu tidak ada dalam %s", "there is no such account in %s"},
	"account.nobody.hint":    {"lihat yang ada dengan: telaah account list %s", "see those there are with: telaah account list %s"},
	"account.differ":         {"kedua kata sandi berbeda", "the two passwords differ"},
	"account.differ.hint":    {"ulangi", "try again"},
	"account.file":           {"berkas akun %s: %v", "file of accounts %s: %v"},
	"account.file.hint":      {"buat dengan telaah account add BERKAS AKUN", "make it with telaah account add FILE LOGIN"},
	"serve.taken":            {"alamat %s sudah dipakai", "address %s is in use"},
	"serve.taken.hint":       {"pilih port lain, misalnya --listen 127.0.0.1:8418", "choose another port, such as --listen 127.0.0.1:8418"},
	"serve.ready":            {"buka alamat di atas dengan peramban; korpus: %s; berhenti dengan Ctrl+C", "open the address above in a browser; corpus: %s; Ctrl+C stops"},
	"version.line":           {"telaah %s (%s, %s/%s)", "telaah %s (%s, %s/%s)"},
	"version.formats":        {"format: %s, %s, %s", "formats: %s, %s, %s"},
	"version.unstable":       {"pengembangan", "development"},

	"record.title":      {"tentang", "about"},
	"record.source":     {"sumber", "source"},
	"record.signature":  {"tanda tangan", "signature"},
	"record.signed":     {"ditetapkan", "signed"},
	"record.signer":     {"oleh %s", "by %s"},
	"record.rules":      {"mengatur", "rules"},
	"record.other":      {"disebut, bukan ketentuannya", "told, not its rule"},
	"record.nothing":    {"tidak ditemukan ketentuan", "no rule found"},
	"record.warnings":   {"perlu diperiksa", "to be checked"},
	"record.coverage":   {"terpahami", "understood"},
	"record.coverage-v": {"%.0f%% dari teks pokok", "%.0f%% of the operative text"},
	"record.page":       {"hlm. %d", "p. %d"},
	"record.pages":      {"%d halaman", "%d pages"},

	"explain.unclaimed": {"TIDAK DIPAHAMI", "NOT UNDERSTOOD"},
	"explain.circular":  {"surat edaran", "circular"},
}
