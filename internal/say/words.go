package say

import "fmt"

// phrase is a text in both languages. Both take the same arguments in the same
// order.
type phrase struct{ id, en string }

// in returns the text in a language, with its arguments put in.
func (p phrase) in(l Lang, args ...any) string {
	s := p.id
	if l == English {
		s = p.en
	}
	if len(args) > 0 {
		s = fmt.Sprintf(s, args...)
	}
	return s
}

// words are the words for the values of a record, by class and value, such as
// "kind.quota", and those that names and values are put together with.
var words = map[string]phrase{
	"say.letter":                 {"Surat", "Letter"},
	"say.form":                   {"Formulir", "Form"},
	"say.no-circular":            {"(bukan surat edaran)", "(no circular)"},
	"say.none":                   {"(tidak ada surat edaran yang dikenali)", "(no circular recognised)"},
	"say.from":                   {"mulai %s", "from %s"},
	"say.until":                  {"sampai %s", "until %s"},
	"say.fromto":                 {"%s s.d. %s", "%s to %s"},
	"say.break":                  {"istirahat", "break"},
	"say.number":                 {"Nomor", "Number"},
	"say.unnumbered":             {"(belum bernomor)", "(without number)"},
	"say.year":                   {"Tahun %d", "of %d"},
	"grade.primary":              {"naskah", "the circular itself"},
	"grade.scan":                 {"pindaian", "scan"},
	"grade.release":              {"siaran resmi", "official release"},
	"grade.news":                 {"berita", "news"},
	"signature.trusted":          {"utuh, penerbit tepercaya", "intact, issuer trusted"},
	"signature.intact":           {"utuh, penerbit tidak dikenal", "intact, issuer unknown"},
	"signature.changed":          {"berkas berubah sesudahnya", "the file was changed afterwards"},
	"signature.unchecked":        {"tidak dapat diperiksa", "cannot be checked"},
	"role.subject":               {"pokok", "subject"},
	"role.basis":                 {"dasar", "basis"},
	"role.cited":                 {"disebut", "cited"},
	"role.amended":               {"diubah", "amended"},
	"role.revoked":               {"dicabut", "revoked"},
	"kind.circular":              {"surat edaran", "circular"},
	"kind.document":              {"dokumen", "document"},
	"kind.text":                  {"teks", "text"},
	"kind.quota":                 {"kuota", "quota"},
	"kind.exemption":             {"pengecualian", "exemption"},
	"kind.period":                {"masa berlaku", "period"},
	"kind.obligation":            {"kewajiban", "obligation"},
	"kind.prohibition":           {"larangan", "prohibition"},
	"kind.permission":            {"izin", "permission"},
	"kind.condition":             {"syarat", "condition"},
	"kind.sanction":              {"sanksi", "sanction"},
	"kind.reporting":             {"pelaporan", "reporting"},
	"kind.schedule":              {"jadwal", "schedule"},
	"kind.deadline":              {"tenggat", "deadline"},
	"kind.revocation":            {"pencabutan atau perubahan", "revocation or amendment"},
	"kind.provision":             {"ketentuan lain", "other provision"},
	"kind.legal_basis":           {"dasar hukum", "legal basis"},
	"change.revoked":             {"dicabut", "revoked"},
	"change.amended":             {"diubah", "amended"},
	"change.replaced":            {"diganti", "replaced"},
	"change.prolonged":           {"diperpanjang", "prolonged"},
	"bound.max":                  {"paling banyak", "at most"},
	"bound.min":                  {"paling sedikit", "at least"},
	"bound.exact":                {"sebesar", "exactly"},
	"bound.range":                {"antara", "between"},
	"bound.approx":               {"sekitar", "about"},
	"effect.must_wfo":            {"wajib di kantor (WFO)", "must be in the office (WFO)"},
	"effect.not_eligible":        {"tidak boleh WFH", "may not work from home"},
	"effect.wfh_not_applied":     {"WFH tidak diterapkan", "working from home is not used"},
	"effect.eligible":            {"yang boleh WFH", "may work from home"},
	"effect.may_wfo":             {"boleh di kantor (WFO)", "may be in the office"},
	"effect.may_wfh":             {"boleh WFH", "may work from home"},
	"effect.must_wfh":            {"wajib WFH", "must work from home"},
	"effect.must_be_available":   {"wajib siap dipanggil", "must be available"},
	"effect.may_leave_home":      {"boleh keluar rumah", "may leave home"},
	"effect.excused_if_reported": {"dimaklumi bila melapor", "excused if reported"},
	"effect.own_schedule":        {"jadwal sendiri", "own schedule"},
	"effect.discouraged":         {"tidak dianjurkan", "discouraged"},
	"effect.exempt_from_rule":    {"dikecualikan dari ketentuan", "exempt from the rule"},
	"assertion.reported":         {"ketentuan pihak lain", "rule of another"},
	"assertion.example":          {"contoh", "example"},
	"assertion.plan":             {"rencana", "plan"},
	"assertion.practice":         {"praktik", "practice"},
	"assertion.headline":         {"judul berita", "headline"},
	"assertion.misquote":         {"kutipan keliru", "misquote"},
	"assertion.contradicted":     {"dibantah bagian lain", "contradicted elsewhere"},
	"assertion.approx":           {"angka kasar", "rough figure"},
	"assertion.unclear":          {"tidak jelas sebagai aturan", "not clearly a rule"},
	"level.error":                {"perlu perbaikan", "needs correction"},
	"level.warning":              {"perlu telaah", "needs review"},
	"level.note":                 {"catatan", "note"},
	"level.none":                 {"tidak dapat dinilai", "cannot be judged"}}
