package synth

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// news writes a report about the circular in short paragraphs, with links and
// furniture between them whose figures are no clauses.
func (w *writer) news() {
	s := w.spec
	office, _, _ := strings.Cut(head(s.Region), " "+place(s.Region))
	occasion := w.phrase("occasion", "frame/occasion", "y", strconv.Itoa(s.Year))
	w.line(w.phrase("headline", "news/headline", "office", office+" "+place(s.Region), "place", inFull(s.Region), "occasion", occasion))
	w.line()
	w.b.WriteString(strings.ToUpper(place(s.Region)) + " - ")
	lead := w.phrase("lead", "news/lead", "office", s.Issuer, "place", inFull(s.Region))
	before, after, _ := strings.Cut(lead, "{se}")
	w.b.WriteString(before)
	at := w.b.Len()
	w.b.WriteString(pick(w.dice, "se", []string{"Surat Edaran Nomor ", "Surat Edaran (SE) Nomor ", "SE Nomor "}))
	number := s.Number
	if !strings.Contains(number, "/") {
		number += fmt.Sprintf(" Tahun %d", s.Year)
	}
	w.b.WriteString(number + " tentang " + s.Title)
	w.about(circular.Span{Start: at, End: w.b.Len()})
	w.line(after, ".")
	w.line()
	w.signedBy()
	if s.Follows != nil {
		w.follows(w.phrase("follows", "news/follows") + ".\n\n")
	}
	for i, l := range s.Laws {
		w.law(l, w.phrase(fmt.Sprint("law", i), "news/law")+".\n\n")
	}
	if w.chance("speech", 2) {
		w.line(w.phrase("speech", "news/speech", "name", dice(w.hash("speaker")).name(), "day", slashed(s.Signed.AddDays(1))), ".")
		w.line()
	}
	p := s.Period
	w.clause(circular.Clause{Kind: circular.KindPeriod, Period: &p}, w.phrase("period", "news/period", "d", w.withinNews("days", p)))
	w.line(".")
	w.line()
	for i, r := range s.Rules {
		q := fmt.Sprint("after", r.ID)
		file := "news"
		if r.Duty != nil {
			file = "rules"
		}
		w.rule(r, file)
		w.b.WriteString(".")
		switch {
		case w.chance(q+"join", 2) && i+1 < len(s.Rules):
			w.b.WriteString(" ")
			continue
		case w.chance(q+"filler", 3):
			w.b.WriteString(" " + w.phrase(q, "news/filler") + ".")
		}
		w.line()
		w.line()
		if w.chance(q+"furniture", 3) {
			w.line(w.phrase(q, "frame/furniture", "t", strconv.Itoa(5+w.roll(q+"trap", 90))))
			w.line()
		}
	}
	if s.Revokes != nil {
		w.revokes("news/revokes")
		w.line(".")
		w.line()
	}
	w.line("Naskah sintetis untuk pengujian.")
}

// signedBy writes who signed the circular, and when.
func (w *writer) signedBy() {
	s, sig := w.spec, w.spec.Signatory
	office := sig.Office
	if sig.Capacity != "" {
		office = pick(w.dice, "acting", []string{string(sig.Capacity) + ". ", string(sig.Capacity) + " "}) + office
	}
	words := w.phrase("signed by", "news/signed", "day", pick(w.dice, "signed day", []string{slashed(s.Signed), weekday(s.Signed) + ", " + day(s.Signed)}))
	before, after, _ := strings.Cut(words, "{signer}")
	w.b.WriteString(before + office + " ")
	sig.Span = circular.Span{Start: w.b.Len(), End: w.b.Len() + len(sig.Name)}
	w.subject.Signatory = sig
	w.line(sig.Name, after, ".")
	w.line()
}
