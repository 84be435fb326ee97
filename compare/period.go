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
func windows(p *paper) []window {
	var out []window
	for _, derived := range []bool{false, true} {
		for _, c := range p.clauses {
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
				continue
			}
		}
		joined = append(joined, w)
	}
	return joined
}

// judgePeriod judges the days on which the circular holds against those of the
// atom. A baseline may have several windows.
func judgePeriod(p *paper, a *circular.Atom) verdict {
	var v verdict
	own := windows(p)
	var others []circular.Period
	for i := range p.base.Atoms {
		if b := &p.base.Atoms[i]; b.Period != nil && b.ID != a.ID {
			others = append(others, *b.Period)
		}
	}
	elsewhere := func(w circular.Period) bool {
		return slices.ContainsFunc(others, func(o circular.Period) bool { return meets(w, o) })
	}
	hit := false
	for _, w := range own {
		if meets(w.Period, *a.Period) {
			hit = true
			v.answer(w.from)
			v.findings = append(v.findings, edges(p, a, w)...)
		}
	}
	for _, w := range own {
		if meets(w.Period, *a.Period) || elsewhere(w.Period) || w.from.used {
			continue
		}
		v.answer(w.from)
		if hit {
			v.find(found("ketentuan-tambahan.masa", w.from, "daerah", p.days(w.Period), "pusat", p.days(*a.Period)))
		} else {
			v.find(found("di-luar-masa.lain", w.from, "daerah", p.days(w.Period), "pusat", p.days(*a.Period)))
			hit = true
		}
	}
	switch {
	case hit:
	case len(own) > 0:
		v.moot = true
	case !p.absent():
		v.find(untold(a))
	case p.permit != nil:
		v.find(foundAt("ketentuan-tidak-ada.masa", nil, "pusat", p.days(*a.Period)))
	default:
		v.needless(p)
	}
	return v
}

// edges returns where a period of the document that meets the atom's leaves it
// or falls short of it.
func edges(p *paper, a *circular.Atom, w window) []finding {
	of, out := *a.Period, []finding(nil)
	values := func(day string) []string {
		return []string{"daerah", day, "pusat", p.days(of), "mulai", p.day(of.Start), "akhir", p.day(of.End)}
	}
	if !of.Start.IsZero() && !w.Start.IsZero() && w.Start.Compare(of.Start) < 0 {
		out = append(out, found("di-luar-masa.lebih-awal", w.from, values(p.day(w.Start))...).settledBy(p.redate(w.from.side(), w.Start, of.Start)))
	}
	switch {
	case of.End.IsZero():
	case w.End.IsZero():
		out = append(out, found("di-luar-masa.tanpa-akhir", w.from, values(p.day(w.Start))...))
	case w.End.Compare(of.End) > 0:
		out = append(out, found("di-luar-masa.lebih-lama", w.from, values(p.day(w.End))...).settledBy(p.redate(w.from.side(), w.End, of.End)))
	}
	later := !of.Start.IsZero() && w.Start.Compare(of.Start) > 0
	sooner := !of.End.IsZero() && !w.End.IsZero() && w.End.Compare(of.End) < 0
	if len(out) == 0 && (later || sooner) {
		out = append(out, found("di-luar-masa.lebih-pendek", w.from, values(p.days(w.Period))...))
	}
	return out
}
