package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// signingDate returns the day that the verb m of sentence s gives to a, and
// whether it says so of signing itself.
func (d *doc) signingDate(m lexicon.Match, s sent, a *act) (circular.Date, bool) {
	from, active := m.End, m.Entry.Attrs["voice"] == "active"
	if m.Entry.Attrs["voice"] == "via" {
		from = a.Behind()
	}
	sure := m.Entry.Attrs["evidence"] == "signed"
	for k := d.nextDate(max(s.first, m.First-maxSigner)); k < len(d.Dates) && d.Dates[k].First < s.end; k++ {
		date := &d.Dates[k]
		if !date.Single() || date.Clock || d.dated[date.First] && !active && date.From != a.Date {
			continue
		}
		if a.TitleFirst <= date.First && date.First < a.TitleEnd {
			continue
		}
		before := d.Norms[date.First-min(1, date.First)]
		switch {
		case date.End <= m.First:
			// "Bupati X, Senin (23/9), mengeluarkan ..."
			if !active || (date.End+1 < m.First || d.Toks[date.End].Norm != ",") && !d.opens(date, m, s) {
				continue
			}
		case date.First < from:
			continue
		case m.Entry.Attrs["voice"] == "via":
			if date.First-from > 1 || before != "pada" && before != "tanggal" || date.End >= s.end || d.Toks[date.End].Norm != "," {
				continue
			}
		case date.First-from > maxSigner && (!active || date.First-a.Behind() > maxSigner):
			return circular.Date{}, false
		case active && date.First-max(a.Behind(), m.End) <= 2 && (date.Weekday || before != ","): // "meneken edaran itu Senin (8/4/2024)"
		case active && before == "pada" && d.adjoins(max(a.Behind(), m.End), date.First-1, a): // "meneken edaran itu atas nama gubernur pada 8 April"
		case active && date.First > max(a.Behind(), m.End) && (before != "," || !date.Weekday):
			continue
		case !active && !d.adjoins(from, date.First, a):
			continue
		}
		first := s.first
		if !active && a.First > first && a.First < m.First && m.First-a.Behind() <= 2 {
			first = a.First // "katanya, SE Nomor 5 yang terbit 8 April"
		}
		if active && before == "pada" {
			first = m.First // "X mengatakan, bupati meneken SE pada 8 April"
		}
		if !d.stated(first, date.First, m, a) {
			continue
		}
		d.dated[date.First] = true
		return date.From, sure
	}
	return circular.Date{}, false
}

// opens reports whether the date opens the sentence s in front of who does what
// the verb m says: "Pada tanggal 5 Mei Menteri X menetapkan ...".
func (d *doc) opens(date *mention.Date, m lexicon.Match, s sent) bool {
	if date.First-s.first > 1 {
		return false
	}
	o := d.officeBefore(m.First, date.End)
	return o != nil && o.First-date.End <= 1 && m.First-max(o.End, o.Holder.End) <= 1
}

// adjoins reports whether only who signed, and where, stands between a verb of
// signing that ends at token first and a date: no further statement begins.
func (d *doc) adjoins(first, date int, a *act) bool {
	for i := first; i < date; i++ {
		if a.First <= i && i < a.Behind() {
			i = a.Behind() - 1
			continue
		}
		if k := d.OfficeAt[i]; k >= 0 {
			i = max(d.Offices[k].End, d.Offices[k].Holder.End) - 1
			continue
		}
		switch d.Norms[i] {
		case "untuk", "yang", "agar", "guna", "dan", "supaya", "sehingga", "karena", "bagi":
			return false
		}
	}
	return true
}

// stated reports whether no verb of speech, which makes a date the press day,
// and no word of effect stands between the start of the sentence and a date.
func (d *doc) stated(first, date int, m lexicon.Match, a *act) bool {
	for i := max(first, date-4*maxSigner); i < date; i++ {
		if a.TitleFirst <= i && i < a.TitleEnd {
			continue
		}
		for _, c := range d.At(i) {
			switch c.Entry.Class {
			case "press":
				return false
			case "dateopen":
				if i >= m.End && c.End >= date-2 {
					return false
				}
			case "dateuse":
				if i >= m.End && c.Entry.ID == "window" && c.First >= m.End {
					return false
				}
			}
		}
	}
	return true
}

// leader returns the head of a government with whom the sentence before token
// first begins, if nobody speaks in it: "Bupati X mengatur ... Lewat SE ...".
func (d *doc) leader(first int) *mention.Office {
	k := d.sentAt(first) - 1
	if k < 0 {
		return nil
	}
	s := d.sents[k]
	if _, said := d.Find(s.first, s.end, "press"); said || d.headlineAt(s.first) {
		return nil
	}
	for i := s.first; i < min(s.end, s.first+2*maxSigner); i++ {
		if k := d.OfficeAt[i]; k >= 0 && d.Offices[k].Rank == "head" && d.Offices[k].Holder.Name != "" {
			return &d.Offices[k]
		}
	}
	return nil
}
