package web

import (
	"fmt"

	"github.com/telaah/telaah/internal/say"
)

// phrase is a text of the pages in both languages. Both take the same
// arguments in the same order.
type phrase struct{ id, en string }

// text returns the words of a key in a language, or the key where it has none,
// which a test forbids.
func text(l say.Lang, key string, args ...any) string {
	p, ok := words[key]
	if !ok {
		return key
	}
	s := p.id
	if l == say.English {
		s = p.en
	}
	if len(args) > 0 {
		s = fmt.Sprintf(s, args...)
	}
	return s
}

// words are all words of the pages that no package below has.
var words = map[string]phrase{
	"app.skip":     {"Lewati ke isi", "Skip to the content"},
	"app.nav":      {"Halaman", "Pages"},
	"app.language": {"Bahasa", "Language"},
	"app.private":  {"Berkas tidak dikirim ke mana pun: semuanya dibaca di komputer ini.", "Files are not sent anywhere: all is read on this computer."},
	"app.advice":   {"Telaah memberi saran dari teks yang terbaca; keputusan tetap pada pejabat yang berwenang.", "Telaah advises from the text it could read; people rule."},

	"nav.home":      {"Periksa rancangan", "Check a draft"},
	"nav.documents": {"Dokumen", "Documents"},
	"nav.doubts":    {"Perlu dibaca orang", "For people to read"},
	"nav.compare":   {"Banding", "Compare"},
	"nav.matrix":    {"Matriks", "Matrix"},
	"nav.search":    {"Cari", "Search"},

	"home.title":     {"Periksa rancangan", "Check a draft"},
	"home.drop":      {"Letakkan rancangan di sini", "Drop drafts here"},
	"home.kinds":     {"Word, PDF, pindaian, foto, HTML, atau ZIP; boleh beberapa sekaligus, sampai 50 MB.", "Word, PDF, scan, photo, HTML or ZIP; several at once, up to 50 MB."},
	"home.check":     {"Periksa", "Check"},
	"home.paste":     {"Tempel teks", "Paste text"},
	"home.text":      {"Teks rancangan", "Text of the draft"},
	"home.pasted":    {"Teks yang ditempel", "Pasted text"},
	"home.nothing":   {"Memeriksa tidak menyimpan apa pun. Hasilnya tampil di sini, dan hilang saat program ditutup.", "Checking stores nothing. Results show here, and are gone when the program ends."},
	"home.queue":     {"Hasil pemeriksaan", "Results"},
	"home.empty":     {"Korpus masih kosong.", "The corpus is empty."},
	"home.samples":   {"Muat dokumen contoh", "Load the sample documents"},
	"home.samples.1": {"Contoh bawaan memperlihatkan Dokumen, Banding, Matriks, dan Cari.", "The samples show Documents, Compare, Matrix and Search."},

	"state.queued":  {"antre", "waiting"},
	"state.reading": {"dibaca", "being read"},
	"state.done":    {"selesai", "done"},
	"state.failed":  {"gagal", "failed"},
	"state.skipped": {"dilewati", "skipped"},
	"state.pages":   {"halaman %d dari %d", "page %d of %d"},
	"state.ocr":     {"OCR %d/%d", "OCR %d/%d"},
	"state.again":   {"Ulangi", "Try again"},

	"card.baseline":   {"Acuan", "Baseline"},
	"card.other":      {"Ganti acuan", "Change the baseline"},
	"card.auto":       {"pilih otomatis", "choose for me"},
	"card.use":        {"Pakai", "Use"},
	"card.clean":      {"Tidak ada yang perlu diperbaiki.", "Nothing needs correction."},
	"card.advice":     {"Saran", "Advice"},
	"card.see":        {"Lihat di naskah", "See it in the text"},
	"card.notes":      {"%d catatan", "%d notes"},
	"card.unjudged":   {"%d tidak dapat dinilai", "%d cannot be judged"},
	"card.marked":     {"Unduh Word bertanda", "Get the marked Word file"},
	"card.memo":       {"Unduh telaahan staf", "Get the memo"},
	"card.sheet":      {"Unduh XLSX", "Get XLSX"},
	"card.save":       {"Simpan ke korpus", "Save to the corpus"},
	"card.saved":      {"Tersimpan dalam korpus", "Saved in the corpus"},
	"card.drop":       {"Buang", "Discard"},
	"card.unread":     {"%d halaman belum terbaca; pindaian memerlukan tesseract.", "%d pages unread; scans need tesseract."},
	"card.rule":       {"Pusat", "Centre"},
	"card.own":        {"Naskah ini", "This text"},
	"card.reissued":   {"rekonstruksi, bukan kutipan", "reconstruction, no quotation"},
	"card.page":       {"hlm. %d", "p. %d"},
	"card.reasons":    {"Mengapa acuan ini", "Why this baseline"},
	"card.comparable": {"Tidak sebanding dengan acuan ini.", "Not comparable with this baseline."},

	"done.saved":   {"Tersimpan ke korpus.", "Saved to the corpus."},
	"done.dropped": {"Dibuang dari antrean.", "Discarded."},

	"fail.title":         {"Tidak berhasil", "That did not work"},
	"fail.home":          {"Kembali ke halaman utama", "Back to the first page"},
	"fail.missing":       {"Halaman ini tidak ada.", "There is no such page."},
	"fail.missing.hint":  {"Periksa alamatnya, atau mulai dari halaman utama.", "Check the address, or begin at the first page."},
	"fail.large":         {"Kiriman lebih besar dari %d MB.", "More than %d MB were sent."},
	"fail.large.hint":    {"Kirim lebih sedikit berkas sekaligus, atau pecah berkasnya.", "Send fewer files at once, or split the file."},
	"fail.form":          {"Kiriman tidak dapat dibaca.", "What was sent could not be read."},
	"fail.form.hint":     {"Ulangi dari halaman utama.", "Try again from the first page."},
	"fail.nothing":       {"Belum ada berkas atau teks yang dipilih.", "No file or text was chosen."},
	"fail.nothing.hint":  {"Pilih sedikitnya satu berkas yang tidak kosong, atau tempel teksnya.", "Choose at least one file that is not empty, or paste its text."},
	"fail.full":          {"Antrean penuh.", "The queue is full."},
	"fail.full.hint":     {"Tunggu sampai sebagian selesai dibaca, lalu ulangi.", "Wait until some are done, then try again."},
	"fail.draft":         {"Rancangan ini tidak ada lagi: ia hanya diingat selama program berjalan.", "This draft is gone: it is only remembered while the program runs."},
	"fail.draft.hint":    {"Letakkan berkasnya sekali lagi di halaman utama.", "Drop the file once more on the first page."},
	"fail.report":        {"Laporan tidak dapat dibuat.", "The report could not be made."},
	"fail.report.hint":   {"Ulangi; bila tetap gagal, laporkan berkasnya.", "Try again; if it still fails, report the file."},
	"fail.word":          {"Naskah Word ini tidak dapat ditandai.", "This Word document cannot be marked."},
	"fail.word.hint":     {"Simpan ulang sebagai .docx dengan Word atau LibreOffice, lalu ulangi.", "Save it again as .docx with Word or LibreOffice, then repeat."},
	"fail.baseline":      {"Acuan itu tidak dikenal.", "That baseline is not known."},
	"fail.baseline.hint": {"Pilih salah satu dari daftar.", "Choose one from the list."},
	"fail.early":         {"Naskah belum selesai dibaca.", "The text has not been read to its end."},
	"fail.early.hint":    {"Tunggu sampai selesai.", "Wait until it is done."},
	"fail.busy":          {"Korpus sedang ditulis program lain.", "Another program is writing the corpus."},
	"fail.busy.hint":     {"Tunggu sampai selesai, lalu ulangi.", "Wait until it is done, then try again."},
	"fail.foreign":       {"Folder %s berisi hal lain, bukan korpus.", "Folder %s holds something else, not a corpus."},
	"fail.foreign.hint":  {"Jalankan program dengan --corpus dan nama folder yang kosong.", "Run the program with --corpus and the name of an empty folder."},
	"fail.document":      {"Dokumen ini tidak ada dalam korpus.", "There is no such document in the corpus."},
	"fail.document.hint": {"Pilih dari daftar dokumen.", "Choose one from the list of documents."},
	"fail.damage":        {"Berkas korpus %s rusak.", "File %s of the corpus is damaged."},
	"fail.damage.hint":   {"Simpan ulang dokumennya dari berkas aslinya.", "Save the document again from its original file."},
	"fail.value":         {"Nilai itu tidak sah untuk bidang ini.", "That is no value of this field."},
	"fail.value.hint":    {"Persentase 0 sampai 100; tanggal seperti 15 April 2024 atau 2024-04-15.", "Percentages are 0 to 100; dates like 15 April 2024 or 2024-04-15."},
}
