package document

import (
	"errors"
	"fmt"
)

// Why a file cannot be read. Errors of [Read] wrap one of them; [Explain] says
// it to the user.
var (
	ErrUnknownType = errors.New("the type of the file is not one that can be read")
	ErrOldWord     = errors.New("the file is in the format of Word before 2007")
	ErrEncrypted   = errors.New("the file is locked by a password")
	ErrEmpty       = errors.New("the file holds no text")
	ErrDamaged     = errors.New("the file is damaged")
	ErrArchive     = errors.New("the file is an archive of other files")
	ErrTooLarge    = errors.New("the file is larger than the limits of reading allow")
	ErrWebPage     = errors.New("the file is a web page under the name of another kind")
	ErrMisnamed    = errors.New("the file is plain text under the name of another kind")
	ErrPointer     = errors.New("the file only points at the real one")
	ErrShortcut    = errors.New("the file is only a shortcut")
	ErrRTF         = errors.New("the file is rich text (RTF)")
	ErrOffice      = errors.New("the file is an office file of a kind that is not read")
	ErrOutlook     = errors.New("the file is a mail in the format of Outlook (.msg)")
	ErrMail        = errors.New("the file is a mail: its own words are no circular")
	ErrSmall       = fmt.Errorf("%w: a picture too small to be a page", ErrUnknownType)
	ErrForm        = errors.New("the file is a form that has no pages")
)

// explanations holds for each sentinel what happened and what to do, in
// Indonesian and in English.
var explanations = []struct {
	err      error
	id, idDo string
	en, enDo string
}{
	{ErrOldWord, "berkas berformat Word lama (.doc)", "buka di Word, lalu simpan sebagai .docx",
		"the file is in the old Word format (.doc)", "open it in Word and save it as .docx"},
	{ErrEncrypted, "berkas terkunci kata sandi", "berikan kata sandinya dengan --password, atau simpan salinan tanpa kunci",
		"the file is locked by a password", "give it with --password, or save a copy without the lock"},
	{ErrArchive, "berkas berupa arsip di dalam arsip", "ekstrak arsip itu, lalu pilih berkas di dalamnya",
		"the file is an archive inside an archive", "unpack it and choose the files in it"},
	{ErrTooLarge, "berkas melampaui batas ukuran pembacaan", "pecah berkas menjadi bagian yang lebih kecil",
		"the file exceeds the limits of reading", "split it into smaller parts"},
	{ErrDamaged, "berkas rusak", "unduh atau pindai ulang berkas itu",
		"the file is damaged", "download or scan it again"},
	{ErrWebPage, "berkas ini laman web, bukan jenis yang disebut namanya; mungkin laman galat", "unduh ulang berkas aslinya; kalau memang laman itu yang dimaksud, ganti akhiran namanya menjadi .html",
		"the file is a web page, not what its name says; perhaps an error page", "download the file itself again; if the page is meant, rename it to .html"},
	{ErrMisnamed, "berkas ini hanya teks, bukan jenis yang disebut namanya", "unduh ulang berkas aslinya; kalau memang teks itu yang dimaksud, ganti akhiran namanya menjadi .txt",
		"the file is plain text, not what its name says", "download the file itself again; if the text is meant, rename it to .txt"},
	{ErrPointer, "berkas hanya penunjuk (Git LFS atau git-annex); isinya belum diambil", "jalankan 'git lfs pull' atau 'git annex get', lalu ulangi",
		"the file is only a pointer (Git LFS or git-annex); its content was not fetched", "run 'git lfs pull' or 'git annex get' and try again"},
	{ErrShortcut, "berkas hanya pintasan, bukan naskahnya", "salin berkas yang ditunjuk pintasan itu",
		"the file is only a shortcut, not the document", "copy the file that it points at"},
	{ErrRTF, "berkas berformat RTF", "buka di Word atau LibreOffice, lalu simpan sebagai .docx",
		"the file is rich text (RTF)", "open it in Word or LibreOffice and save it as .docx"},
	{ErrOffice, "jenis berkas Office ini tidak dibaca", "simpan sebagai PDF, DOCX, ODT, atau XLSX",
		"this kind of office file is not read", "save it as PDF, DOCX, ODT or XLSX"},
	{ErrOutlook, "berkas berupa surel Outlook (.msg)", "buka di Outlook, lalu simpan lampirannya, atau simpan surel sebagai .eml",
		"the file is a mail of Outlook (.msg)", "open it in Outlook and save what is attached, or save the mail as .eml"},
	{ErrMail, "isi surel bukan naskah edaran; hanya lampirannya yang dibaca", "simpan surat edaran sebagai berkas sendiri kalau naskahnya ada di badan surel",
		"the words of a mail are no circular; only what is attached is read", "save the circular as a file of its own if it stands in the mail itself"},
	{ErrSmall, "gambar terlalu kecil untuk menjadi halaman naskah", "kalau memang naskah, sebut gambarnya langsung atau pindai lebih tajam",
		"the picture is too small to be a page", "if it is a document, name the picture itself or scan it sharper"},
	{ErrForm, "berkas PDF berupa formulir XFA tanpa halaman", "buka di Adobe Reader, lalu cetak ke PDF",
		"the PDF is an XFA form without pages", "open it in Adobe Reader and print it to PDF"},
	{ErrEmpty, "berkas tidak memuat teks", "periksa apakah berkas yang dipilih sudah benar",
		"the file holds no text", "check that it is the right file"},
	{ErrUnknownType, "jenis berkas tidak dikenal", "simpan sebagai PDF, DOCX, ODT, XLSX, HTML, gambar, atau teks",
		"the type of the file is not known", "save it as PDF, DOCX, ODT, XLSX, HTML, a picture, or text"},
}

// Explain returns what went wrong in one clause and what to do about it, in
// the language lang: "en" for English, else Indonesian. Both are empty when err
// wraps no sentinel of this package.
func Explain(err error, lang string) (what, hint string) {
	for _, e := range explanations {
		if errors.Is(err, e.err) {
			if lang == "en" {
				return e.en, e.enDo
			}
			return e.id, e.idDo
		}
	}
	return "", ""
}
