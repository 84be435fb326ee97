package compare

import (
	"github.com/telaah/telaah/circular"
)

// judgeDuty judges something to be done, or that may be done, by the clauses
// that answer it (see [align]).
func judgeDuty(p *paper, a *circular.Atom, answers []*clause) verdict {
	v := verdict{answers: answers}
	switch {
	case len(answers) > 0:
		v.findings = append(forceOf(p, a, answers[0]), actorOf(p, a, answers[0])...)
	case a.Polarity == circular.PolarityPermission && p.permit != nil && p.optOut == nil:
		v.restOn(p.permit, "used")
	default:
		unsaid(p, a, &v)
	}
	return v
}

// forceOf compares the verbs, where that of the baseline is known and the
// circular itself was read.
func forceOf(p *paper, a *circular.Atom, c *clause) []finding {
	if c.Kind == circular.KindProhibition && a.Polarity == circular.PolarityDuty && !has(a.Words, p.Negation) && !has(c.Duty.What, p.Negation) {
		return []finding{found("bertentangan.larangan", c, "judul", a.Title)}
	}
	if !a.VerbKnown || p.rec.Source.Grade != circular.GradePrimary {
		return nil
	}
	have, want := p.rank(c.Force), p.rank(a.Force)
	if have < 0 || want < 0 || have == want {
		return nil
	}
	key := "kadar-berubah.melemah"
	if have < want {
		key = "kadar-berubah.menguat"
	}
	return []finding{found(key, c, "judul", a.Title, "daerah", string(c.Force), "pusat", string(a.Force))}
}

// actorOf compares who is to act. Handing a duty down inside one government is
// usual and no finding; nor is a sentence that names the staff concerned, nor
// the free wording of news.
func actorOf(p *paper, a *circular.Atom, c *clause) []finding {
	if a.Who == "" || c.Duty.Who == "" || a.Polarity == circular.PolarityPermission || !p.absent() || has(c.Duty.Who, p.Staff) {
		return nil
	}
	for _, row := range p.Actors {
		if has(a.Who, row) && has(c.Duty.Who, row) {
			return nil
		}
	}
	if cosine(p.bag(a.Who), p.bag(c.Duty.Who)) >= 0.5 {
		return nil
	}
	return []finding{found("pelaksana-berubah.lain", c, "judul", a.Title, "daerah", c.Duty.Who, "pusat", a.Who)}
}
