package compare

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// maxYAML bounds a baseline file in bytes; the shipped ones have 10 kB.
const maxYAML = 64 << 10

// ErrBaseline is what every error about the content of a baseline file wraps.
var ErrBaseline = errors.New("invalid baseline")

// Parse reads a baseline from YAML. The error is a *FileError: it names the
// file, says what is wrong and shows the line with a caret under the place.
func Parse(name string, data []byte) (circular.Baseline, error) {
	var b circular.Baseline
	e := &FileError{Name: name, kind: ErrBaseline}
	if e.decode(data, &b); len(e.faults) == 0 {
		check(&b, func(at, key string, values ...string) { e.add(caret(data, at), key, values...) })
	}
	if len(e.faults) > 0 {
		return circular.Baseline{}, e
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

// ident is the shape of ids of baselines and atoms.
var ident = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

// check reports what is wrong with b: the YAML path of the place, and key and
// values of the sentence.
func check(b *circular.Baseline, bad func(at, key string, values ...string)) {
	if !ident.MatchString(b.ID) {
		bad("$.id", "id", "nilai", b.ID)
	}
	if b.Name == "" {
		bad("$.id", "name")
	}
	if len(b.Atoms) == 0 {
		bad("$.id", "atoms")
	}
	checkWindow(b.Window, "$.window", bad)
	for i, m := range b.Modes {
		if !slices.Contains([]circular.Mode{circular.ModeWFH, circular.ModeWFO, circular.ModeWFA}, m) {
			bad(fmt.Sprintf("$.modes[%d]", i), "mode", "nilai", string(m))
		}
	}
	checkAtoms(b.Atoms, "$.atoms", bad)
	last := circular.Date{}
	for i, am := range b.Chain {
		at := fmt.Sprintf("$.chain[%d]", i)
		if am.Act.Name == "" {
			bad(at+".act", "act")
		}
		if am.From.IsZero() {
			bad(at+".act", "from")
		} else if !last.IsZero() && am.From.Compare(last) < 0 {
			bad(at+".from", "order", "nilai", am.From.String(), "lain", last.String())
		}
		last = am.From
		checkWindow(am.Window, at+".window", bad)
		checkAtoms(am.Atoms, at+".atoms", bad)
	}
}

func checkWindow(p circular.Period, at string, bad func(at, key string, values ...string)) {
	if !p.Start.IsZero() && !p.End.IsZero() && p.Start.Compare(p.End) > 0 {
		bad(at+".start", "window", "nilai", p.Start.String(), "lain", p.End.String())
	}
}

// checkAtoms reports what is wrong with a list of atoms at a YAML path.
func checkAtoms(atoms []circular.Atom, list string, bad func(at, key string, values ...string)) {
	seen := map[string]bool{}
	for i, a := range atoms {
		at := fmt.Sprintf("%s[%d]", list, i)
		if !ident.MatchString(a.ID) {
			bad(at+".id", "id", "nilai", a.ID)
		}
		if seen[a.ID] {
			bad(at+".id", "twice", "nilai", a.ID)
		}
		seen[a.ID] = true
		if a.Title == "" || a.Words == "" {
			bad(at+".id", "words", "butir", a.ID)
		}
		if !slices.Contains(circular.Polarities, a.Polarity) {
			bad(at+".polarity", "choice", "kunci", "polarity", "nilai", string(a.Polarity), "pilihan", join(circular.Polarities))
		}
		weights := []circular.Weight{circular.WeightMandatory, circular.WeightDefault, circular.WeightPermissive}
		if !slices.Contains(weights, a.Weight) {
			bad(at+".weight", "choice", "kunci", "weight", "nilai", string(a.Weight), "pilihan", join(weights))
		}
		sure := []circular.Certainty{circular.CertaintyCertain, circular.CertaintyLikely, circular.CertaintyUncertain}
		if !slices.Contains(sure, a.Certainty) {
			bad(at+".certainty", "choice", "kunci", "certainty", "nilai", string(a.Certainty), "pilihan", join(sure))
		}
		if a.VerbKnown && a.Force == "" {
			bad(at+".verb_known", "verb")
		}
		checkValue(a, at, bad)
	}
}

// checkValue reports value fields that do not fit the polarity of an atom.
func checkValue(a circular.Atom, at string, bad func(at, key string, values ...string)) {
	switch a.Polarity {
	case circular.PolarityCeiling, circular.PolarityFloor, circular.PolarityExact:
		if a.Mode == "" {
			bad(at+".polarity", "needs", "butir", a.ID, "nilai", string(a.Polarity), "kunci", "mode")
		}
		if a.Percent == nil || *a.Percent < 0 || *a.Percent > 100 {
			bad(at+".percent", "percent", "butir", a.ID)
		}
	case circular.PolaritySetOpen, circular.PolaritySetClosed:
		if a.Effect == "" || len(a.Categories) == 0 {
			bad(at+".polarity", "needs", "butir", a.ID, "nilai", string(a.Polarity), "kunci", "effect, categories")
		}
	case circular.PolarityPeriod:
		if a.Period == nil || *a.Period == (circular.Period{}) {
			bad(at+".polarity", "needs", "butir", a.ID, "nilai", string(a.Polarity), "kunci", "period.start, period.end")
		} else {
			checkWindow(*a.Period, at+".period", bad)
		}
	}
	for i, m := range a.Members {
		if len(a.Categories) > 0 && !slices.ContainsFunc(a.Categories, func(c string) bool { return under(m, c) }) {
			bad(fmt.Sprintf("%s.members[%d]", at, i), "member", "nilai", m, "lain", strings.Join(a.Categories, ", "))
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
