package extract

import (
	"cmp"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/lexicon"
)

// maxCue bounds how far in front of an act its role cue may stand, in tokens.
const maxCue = 24

// cueOf finds the cue in front of acts[i]: the nearest phrase in its sentence
// that tells its role, unless a verb of issuing stands nearer. Acts in a list
// share the cue of the first.
func (d *doc) cueOf(acts []act, i int) {
	a := &acts[i]
	if a.Sentence < 0 {
		return
	}
	if d.paras[d.sents[a.Sentence].para].section == "dasar" {
		a.role = "basis"
		return
	}
	from := max(d.sents[a.Sentence].first, a.First-maxCue)
	for k := a.First - 1; k >= from; k-- {
		if i > 0 && k < acts[i-1].Behind() && k >= acts[i-1].First && !a.Nested {
			if d.listed(acts[i-1].Behind(), a.First) && acts[i-1].Sentence == a.Sentence {
				a.role, a.cue = acts[i-1].role, acts[i-1].cue
			}
			return
		}
		for _, m := range d.At(k) {
			if m.End > a.First {
				continue
			}
			switch m.Entry.Class {
			case "actrole":
				if m.Entry.Attrs["prev"] == "" {
					a.role, a.cue = m.Entry.Attrs["role"], m.Entry
				} else if i > 0 && acts[i-1].Sentence == a.Sentence && acts[i-1].role == "" {
					acts[i-1].role, acts[i-1].cue = m.Entry.Attrs["prev"], m.Entry
				}
				return
			case "issue":
				if v := m.Entry.Attrs["voice"]; v == "active" || v == "via" {
					a.cue = d.cueOver(k, from)
					if a.cue != nil {
						a.role = a.cue.Attrs["role"]
					}
					return
				}
			}
		}
	}
}

// author finds who is said to issue acts[i], where that stands in front and
// not with it: "Menteri PANRB melalui SE Nomor 1/2024", "Gubernur Bali
// menerbitkan SE Nomor 5".
func (d *doc) author(a *act) {
	if a.By >= 0 || a.Back || a.Sentence < 0 || !a.Circular() {
		return
	}
	first := d.sents[a.Sentence].first
	for k := a.First - 1; k >= max(first, a.First-4); k-- {
		m, ok := d.Starts(k, "issue")
		if !ok || m.Entry.Attrs["voice"] == "passive" || m.Entry.Attrs["date"] != "" || m.End > a.First {
			continue
		}
		for j := m.First - 1; j >= max(first, m.First-maxName-maxUnit); j-- {
			if o := d.OfficeAt[j]; o >= 0 {
				if end := max(d.Offices[o].End, d.Offices[o].Holder.End); m.First-end <= 2 && d.Offices[o].Rank != "branch" {
					a.By = int(o)
				}
				return
			}
		}
		return
	}
}

// cueOver returns the role cue of which token i is the last part, such as
// "belum menerbitkan", or nil.
func (d *doc) cueOver(i, from int) *lexicon.Entry {
	for k := i - 1; k >= max(from, i-3); k-- {
		if m, ok := d.Starts(k, "actrole"); ok && m.End > i {
			return m.Entry
		}
	}
	return nil
}

// listed reports whether the tokens from first up to end only join two items
// of a list.
func (d *doc) listed(first, end int) bool {
	if end-first > 4 {
		return false
	}
	for i := first; i < end; i++ {
		switch d.Norms[i] {
		case ",", "dan", "serta", "maupun", "atau", "juga", "/", "&", ";":
		default:
			return false
		}
	}
	return true
}

// ownYears gives circulars with a number but no year the year of their date,
// else the only year in the text: of its dates, else of anything but an act,
// else of anything.
func (d *doc) ownYears(acts []act) {
	dated, other, any := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, m := range d.Dates {
		if !m.Inferred {
			dated[m.From.Year] = true
		}
	}
	k := 0
	for _, y := range d.Years {
		for k < len(acts) && acts[k].End <= y.At {
			k++
		}
		any[y.Year] = true
		if k == len(acts) || y.At < acts[k].First {
			other[y.Year] = true
		}
	}
	text := 0
	for _, set := range []map[int]bool{dated, other, any} {
		if len(set) == 1 {
			for y := range set {
				text = y
			}
			break
		}
	}
	for i := range acts {
		a := &acts[i]
		switch {
		case a.Garbled > 0:
			d.warn(a.Garbled, a.Garbled+1, "year-unreadable", "Tahun pada nomor ini tidak terbaca.")
		case a.Year == 0 && !a.Date.IsZero():
			a.Year = a.Date.Year
		case a.Year == 0 && a.Number != "" && a.Circular():
			a.Year = cmp.Or(d.yearBefore(a), text)
		}
	}
}

// bases adds a legal-basis clause for every act that is no circular, once.
func (d *doc) bases(acts []act) {
	type key struct {
		kind, number string
		year         int
	}
	seen := map[key]bool{}
	for i := range acts {
		a := &acts[i]
		if a.Circular() || a.role == "none" {
			continue
		}
		b := &circular.LegalBasis{Type: d.kindOf(a), Number: a.Number, Year: a.Year, Title: d.Printed(a.TitleFirst, a.TitleEnd), Date: a.Date}
		k := key{b.Type, circular.NumberKey(b.Number), b.Year}
		if seen[k] || b.Number == "" && seen[key{kind: b.Type}] {
			continue
		}
		seen[k], seen[key{kind: b.Type}] = true, true
		sure := 0.95
		switch {
		case b.Number == "":
			sure = 0.6
		case b.Year == 0:
			sure = 0.8
		}
		d.clause(a.First, a.Behind(), circular.Clause{Kind: circular.KindLegalBasis, Confidence: sure, Rule: a.Entry.Rule(), LegalBasis: b})
	}
}

// kindOf returns the type of a for records: "PP", "Pergub Jawa Barat",
// "Keputusan Kepala BNPB".
func (d *doc) kindOf(a *act) string {
	kind := spaced(a.Entry.Attrs["type"])
	switch {
	case a.Of != "":
		return kind + " " + shortRegion(a.Of)
	case a.By >= 0 && a.Entry.Attrs["of"] != "":
		o := &d.Offices[a.By]
		return kind + " " + d.Printed(o.First, o.End)
	}
	return kind
}

// spaced writes the underscores of an attribute as spaces.
func spaced(s string) string {
	return strings.ReplaceAll(s, "_", " ")
}

// yearBefore returns the year that leads to a, as in "pada 2023 lewat SE Nomor
// 5", or 0.
func (d *doc) yearBefore(a *act) int {
	for k := a.First - 1; k > max(0, a.First-4); k-- {
		if y := d.year(k); y > 0 {
			if n := d.Norms[k-1]; n == "pada" || n == "tahun" || n == "sejak" {
				return y
			}
			return 0
		}
	}
	return 0
}
