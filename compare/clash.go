package compare

import (
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// clashes returns two rules of the text that cannot both hold for one group.
func clashes(p *paper) []finding {
	var out []finding
	for i, a := range p.clauses {
		for _, b := range p.clauses[i+1:] {
			if a.inverse || b.inverse || a.unknown || b.unknown || !slices.Equal(a.scope, b.scope) || !sameWords(p, a, b) {
				continue
			}
			x, y, ok := clash(p, a, b)
			if !ok {
				continue
			}
			key := "bertentangan.naskah"
			if annex(a) != annex(b) {
				key = "tidak-konsisten.lampiran"
			}
			out = append(out, found(key, b, "kelompok", p.name(b), "pusat", x, "daerah", y))
		}
	}
	return out
}

// sameWords reports whether two clauses of one scope name the same group: all
// staff, or groups of the taxonomy in like words.
func sameWords(p *paper, a, b *clause) bool {
	if len(a.Groups) == 0 || len(b.Groups) == 0 {
		return len(a.Groups) == len(b.Groups)
	}
	return len(a.scope) > 0 && cosine(p.bag(strings.Join(a.Groups, " ")), p.bag(strings.Join(b.Groups, " "))) >= 0.6
}

// clash reports what two clauses of one group say against each other.
func clash(p *paper, a, b *clause) (x, y string, ok bool) {
	switch {
	case a.Quota != nil && b.Quota != nil && a.Quota.Mode == b.Quota.Mode && a.Quota.Condition == b.Quota.Condition && a.Quota.Recurrence == b.Quota.Recurrence:
		alo, ahi, aok := a.share()
		blo, bhi, bok := b.share()
		if !aok || !bok || alo == blo && ahi == bhi {
			return "", "", false
		}
		apart := ahi < blo || bhi < alo
		sameBound := a.Quota.Bound == b.Quota.Bound && annex(a) != annex(b)
		return p.printed(a.Quota), p.printed(b.Quota), apart || sameBound
	case a.Exemption != nil && b.Quota != nil:
		y, x, ok = clash(p, b, a)
		return x, y, ok
	case a.Quota != nil && b.Exemption != nil && len(a.scope) > 0 && a.Quota.Condition == b.Exemption.Condition && a.Quota.Recurrence == "":
		lo, hi, ok := a.share()
		away := ok && (a.Quota.Mode == circular.ModeWFH && hi > 0 || a.Quota.Mode == circular.ModeWFO && lo < 100)
		return p.printed(a.Quota), p.term("full"), away && keeps(b.Exemption.Effect)
	case a.Exemption != nil && b.Exemption != nil && len(a.scope) > 0:
		f, g := a.Exemption, b.Exemption
		if f.Condition != g.Condition {
			return "", "", false
		}
		return string(f.Effect), string(g.Effect), keeps(f.Effect) && releases(g.Effect) || releases(f.Effect) && keeps(g.Effect)
	}
	return "", "", false
}

// annex reports whether a clause stands in an annex.
func annex(c *clause) bool { return strings.HasPrefix(strings.ToLower(c.Path), "lampiran") }
