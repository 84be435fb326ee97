package circular

import "strings"

// Source is the file that a record was read from.
type Source struct {
	Path        string `json:"path"`                   // as the user named it
	URL         string `json:"url,omitempty"`          // where it was published, when the file says so
	SHA256      string `json:"sha256"`                 // of the original bytes, 64 hex digits
	MediaType   string `json:"media_type"`             // by content, such as application/pdf
	Grade       Grade  `json:"grade"`                  // how near it is to the circular itself
	GradeReason string `json:"grade_reason,omitempty"` // why, in one phrase
	Pages       int    `json:"pages"`                  // number of pages, at least 1

	Signature Signature `json:"signature,omitzero"` // electronic, of a PDF; zero where it has none
}

// Signature is what was found of the electronic signatures of a PDF: of the last
// one by a known issuer, else of the last one. Whether a certificate was revoked
// is not looked up.
type Signature struct {
	State  SignatureState `json:"state"`
	Signer string         `json:"signer,omitempty"` // as the certificate names him
	Issuer string         `json:"issuer,omitempty"` // of the certificate
}

// SignatureState says what a signature proves.
type SignatureState string

// The states of a signature.
const (
	SignatureTrusted   SignatureState = "trusted"   // nothing changed, by a certificate of an issuer that the reader trusts
	SignatureIntact    SignatureState = "intact"    // nothing changed; nobody said whether the issuer is to be trusted
	SignatureChanged   SignatureState = "changed"   // something changed after it was signed
	SignatureUnchecked SignatureState = "unchecked" // it cannot be checked here
)

// ID returns the short name of the source: the first 12 hex digits of its SHA-256.
func (s Source) ID() string { return s.SHA256[:min(12, len(s.SHA256))] }

// Grade says how near a source is to the circular itself. It caps the level of
// findings: news is never proof of absence.
type Grade string

// The grades, the nearest first.
const (
	GradePrimary Grade = "primary" // the circular's own typed text
	GradeScan    Grade = "scan"    // the circular as pictures of pages
	GradeRelease Grade = "release" // told by the office's own site
	GradeNews    Grade = "news"    // told by others
)

// Circular is one surat edaran that a text is about or names. Every other act
// is a clause of kind [KindLegalBasis].
type Circular struct {
	Role       Role      `json:"role"`
	Type       string    `json:"type"`                 // "SE", or "surat" for a numbered letter of an office that itself rules
	Number     string    `json:"number,omitempty"`     // as printed, without "Nomor" and "Tahun YYYY"; "" while not given
	Year       int       `json:"year,omitempty"`       // from "Tahun", else the number itself, else its date, else the text's only year; 0 unknown
	Title      string    `json:"title,omitempty"`      // what stands after "tentang"
	Issuer     string    `json:"issuer,omitempty"`     // office whose rule it is, such as "Gubernur Banten"
	Region     Region    `json:"region,omitzero"`      // where the issuer rules
	Level      Level     `json:"level,omitempty"`      // tier of the issuer
	DateSigned Date      `json:"date_signed,omitzero"` // day of signing or issue, never the press day
	Signatory  Signatory `json:"signatory,omitzero"`
	Certain    Certain   `json:"certain,omitzero"` // which of these values two independent readings agree on
	Span       Span      `json:"span"`             // where it is named most fully; zero for a subject entered by hand
}

// Document is what a text is that is no circular: another act, with its own
// number and title, a letter or a form.
type Document struct {
	Kind   DocumentKind `json:"kind"`
	Type   string       `json:"type"`             // of an act as in a legal basis, such as "Pergub Banten"; else as printed
	Number string       `json:"number,omitempty"` // as printed
	Year   int          `json:"year,omitempty"`   // 0 unknown
	Title  string       `json:"title,omitempty"`  // what stands after "tentang", or what a letter is about
	Span   Span         `json:"span"`             // its heading
}

// DocumentKind is the kind of a [Document].
type DocumentKind string

// The kinds.
const (
	DocumentAct    DocumentKind = "act"    // law, regulation, decree, instruction
	DocumentLetter DocumentKind = "letter" // numbered letter that is no circular
	DocumentForm   DocumentKind = "form"   // form to be filled in
)

// Key returns the number in the form in which two spellings of one act agree:
// without spaces, "Nomor", and leading zeros, in capitals.
func (c Circular) Key() string { return NumberKey(c.Number) }

// NumberKey normalises the number of an act: "Nomor 01" and "1" are one key.
func NumberKey(s string) string {
	s = strings.ToUpper(strings.Join(strings.Fields(s), ""))
	for _, p := range []string{"NOMOR", "NO.", "NO:", "NO"} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			s = strings.TrimLeft(rest, ".:")
			break
		}
	}
	if t := strings.TrimLeft(s, "0"); t != s && t != "" && t[0] >= '0' && t[0] <= '9' {
		s = t
	}
	return s
}

// Certain tells which values of a circular two independent readings agree on.
type Certain struct {
	Subject bool `json:"subject,omitempty"` // that the text is, or is not, about it
	Number  bool `json:"number,omitempty"`  // number and year
	Date    bool `json:"date,omitempty"`    // date of signing
}

// Role says what a circular is to the text that names it.
type Role string

// The roles of a circular.
const (
	RoleSubject Role = "subject" // the text reports or is its rule
	RoleBasis   Role = "basis"   // followed: landasan, rujukan, menindaklanjuti
	RoleCited   Role = "cited"   // only named, or declined
	RoleAmended Role = "amended" // changed by the subject
	RoleRevoked Role = "revoked" // ended by the subject
)

// Region is a province, regency or city, with its code in the table of the
// Ministry of Home Affairs ("36", "36.72"); the whole country has code "".
type Region struct {
	Name string `json:"name,omitempty"` // "Banten", "Kota Cilegon", "Kabupaten Magetan", "Indonesia"
	Code string `json:"code,omitempty"`
}

// Level is the tier of an issuer.
type Level string

// The tiers.
const (
	LevelCentral     Level = "central"     // rules for all government: Menteri PANRB, BKN, Presiden
	LevelMinistry    Level = "ministry"    // rules for its own ministry or agency
	LevelInstitution Level = "institution" // a university, hospital, company, school
	LevelProvince    Level = "province"
	LevelRegency     Level = "regency"
	LevelCity        Level = "city"
)

// Signatory is who signed or issued a circular, as the text gives it.
type Signatory struct {
	Name     string    `json:"name,omitempty"`      // with degrees as printed
	Office   string    `json:"office,omitempty"`    // "Sekretaris Daerah Magetan", without the acting title
	Capacity Capacity  `json:"capacity,omitempty"`  // acting title; "" for a holder in full
	OnBehalf *OnBehalf `json:"on_behalf,omitempty"` // signed in another's name
	NIP      string    `json:"nip,omitempty"`       // civil-service number; it encodes a birth date: kept out of reports and search
	Evidence Evidence  `json:"evidence,omitempty"`  // what the name stands on
	Certain  bool      `json:"certain,omitempty"`   // two independent readings agree on the name
	Span     Span      `json:"span,omitzero"`       // where the name stands
}

// IsZero reports whether no signatory is known.
func (s Signatory) IsZero() bool { return s == Signatory{} }

// Capacity is the acting title of an official.
type Capacity string

// The acting titles.
const (
	CapacityPj  Capacity = "Pj"  // penjabat
	CapacityPjs Capacity = "Pjs" // penjabat sementara
	CapacityPlt Capacity = "Plt" // pelaksana tugas
	CapacityPlh Capacity = "Plh" // pelaksana harian
)

// OnBehalf names in whose name a circular was signed.
type OnBehalf struct {
	Form   string `json:"form"`   // "a.n." (atas nama) or "u.b." (untuk beliau)
	Office string `json:"office"` // "Gubernur Jawa Tengah"
}

// Evidence says how sure it is that a named person signed.
type Evidence string

// The kinds of evidence, the strongest first.
const (
	EvidenceSigned   Evidence = "signed"          // ditandatangani, diteken, ditetapkan, a signature block
	EvidenceIssued   Evidence = "issued"          // mengeluarkan, menerbitkan
	EvidenceInferred Evidence = "inferred_office" // holds the issuing office and explains the circular
)
