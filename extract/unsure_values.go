package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/circulars"
	"github.com/telaah/telaah/extract/internal/mention"
)

// doubtSignature judges the signature block of the subject c, over which seals
// and signatures lie. One word is no name there, but what they left of it.
func (d *doc) doubtSignature(c *circular.Circular) {
	r := d.frame.Sign
	if r.Empty() || !d.scanned(d.Span(r.First, r.End)) {
		return
	}
	who, block := &c.Signatory, d.Span(r.First, r.End)
	conf := 1.0
	if who.Name != "" {
		conf = d.confidence(who.Span.Start, who.Span.End)
	}
	if conf < guessOCR {
		if name, at := d.surerName(who.Span.End, block.End); name != "" { // the line above was one of the office
			who.Name, who.Span, conf = name, at, d.confidence(at.Start, at.End)
		}
	}
	const covered = "mungkin tertutup cap atau tanda tangan"
	switch {
	case who.Name == "":
		d.unsure(block, "signatory.name", false, fmt.Sprintf("Nama penanda tangan di halaman %d tidak terbaca OCR, %s", block.Page, covered))
	case conf < guessOCR || len(strings.Fields(who.Name)) < 2:
		d.unsure(block, "signatory.name", false, fmt.Sprintf("Nama penanda tangan di halaman %d terbaca OCR “%s”, %s%s; tidak dicatat", block.Page, who.Name, covered, d.otherwise(who.Span)))
		who.Name, who.Span = "", circular.Span{}
	case conf < sureOCR:
		d.unsure(who.Span, "signatory.name", true, fmt.Sprintf("Nama penanda tangan terbaca OCR “%s” dengan keyakinan %.0f%%%s", who.Name, 100*conf, d.otherwise(who.Span)))
	}
	known := func(o mention.Office) bool { return circulars.Title(d.Reading, &o) == who.Office }
	if who.Office == "" {
		says, field := fmt.Sprintf("Jabatan penanda tangan di halaman %d tidak terbaca OCR, %s", block.Page, covered), "signatory.office"
		if c.Issuer != "" {
			says, field = fmt.Sprintf("%s; penerbit “%s” disimpulkan dari bagian lain", says, c.Issuer), "issuer"
		}
		d.unsure(block, field, c.Issuer != "", says)
		return
	}
	if slices.ContainsFunc(d.Offices, known) {
		return
	}
	says := fmt.Sprintf("Jabatan penanda tangan di halaman %d terbaca OCR “%s”, %s", block.Page, who.Office, covered)
	if d.leastOf(who.Office, block) >= guessOCR {
		d.unsure(block, "signatory.office", true, says)
		return
	}
	d.unsure(block, "signatory.office", false, says+"; tidak dicatat")
	if c.Issuer == who.Office {
		c.Issuer = ""
	}
	who.Office = ""
	if who.Name == "" && who.OnBehalf == nil {
		*who = circular.Signatory{}
	}
}

// surerName returns the first line between two offsets that two readings agree
// on and that may be a name: two words and more, without digits.
func (d *doc) surerName(start, end int) (string, circular.Span) {
	for at := start; at < end; {
		stop := at + strings.IndexByte(d.Text.Body[at:end]+"\n", '\n')
		line := strings.Trim(d.Text.Body[at:stop], " \t,")
		if n := len(strings.Fields(line)); n > 1 && n < 8 && !strings.ContainsAny(line, "0123456789:;\t") {
			from := at + strings.Index(d.Text.Body[at:stop], line)
			if d.confidence(from, from+len(line)) >= sureOCR {
				return line, d.Text.Span(from, from+len(line))
			}
		}
		at = stop + 1
	}
	return "", circular.Span{}
}

// leastOf returns the least confidence of the words of s in a block.
func (d *doc) leastOf(s string, block circular.Span) float64 {
	least, words := 1.0, strings.Fields(s)
	for _, w := range d.Text.Words {
		if w.Span.Overlaps(block) && slices.Contains(words, strings.Trim(d.Text.Slice(w.Span), ",.")) {
			least = min(least, w.Confidence)
		}
	}
	return least
}

// doubtFigures warns of the figures of clauses that OCR read with doubt.
func (d *doc) doubtFigures() {
	last := circular.Span{}
	for i, n := 0, 0; i < len(d.rec.Clauses) && n < maxDoubts; i++ {
		c := &d.rec.Clauses[i]
		field := figureField(c)
		w, conf := d.worst(c.Span)
		if field == "" || conf >= sureOCR || w == last {
			continue
		}
		last, n = w, n+1
		d.unsure(w, fmt.Sprintf("clauses.%d.%s", i+1, field), true, fmt.Sprintf("“%s” di halaman %d terbaca OCR dengan keyakinan %.0f%%",
			d.Text.Slice(w), w.Page, 100*conf))
	}
}

// figureField returns the field of c that holds its figure, or "".
func figureField(c *circular.Clause) string {
	switch {
	case c.Quota != nil && c.Quota.Count > 0:
		return "count"
	case c.Quota != nil && c.Quota.PercentLo != nil:
		return "percent_lo"
	case c.Quota != nil && c.Quota.Percent != nil, c.Exemption != nil && c.Exemption.Percent != nil:
		return "percent"
	case c.Period != nil && !c.Period.Start.IsZero():
		return "start"
	case c.Period != nil:
		return "end"
	case c.LegalBasis != nil:
		return "number"
	}
	return ""
}

// worst returns the word with a digit that OCR read with the least confidence
// in s, and that confidence; 1 where there is none.
func (d *doc) worst(s circular.Span) (w circular.Span, conf float64) {
	ws := d.Text.Words
	conf = 1
	for i := sort.Search(len(ws), func(i int) bool { return ws[i].Span.End > s.Start }); i < len(ws) && ws[i].Span.Start < s.End; i++ {
		if ws[i].Confidence < conf && strings.ContainsAny(d.Text.Slice(ws[i].Span), "0123456789%") {
			w, conf = ws[i].Span, ws[i].Confidence
		}
	}
	return w, conf
}
