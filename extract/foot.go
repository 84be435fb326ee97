package extract

import (
	"github.com/telaah/telaah/lexicon"
)

// footing is a signature block as paragraphs, -1 where it lacks a part.
type footing struct{ first, office, copies int }

// foot marks the signature block and the tembusan behind paragraph from. The
// block stands at the right or at the left:
//
//	foot   = [place] [date] { behalf OFFICE } office name [copies]
//	place  = "Ditetapkan di" Place
//	date   = [Place ","] ["pada"] ["tanggal"] D month Y
//	office = [acting] OFFICE ["," ] { more of its name }
func (d *doc) foot(from int) {
	none := footing{-1, -1, -1}
	best, now := none, none
	for i := from; i < len(d.paras); i++ {
		p := d.paras[i]
		m, ok := d.Starts(p.first, "frame")
		switch {
		case ok && m.Entry.ID == "annex" && d.Upper(p.first, m.End) && (now.office >= 0 || best.office >= 0):
			i = len(d.paras)
		case ok && m.Entry.ID == "copies":
			now.copies = i
			if now.office >= 0 {
				i = len(d.paras)
			}
		case p.marker == "" && (ok && m.Entry.ID == "place" || d.dateline(p)):
			if now.office >= 0 {
				best, now = now, none
			}
			if now.first < 0 {
				now.first = i
			}
		case p.marker == "" && now.office < 0 && d.signs(p):
			now.office = i
			if now.first < 0 {
				now.first = i
			}
		case now.copies >= 0:
		case p.marker != "" || d.prose(p):
			if now.office >= 0 && (i-now.office > 1 || d.LineEnd(d.paras[now.office].first) < p.first) {
				best = now // a name stands in between
			}
			now = none
		}
	}
	if now.office >= 0 || best.office < 0 {
		best = now
	}
	d.markFoot(best)
}

// markFoot marks the paragraphs of a signature block and those behind it, up
// to an annex or to running text.
func (d *doc) markFoot(f footing) {
	start := f.first
	if start < 0 {
		start = f.copies
	}
	if start < 0 {
		return
	}
	end := start
	for ; end < len(d.paras); end++ {
		p := d.paras[end]
		m, ok := d.Starts(p.first, "frame")
		if end > start && (ok && m.Entry.ID == "annex" && d.Upper(p.first, m.End) || f.copies < 0 && !ok && d.prose(p)) {
			break
		}
		d.paras[end].part = partFrame
	}
	if f.first < 0 {
		return
	}
	stop := end
	if f.copies > start {
		stop = f.copies
	}
	d.framed.sign = [2]int{d.paras[start].first, d.paras[stop-1].end}
}

// prose reports whether p is running text: no line of a signature block has so
// many words in small letters.
func (d *doc) prose(p para) bool {
	small := 0
	for i := p.first; i < p.end && small < 6; i++ {
		if d.Toks[i].Kind == lexicon.Word && !d.Capital(i) {
			small++
		}
	}
	return small == 6
}

// dateline reports whether p begins with a line that holds nothing but a date,
// with the place in front of it or without.
func (d *doc) dateline(p para) bool {
	end := d.LineEnd(p.first)
	if end-p.first < 3 || end-p.first > 10 {
		return false
	}
	for i := p.first; i < end; i++ {
		if d.Toks[i].Kind == lexicon.Number {
			m, ok := d.Starts(i+1, "month")
			return ok && len(d.norm(i)) <= 2 && d.year(m.End) > 0 && d.Behind(m.End+1, "era") == end
		}
		if n := d.norm(i); n != "pada" && n != "," && n != "." && n != "-" && n != ":" && !d.Is(i, "dateword") && !d.Capital(i) {
			return false
		}
	}
	return false
}

// signs reports whether p begins with a line that names the office that signs:
// in capitals, before a comma, or behind "a.n." or an acting title.
func (d *doc) signs(p para) bool {
	i, end := p.first, min(p.end, d.LineEnd(p.first))
	if end-i > 14 {
		return false
	}
	shown := d.norm(end-1) == ","
	for range 3 {
		if m, ok := d.Starts(i, "behalf"); ok {
			i, shown = d.skip(m.End, "."), true
		} else if m, ok := d.Starts(i, "acting"); ok {
			i, shown = d.skip(m.End, "."), true
		}
	}
	if i >= end || !shown && !d.Upper(i, min(end, i+2)) || d.norm(end-1) == "." || d.norm(end-1) == ";" {
		return false
	}
	m, ok := d.Starts(i, "office")
	return d.Capital(i) && (ok && m.Entry.Attrs["rank"] != "body" || d.norm(i) == "menteri")
}
