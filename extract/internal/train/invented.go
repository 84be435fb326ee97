package main

import (
	"fmt"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/gold"
	"github.com/telaah/telaah/internal/synth"
)

// circulars is how many circulars that never were stand beside the annotated
// texts: most of those are news, and the layouts of circulars must be known too.
const circulars = 48

// firstSeed parts them from the ones that tests draw.
const firstSeed = 5000

// invented returns circulars that never were, in every layout but that of news.
func invented() []sample {
	var out []sample
	for seed := uint64(firstSeed); len(out) < circulars; seed++ {
		spec := synth.Draw(seed)
		if spec.Layout == synth.News {
			continue
		}
		rec := spec.Render()
		s := sample{set: "synth", gold: goldOf(&rec, fmt.Sprint("synth", seed)), text: circular.Plain(rec.Text.Body)}
		s.read("synth.txt")
		out = append(out, s)
	}
	return out
}

// goldOf writes what a record says as gold.
func goldOf(rec *circular.Record, id string) gold.Text {
	g := gold.Text{ID: id, URL: id}
	for _, c := range rec.Circulars {
		x := gold.Circular{Number: c.Number, Year: c.Year, Issuer: c.Issuer, Region: c.Region.Name, Role: string(c.Role)}
		if c.Signatory.Name != "" {
			x.Signatory = &gold.Signatory{Name: c.Signatory.Name, Evidence: string(c.Signatory.Evidence)}
		}
		if !c.DateSigned.IsZero() {
			x.DateSigned = c.DateSigned.String()
		}
		g.Circulars = append(g.Circulars, x)
	}
	for _, c := range rec.Clauses {
		group := ""
		for _, n := range c.Groups {
			group += n + " ; "
		}
		switch {
		case c.Quota != nil:
			g.Quotas = append(g.Quotas, gold.Quota{Mode: string(c.Quota.Mode), Bound: string(c.Quota.Bound), Unit: c.Quota.Unit, Group: group, Quote: c.Text,
				Percent: c.Quota.Percent, Lo: c.Quota.PercentLo, Hi: c.Quota.PercentHi, Count: c.Quota.Count})
		case c.Exemption != nil:
			g.Exemptions = append(g.Exemptions, gold.Exemption{Group: group, Effect: string(c.Exemption.Effect), Percent: c.Exemption.Percent, Quote: c.Text})
		case c.Period != nil:
			g.Effective = append(g.Effective, gold.Window{Start: day(c.Period.Start), End: day(c.Period.End)})
		}
	}
	return g
}

func day(d circular.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
