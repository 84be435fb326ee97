package compare

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"telaah/circular"
)

// maxYAML bounds a baseline file in bytes; the shipped ones have 10 kB.
const maxYAML = 1 << 20

// ErrBaseline is what every error about the content of a baseline file wraps.
var ErrBaseline = errors.New("baseline tidak sah")

// Parse reads a baseline from YAML. An error names the file, says what is
// wrong and shows the line with a caret under the place. It wraps ErrBaseline.
func Parse(name string, data []byte) (circular.Baseline, error) {
	var b circular.Baseline
	if len(data) > maxYAML {
		return b, fmt.Errorf("%s: %w: lebih besar dari %d byte", name, ErrBaseline, maxYAML)
	}
	err := yaml.UnmarshalContext(context.Background(), data, &b, yaml.Strict(), yaml.CustomUnmarshaler(parseDate))
	if err != nil {
		var d dateError
		if errors.As(err, &d) {
			return circular.Baseline{}, fmt.Errorf("%s: %w: %w\n%s", name, ErrBaseline, d, point(data, string(d)))
		}
		return circular.Baseline{}, fmt.Errorf("%s: %w:\n%s", name, ErrBaseline, strings.TrimSpace(yaml.FormatError(err, false, true)))
	}
	var errs []error
	check(&b, func(at, format string, a ...any) {
		errs = append(errs, fmt.Errorf("%s: %w: %s\n%s", name, ErrBaseline, fmt.Sprintf(format, a...), caret(data, at)))
	})
	if len(errs) > 0 {
		return circular.Baseline{}, errors.Join(errs...)
	}
	return b, nil
}

// Load reads every *.yaml in the folder dir of fsys, in the order of their ids.
func Load(fsys fs.FS, dir string) ([]circular.Baseline, error) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil {
		return nil, fmt.Errorf("listing baselines: %w", err)
	}
	var out []circular.Baseline
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("reading baseline: %w", err)
		}
		b, err := Parse(file, data)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b circular.Baseline) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// dateError is the text of a day that the calendar does not have.
type dateError string

func (e dateError) Error() string {
	return fmt.Sprintf("tanggal %q: harus YYYY-MM-DD dan ada di kalender", string(e))
}

// point returns the first line that holds text, with a caret under it.
func point(data []byte, text string) string {
	for i, line := range strings.Split(string(data), "\n") {
		if at := strings.Index(line, text); at >= 0 {
			head := fmt.Sprintf("> %2d | ", i+1)
			return head + line + "\n" + strings.Repeat(" ", len(head)+at) + "^"
		}
	}
	return ""
}

// parseDate reads an ISO day, and null as no date.
func parseDate(d *circular.Date, b []byte) error {
	s := strings.Trim(strings.TrimSpace(string(b)), `"'`)
	if s == "" || s == "null" || s == "~" {
		*d = circular.Date{}
		return nil
	}
	v, err := circular.ParseDate(s)
	if err != nil {
		return dateError(s)
	}
	*d = v
	return nil
}

// caret returns the lines around a YAML path with a caret under it, or around
// the nearest enclosing path that the file has.
func caret(data []byte, at string) string {
	for at != "" && at != "$" {
		if p, err := yaml.PathString(at); err == nil {
			if src, err := p.AnnotateSource(data, false); err == nil {
				return strings.TrimRight(string(src), "\n")
			}
		}
		at = at[:max(strings.LastIndexAny(at, ".["), 0)]
	}
	return ""
}

// ident is the shape of ids of baselines and atoms.
var ident = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

// check reports what is wrong with b: the YAML path of the place and the reason.
func check(b *circular.Baseline, bad func(at, format string, a ...any)) {
	if !ident.MatchString(b.ID) {
		bad("$.id", "id %q: huruf kecil, angka, titik, dan tanda hubung", b.ID)
	}
	if b.Name == "" {
		bad("$.id", "name tidak boleh kosong")
	}
	if len(b.Atoms) == 0 {
		bad("$.id", "atoms tidak boleh kosong")
	}
	checkWindow(b.Window, "$.window", bad)
	for i, m := range b.Modes {
		if !slices.Contains([]circular.Mode{circular.ModeWFH, circular.ModeWFO, circular.ModeWFA}, m) {
			bad(fmt.Sprintf("$.modes[%d]", i), "mode %q: harus WFH, WFO, atau WFA", m)
		}
	}
	checkAtoms(b.Atoms, "$.atoms", bad)
	last := circular.Date{}
	for i, am := range b.Chain {
		at := fmt.Sprintf("$.chain[%d]", i)
		if am.Act.Name == "" {
			bad(at+".act", "act.name tidak boleh kosong")
		}
		if am.From.IsZero() {
			bad(at+".act", "from wajib: hari pertama perubahan berlaku")
		} else if !last.IsZero() && am.From.Compare(last) < 0 {
			bad(at+".from", "chain tidak urut: %s sebelum %s", am.From, last)
		}
		last = am.From
		checkWindow(am.Window, at+".window", bad)
		checkAtoms(am.Atoms, at+".atoms", bad)
	}
}

func checkWindow(p circular.Period, at string, bad func(at, format string, a ...any)) {
	if !p.Start.IsZero() && !p.End.IsZero() && p.Start.Compare(p.End) > 0 {
		bad(at+".start", "start %s sesudah end %s", p.Start, p.End)
	}
}

// checkAtoms reports what is wrong with a list of atoms at a YAML path.
func checkAtoms(atoms []circular.Atom, list string, bad func(at, format string, a ...any)) {
	seen := map[string]bool{}
	for i, a := range atoms {
		at := fmt.Sprintf("%s[%d]", list, i)
		if !ident.MatchString(a.ID) {
			bad(at+".id", "id %q: huruf kecil, angka, titik, dan tanda hubung", a.ID)
		}
		if seen[a.ID] {
			bad(at+".id", "id %q dipakai dua kali", a.ID)
		}
		seen[a.ID] = true
		if a.Title == "" || a.Words == "" {
			bad(at+".id", "%s: title dan words wajib", a.ID)
		}
		if !slices.Contains(circular.Polarities, a.Polarity) {
			bad(at+".polarity", "polarity %q tidak dikenal; pilihan: %s", a.Polarity, join(circular.Polarities))
		}
		weights := []circular.Weight{circular.WeightMandatory, circular.WeightDefault, circular.WeightPermissive}
		if !slices.Contains(weights, a.Weight) {
			bad(at+".weight", "weight %q tidak dikenal; pilihan: %s", a.Weight, join(weights))
		}
		sure := []circular.Certainty{circular.CertaintyCertain, circular.CertaintyLikely, circular.CertaintyUncertain}
		if !slices.Contains(sure, a.Certainty) {
			bad(at+".certainty", "certainty %q tidak dikenal; pilihan: %s", a.Certainty, join(sure))
		}
		if a.VerbKnown && a.Force == "" {
			bad(at+".verb_known", "verb_known tanpa force")
		}
		checkValue(a, at, bad)
	}
}

// checkValue reports value fields that do not fit the polarity of an atom.
func checkValue(a circular.Atom, at string, bad func(at, format string, a ...any)) {
	switch a.Polarity {
	case circular.PolarityCeiling, circular.PolarityFloor, circular.PolarityExact:
		if a.Mode == "" {
			bad(at+".polarity", "%s: %s memerlukan mode", a.ID, a.Polarity)
		}
		if a.Percent == nil || *a.Percent < 0 || *a.Percent > 100 {
			bad(at+".percent", "%s: percent harus antara 0 dan 100", a.ID)
		}
	case circular.PolaritySetOpen, circular.PolaritySetClosed:
		if a.Effect == "" || len(a.Categories) == 0 {
			bad(at+".polarity", "%s: %s memerlukan effect dan categories", a.ID, a.Polarity)
		}
	case circular.PolarityPeriod:
		if a.Period == nil || *a.Period == (circular.Period{}) {
			bad(at+".polarity", "%s: period memerlukan period.start atau period.end", a.ID)
		} else {
			checkWindow(*a.Period, at+".period", bad)
		}
	}
	for i, m := range a.Members {
		if len(a.Categories) > 0 && !slices.ContainsFunc(a.Categories, func(c string) bool { return under(m, c) }) {
			bad(fmt.Sprintf("%s.members[%d]", at, i), "%s tidak berada di bawah %s", m, strings.Join(a.Categories, ", "))
		}
	}
}

// join lists typed words with commas.
func join[T ~string](words []T) string {
	var s []string
	for _, w := range words {
		s = append(s, string(w))
	}
	return strings.Join(s, ", ")
}

// under reports whether the taxonomy id is root or stands below it.
func under(id, root string) bool {
	return id == root || strings.HasPrefix(id, root) && id[len(root)] == '.'
}
