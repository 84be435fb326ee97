package compare

import (
	"slices"

	"github.com/telaah/telaah/circular"
)

// window is a period of the document with the clause it stands on.
type window struct {
	circular.Period
	from *clause
}

// windows returns the periods of the document, joined where one day follows
// the other. Periods worked out from a month count only where no other is
// printed.
func (j *judge) windows() []window {
	var out []window
	for _, derived := range []bool{false, true} {
		for _, c := range j.clauses {
			if c.Period != nil && c.Period.Derived == derived {
				out = append(out, window{*c.Period, c})
			}
		}
		if len(out) > 0 {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b window) int { return a.Start.Compare(b.Start) })
	var joined []window
	for _, w := range out {
		if n := len(joined) - 1; n >= 0 {
			last := &joined[n]
			if last.End.IsZero() || w.Start.IsZero() || w.Start.Compare(last.End.AddDays(1)) <= 0 {
				if !last.End.IsZero() && (w.End.IsZero() || w.End.Compare(last.End) > 0) {
					last.End = w.End
				}
				w.from.used = true
				continue
			}
		}
		joined = append(joined, w)
	}
	return joined
}

// period judges the days on which the circular holds against those of the
// atom. A baseline may have several windows.
func (j *judge) period(a *circular.Atom) {
	own := j.windows()
	var others []circular.Period
	for i := range j.base.Atoms {
		if b := &j.base.Atoms[i]; b.Period != nil && b.ID != a.ID {
			others = append(others, *b.Period)
		}
	}
	elsewhere := func(p circular.Period) bool {
		return slices.ContainsFunc(others, func(o circular.Period) bool { return meets(p, o) })
	}
	hit := false
	for _, w := range own {
		if meets(w.Period, *a.Period) {
			hit = true
			j.show(w.from)
			j.edges(a, w)
		}
	}
	for _, w := range own {
		if meets(w.Period, *a.Period) || elsewhere(w.Period) || w.from.used {
			continue
		}
		j.show(w.from)
		if hit {
			j.report("ketentuan-tambahan.masa", w.from, "daerah", j.days(w.Period), "pusat", j.days(*a.Period))
		} else {
			j.report("di-luar-masa.lain", w.from, "daerah", j.days(w.Period), "pusat", j.days(*a.Period))
			hit = true
		}
	}
	switch {
	case hit:
	case len(own) > 0:
		j.row.Result = circular.ResultNarrower
	case !j.absent():
		j.report("tidak-dapat-dinilai.berita", nil, "judul", a.Title)
	case j.permit != nil:
		j.report("ketentuan-tidak-ada.masa", nil, "pusat", j.days(*a.Period))
	default:
		j.moot()
	}
}

// edges reports where a period of the document that meets the atom's leaves
// it or falls short of it.
func (j *judge) edges(a *circular.Atom, w window) {
	p := *a.Period
	values := func(day string) []string {
		return []string{"daerah", day, "pusat", j.days(p), "mulai", j.day(p.Start), "akhir", j.day(p.End)}
	}
	outside := false
	if !p.Start.IsZero() && !w.Start.IsZero() && w.Start.Compare(p.Start) < 0 {
		d := j.report("di-luar-masa.lebih-awal", w.from, values(j.day(w.Start))...)
		j.settle(d, j.redate(w.from.side(), w.Start, p.Start))
		outside = true
	}
	switch {
	case p.End.IsZero():
	case w.End.IsZero():
		j.report("di-luar-masa.tanpa-akhir", w.from, values(j.day(w.Start))...)
		outside = true
	case w.End.Compare(p.End) > 0:
		d := j.report("di-luar-masa.lebih-lama", w.from, values(j.day(w.End))...)
		j.settle(d, j.redate(w.from.side(), w.End, p.End))
		outside = true
	}
	later := !p.Start.IsZero() && w.Start.Compare(p.Start) > 0
	sooner := !p.End.IsZero() && !w.End.IsZero() && w.End.Compare(p.End) < 0
	if !outside && (later || sooner) {
		j.report("di-luar-masa.lebih-pendek", w.from, values(j.days(w.Period))...)
	}
}
