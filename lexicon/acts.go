package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/goccy/go-yaml"
)

//go:embed acts.yaml
var actsYAML []byte

// Act is what is known of one law, regulation, decision or circular.
type Act struct {
	ID        string    `yaml:"id"`      // such as "se-panrb-1-2024"
	Type      string    `yaml:"type"`    // short form: "UU", "PP", "SE"
	Number    string    `yaml:"number"`  // as printed, without leading zeros
	Year      int       `yaml:"year"`    // of the number
	Issuer    string    `yaml:"issuer"`  // "" where the type says it
	Title     string    `yaml:"title"`   // behind "tentang"
	Date      string    `yaml:"date"`    // of signing, ISO 8601, or ""
	Until     string    `yaml:"until"`   // last day of its window, ISO 8601, or ""
	Amends    []string  `yaml:"amends"`  // ids
	Revokes   []string  `yaml:"revokes"` // ids
	Status    ActStatus `yaml:"status"`
	Certainty string    `yaml:"certainty"` // "certain", "likely" or "uncertain"
	Doubt     []string  `yaml:"doubt"`     // names of fields that are less sure than Certainty
	Source    string    `yaml:"source"`    // where the facts stand

	AmendedBy []string `yaml:"-"` // ids, from the Amends of others
	RevokedBy []string `yaml:"-"` // ids, from the Revokes of others, unless those doubt it
}

// ActStatus says whether an act is in force.
type ActStatus string

// The states of an act. An act that was amended is in force as amended.
const (
	ActInForce ActStatus = "berlaku"
	ActAmended ActStatus = "diubah"
	ActRevoked ActStatus = "dicabut"
	ActExpired ActStatus = "berakhir" // its window is over
	ActUnknown ActStatus = "tidak-diketahui"
)

// Doubts reports whether nothing may be concluded from a field of the act,
// named as in the register: because it is listed there, or the act as a whole
// is uncertain.
func (a *Act) Doubts(field string) bool {
	return a.Certainty == "uncertain" || slices.Contains(a.Doubt, field)
}

// ActRegister is a set of acts that can be found by their number.
type ActRegister struct {
	acts  []Act
	byID  map[string]int
	byKey map[string][]int  // by type, number
	types map[string]string // spelling, as words -> short form
}

// DefaultActs returns the register that ships with the program.
var DefaultActs = sync.OnceValue(func() *ActRegister {
	r, err := ParseActs(actsYAML)
	if err != nil {
		panic(err) // the embedded file is checked by the tests of this package
	}
	return r
})

// ParseActs reads a register of acts, whose form its own head describes. It
// refuses fields it does not know, acts that stand twice, relations to acts
// that are not listed, and days the calendar does not have.
func ParseActs(data []byte) (*ActRegister, error) {
	var file struct {
		Types map[string][]string `yaml:"types"`
		Acts  []Act               `yaml:"acts"`
	}
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("reading the register of acts: %w", err)
	}
	r := &ActRegister{acts: file.Acts, byID: make(map[string]int), byKey: make(map[string][]int), types: make(map[string]string)}
	for short, spellings := range file.Types {
		for _, s := range append(spellings, short) {
			words := strings.Join(nameWords(s), " ")
			if other, taken := r.types[words]; taken && other != short {
				return nil, fmt.Errorf("register of acts: type %q stands for %s and %s", s, min(short, other), max(short, other))
			}
			r.types[words] = short
		}
	}
	for i := range r.acts {
		a := &r.acts[i]
		if err := r.checkAct(a); err != nil {
			return nil, fmt.Errorf("register of acts: entry %d (%s): %w", i+1, a.ID, err)
		}
		key := a.Type + " " + actNumber(a.Number)
		r.byID[a.ID] = i
		r.byKey[key] = append(r.byKey[key], i)
	}
	for i := range r.acts {
		if err := r.relate(&r.acts[i]); err != nil {
			return nil, fmt.Errorf("register of acts: entry %d (%s): %w", i+1, r.acts[i].ID, err)
		}
	}
	return r, nil
}

// checkAct reports what is wrong with an entry by itself.
func (r *ActRegister) checkAct(a *Act) error {
	if a.ID == "" || a.Number == "" || a.Title == "" || a.Source == "" {
		return fmt.Errorf("id, number, title and source must be given")
	}
	if _, twice := r.byID[a.ID]; twice {
		return fmt.Errorf("stands twice")
	}
	if short, ok := r.Type(a.Type); !ok || short != a.Type {
		return fmt.Errorf("type %q is not listed", a.Type)
	}
	if a.Year < 1945 || a.Year > 2199 {
		return fmt.Errorf("year %d is out of range", a.Year)
	}
	for _, day := range []string{a.Date, a.Until} {
		if day != "" && !isDay(day) {
			return fmt.Errorf("%q is no day of the form YYYY-MM-DD", day)
		}
	}
	if !slices.Contains([]string{"certain", "likely", "uncertain"}, a.Certainty) {
		return fmt.Errorf("certainty %q is none of certain, likely, uncertain", a.Certainty)
	}
	if !slices.Contains([]ActStatus{ActInForce, ActExpired, ActUnknown}, a.Status) {
		return fmt.Errorf("status %q is none of berlaku, berakhir, tidak-diketahui", a.Status)
	}
	for _, d := range a.Doubt {
		if !slices.Contains([]string{"number", "issuer", "title", "date", "until", "amends", "revokes"}, d) {
			return fmt.Errorf("doubt names no field: %q", d)
		}
	}
	return nil
}

// relate tells the acts that a changes or ends of it. A revocation that is
// doubted changes no status.
func (r *ActRegister) relate(a *Act) error {
	for _, id := range a.Amends {
		i, ok := r.byID[id]
		if !ok {
			return fmt.Errorf("amends %q, which is not listed", id)
		}
		b := &r.acts[i]
		b.AmendedBy = append(b.AmendedBy, a.ID)
		if b.Status == ActInForce {
			b.Status = ActAmended
		}
	}
	for _, id := range a.Revokes {
		i, ok := r.byID[id]
		if !ok {
			return fmt.Errorf("revokes %q, which is not listed", id)
		}
		if a.Doubts("revokes") {
			continue
		}
		b := &r.acts[i]
		b.RevokedBy = append(b.RevokedBy, a.ID)
		b.Status = ActRevoked
	}
	return nil
}

// Acts returns all acts in the order of the file.
func (r *ActRegister) Acts() []Act { return slices.Clone(r.acts) }

// ByID returns the act with an id.
func (r *ActRegister) ByID(id string) (Act, bool) {
	i, ok := r.byID[id]
	if !ok {
		return Act{}, false
	}
	return r.acts[i], true
}

// Type returns the short form of a type of act: "UU" for "Undang-Undang".
func (r *ActRegister) Type(s string) (string, bool) {
	short, ok := r.types[strings.Join(nameWords(s), " ")]
	return short, ok
}

// Find returns the acts of a type and number, in the order of the file. Year 0
// and issuer "" agree with any; the type and the issuer may be spelt in any
// known way ("Surat Edaran", "Menpan RB"). An unlisted act gives none, which
// says nothing about the act.
func (r *ActRegister) Find(typ, number string, year int, issuer string) []Act {
	short, ok := r.Type(typ)
	if !ok {
		return nil
	}
	var out []Act
	for _, i := range r.byKey[short+" "+actNumber(number)] {
		a := r.acts[i]
		if (year == 0 || a.Year == year) && (issuer == "" || a.Issuer == "" || sameIssuer(a.Issuer, issuer)) {
			out = append(out, a)
		}
	}
	return out
}

// sameIssuer reports whether two names of an office mean bodies that can be
// one: the same institution, the same region, or the same words.
func sameIssuer(a, b string) bool {
	x, okX := FindInstitution(a)
	y, okY := FindInstitution(b)
	if okX || okY {
		return okX && okY && x.ID == y.ID
	}
	p, q := FindRegion(a), FindRegion(b)
	if len(p) > 0 && len(q) > 0 {
		return slices.ContainsFunc(p, func(r Region) bool { return slices.Contains(q, r) })
	}
	return strings.Join(nameWords(a), " ") == strings.Join(nameWords(b), " ")
}

// actNumber returns the form in which two spellings of a number agree: without
// spaces and leading zeros, in capitals.
func actNumber(s string) string {
	s = strings.ToUpper(strings.Join(strings.Fields(s), ""))
	if t := strings.TrimLeft(s, "0"); t != "" && t[0] >= '0' && t[0] <= '9' {
		return t
	}
	return s
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
