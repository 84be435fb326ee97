package compare

import (
	"fmt"
	"slices"
	"strconv"
)

// retroactive returns periods that start before the day of signing. The sentence
// says that something starts then; where it names another act, the days may be
// those of that one.
func retroactive(p *paper) []finding {
	if p.subject == nil || p.subject.DateSigned.IsZero() {
		return nil
	}
	var out []finding
	for _, c := range p.clauses {
		if c.Period != nil && !c.Period.Derived && !c.Period.Start.IsZero() && c.Period.Start.Compare(p.subject.DateSigned) < 0 && has(c.Text, p.Starts) && !p.namesAct(c) {
			out = append(out, found("berlaku-surut.tanggal", c, "pusat", p.day(p.subject.DateSigned), "daerah", p.day(c.Period.Start)))
		}
	}
	return out
}

// dayCounts returns "selama N hari" beside dates that span another number of
// days. Working days are counted by a calendar that is not known here.
func dayCounts(p *paper) []finding {
	var out []finding
	for _, c := range p.clauses {
		if c.Period == nil || c.Period.Start.IsZero() || c.Period.End.IsZero() {
			continue
		}
		words, days := fold(c.Text), 1
		for d := c.Period.Start; d != c.Period.End && days < 400; days++ {
			d = d.AddDays(1)
		}
		for i := 0; i+2 < len(words); i++ {
			n, err := strconv.Atoi(words[i+1])
			if err != nil || !slices.Contains(p.During, words[i]) {
				continue
			}
			rest := words[i+2:]
			if rest[0] != "hari" && len(rest) > 1 {
				rest = rest[1:] // "2 (dua) hari"
			}
			working := len(rest) > 1 && slices.Contains(p.Working, rest[1])
			if rest[0] == "hari" && !working && n != days && alone(p, c) {
				out = append(out, found("tidak-konsisten.jumlah-hari", c, "daerah", fmt.Sprintf("%d hari", n), "pusat", strconv.Itoa(days)))
			}
		}
	}
	return out
}

// alone reports whether no other period stands in the sentence of c: a list of
// days is counted together.
func alone(p *paper, c *clause) bool {
	for _, o := range p.clauses {
		if o != c && o.Period != nil && o.Span.Overlaps(c.Span) {
			return false
		}
	}
	return true
}
