package circulars

import (
	"cmp"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// lexiconAt returns the match of v as if it stood at token i.
func lexiconAt(v verb, i int) lexicon.Match {
	m := v.Match
	m.First = i
	return m
}

// stepBack returns the token behind who does what the verb at token i says:
// adverbs, relative "yang", dates, and what commas set apart with a verb of
// speech are stepped over.
func (b *builder) stepBack(i, first int) int {
	from := i
	for i > first {
		switch {
		case b.endOf(i, "issuefill") >= first:
			i = b.endOf(i, "issuefill")
		case b.Norms[i-1] == "," && b.Is(i, "relative") && i < from:
			return i - 1 // "X, yang juga menandatangani"
		case b.Norms[i-1] == ",":
			i = b.asideBefore(i-1, first)
		case b.dateEnd(i) >= first:
			i = b.dateEnd(i)
		default:
			return i
		}
	}
	return i
}

// asideBefore returns where what is set apart by the comma at token i begins, if
// somebody speaks in it; else i.
func (b *builder) asideBefore(i, first int) int {
	said := false
	for j := i - 1; j >= first; j-- {
		said = said || b.Is(j, "press")
		if b.Norms[j] == "," && said {
			return j
		}
	}
	return i
}

// endOf returns the first token of the phrase of the class that ends right in
// front of token i, or -1.
func (b *builder) endOf(i int, class string) int {
	for j := i - 1; j >= 0 && j >= i-maxPhrase; j-- {
		if m, ok := b.Starts(j, class); ok && m.End == i {
			return j
		}
	}
	return -1
}

// maxPhrase bounds the tokens of one phrase of the lexicon that endOf looks for.
const maxPhrase = 4

// endsAt reports whether a phrase of the class ends right in front of token i.
func (b *builder) endsAt(i int, class string) bool { return b.endOf(i, class) >= 0 }

// dateEnd returns the first token of the date that ends right in front of token
// i, or -1.
func (b *builder) dateEnd(i int) int {
	if k := b.DateFrom(i) - 1; k >= 0 && b.Dates[k].End == i {
		return b.Dates[k].First
	}
	return -1
}

// nameWord reports whether token i can be a word of a name.
func (b *builder) nameWord(i int) bool {
	return b.Toks[i].Kind == lexicon.Word && b.Capital(i) && !mention.StopsName(b.Reading, i)
}

// place reports whether the tokens name a region, not a person.
func (b *builder) place(first, end int) bool {
	n, _ := lexicon.DefaultRegions().MatchAt(b.Norms, first)
	return n > 0 && first+n >= end
}

// farBefore returns the last office in front of the verb v in its sentence, if
// no act stands between and nobody speaks through it.
func (b *builder) farBefore(v verb) []agent {
	for k := b.officeBefore(v.First); k >= 0 && b.Offices[k].First >= v.in.First; k-- {
		o := &b.Offices[k]
		for j := o.Behind(); j < v.First; j++ {
			if b.Is(j, "act") || b.Is(j, "issue") {
				return nil
			}
		}
		if b.endsAt(o.First, "press") || b.endsAt(o.First, "behalf") {
			continue
		}
		if o.Rank == mention.Body || o.Rank == mention.Branch {
			return nil
		}
		return []agent{{office: o}}
	}
	return nil
}

// meant returns whom the pronoun at token i stands for: "saya" who speaks in the
// sentence, "ia" who was named last with an office.
func (b *builder) meant(i int, in mention.Sentence) []agent {
	m, ok := b.Starts(i, "personal")
	if !ok {
		return nil
	}
	if m.Entry.ID == "speaker" {
		for j := m.End; j < in.End; j++ {
			if s, ok := b.Starts(j, "press"); ok {
				if who, _ := b.agentAt(s.End, in.End); who.office != nil || who.person.Name != "" {
					return []agent{who}
				}
			}
		}
	}
	for k := b.officeBefore(i); k >= 0; k-- {
		if o := &b.Offices[k]; o.Holder.Name != "" && b.running(o.First) {
			return []agent{{office: o}}
		}
	}
	return nil
}

// through returns who lets a circular speak: "X lewat SE Nomor 5 meminta",
// "Dalam SE itu, X meminta". Who only speaks about it is none.
func (b *builder) through(v verb, obj int) []agent {
	for obj+1 < len(b.acts) && b.acts[obj+1].List > b.acts[obj].List {
		obj++
	}
	behind := b.Skip(b.told(b.acts[obj].Behind(), v.in.End), ",")
	if b.opensClause(v.First, v.in.First) {
		if a, next := b.agentAt(behind, v.in.End); next > behind && a.office != nil {
			if v.Entry.Class == "within" && b.Is(next, "press") {
				return nil
			}
			return named(a)
		}
	}
	i := v.First
	if i > v.in.First && b.Norms[i-1] == "," {
		i--
	}
	k := b.officeBefore(i)
	own := k >= 0 && v.Entry.Class != "within" && b.Offices[k].Behind() == i && b.acts[obj].By == k
	if b.saidBefore(v) && !own { // "disampaikan Gubernur X lewat SE Nomor 5"
		return nil
	}
	if k >= 0 && b.Offices[k].First >= v.in.First {
		o := &b.Offices[k]
		if o.Behind() == i && (v.Entry.Class != "within" || b.rulesBehind(behind, v.in.End)) || b.rulesIn(o, i) {
			return named(agent{office: o})
		}
		if v.Entry.Class != "within" && o.Rank == mention.Head {
			return named(agent{office: o})
		}
	}
	if b.opensClause(v.First, v.in.First) && v.Entry.Class != "within" {
		return b.leader(v.in.First)
	}
	return nil
}

// rulesIn reports whether o rules what an act at token end holds: "Bupati X
// mengatur hal itu dalam SE Nomor 5".
func (b *builder) rulesIn(o *mention.Office, end int) bool {
	at := o.Behind()
	for b.Is(at, "issuefill") {
		at = b.Behind(at, "issuefill")
	}
	if !b.Is(at, "ruling") || at >= end {
		return false
	}
	for i := at + 1; i < end; i++ {
		if b.Is(i, "press") || b.Is(i, "issue") || b.Is(i, "relative") || b.OfficeAt[i] >= 0 && b.Offices[b.OfficeAt[i]].Holder.Name != "" {
			return false
		}
	}
	return true
}

// told returns the token behind what is told of an act that ends at token i: that
// it is the one named before, its day, a relative clause up to its comma.
func (b *builder) told(i, end int) int {
	i = b.Behind(i, "actthis")
	if k := b.DateFrom(i); k < len(b.Dates) && b.Dates[k].First == b.Behind(i, "onday") {
		i = b.Dates[k].End
	}
	if !b.Is(i, "relative") {
		return i
	}
	for j := i; j < end; j++ {
		if b.Norms[j] == "," {
			return j
		}
	}
	return i
}

// opensClause reports whether the sentence that begins at token first opens with
// token i, a dateline left out.
func (b *builder) opensClause(i, first int) bool {
	if i == b.Behind(first, "issuefill") {
		return true
	}
	switch b.Norms[i-1] {
	case "-", "\u2013", "\u2014":
		return b.Toks[i].Space
	}
	return false
}

// named returns a alone if it names a person who can rule.
func named(a agent) []agent {
	if a.office == nil || a.office.Holder.Name == "" && a.person.Name == "" || a.office.Rank == mention.Body || a.office.Rank == mention.Branch {
		return nil
	}
	return []agent{a}
}

// saidBefore reports whether somebody speaks in the sentence in front of v.
func (b *builder) saidBefore(v verb) bool {
	for i := v.in.First; i < v.First; i++ {
		if b.Is(i, "press") {
			return true
		}
	}
	return false
}

// rulesBehind reports whether a verb of ruling follows the act that ends at
// token first: "meminta", "mengatur".
func (b *builder) rulesBehind(first, end int) bool {
	for i := first; i < end; i++ {
		if b.Is(i, "ruling") {
			return true
		}
		if b.Is(i, "press") {
			return false
		}
	}
	return false
}

// leader returns the head of a government with whom the sentence before token
// first begins, if nobody speaks in it: "Bupati X mengatur ... Lewat SE ...".
func (b *builder) leader(first int) []agent {
	k := b.layout.At(first) - 1
	if k < 0 || b.layout.Sentences[k].Kind != mention.Running {
		return nil
	}
	s := b.layout.Sentences[k]
	if _, said := b.Find(s.First, s.End, "press"); said {
		return nil
	}
	for i := s.First; i < s.End; i++ {
		if k := b.OfficeAt[i]; k >= 0 && b.Offices[k].Rank == mention.Head && b.Offices[k].Holder.Name != "" {
			return []agent{{office: &b.Offices[k]}}
		}
	}
	return nil
}

// signedOn gives the subjects the day that the verb v tells of act obj.
func (b *builder) signedOn(v verb, obj int, subjects []int) {
	day, sure := b.day(v, obj)
	if day.IsZero() {
		return
	}
	targets := subjects
	if len(subjects) > 1 && b.acts[obj].List == 0 && b.acts[obj].Number != "" && !b.firstOfList(obj) {
		targets = []int{b.edictOf(obj)}
	}
	for _, i := range targets {
		if e := &b.edicts[i]; !e.sure && (e.signed.IsZero() || sure) {
			e.signed, e.sure = day, sure
		}
	}
}

// day returns the day that the verb v gives to act obj, and whether it says so
// of signing itself.
func (b *builder) day(v verb, obj int) (circular.Date, bool) {
	a := &b.acts[obj]
	sure := v.evidence() == circular.EvidenceSigned && v.Entry.Attrs["date"] == ""
	if v.Entry.Attrs["date"] != "" {
		sure = v.Entry.Attrs["sure"] != ""
	}
	for k := b.DateFrom(v.in.First); k < len(b.Dates) && b.Dates[k].First < v.in.End; k++ {
		d := &b.Dates[k]
		if !d.Single() || d.Clock || a.TitleFirst <= d.First && d.First < a.TitleEnd {
			continue
		}
		if b.out.Dated[d.First] && v.voice() != "active" && d.From != a.Date {
			continue // the day of another act
		}
		if !b.tells(v, a, d) {
			continue
		}
		b.out.Dated[d.First] = true
		year := a.Year
		if a.edict >= 0 {
			year = cmp.Or(year, b.edicts[a.edict].year)
		}
		return ofYear(*d, year), sure
	}
	return circular.Date{}, false
}

// tells reports whether the day d belongs to what the verb v says of a.
func (b *builder) tells(v verb, a *Act, d *mention.Date) bool {
	switch voice := v.voice(); {
	case d.End <= v.First:
		return voice == "active" && b.dayBefore(v, d)
	case d.First < v.End:
		return false
	case voice == "via":
		if at := b.Behind(a.Behind(), "onday"); v.Entry.Class == "within" || at != d.First || at == a.Behind() && !b.Is(at, "dateword") || d.End >= v.in.End || b.Norms[d.End] != "," {
			return false
		}
	case voice == "active":
		from := max(v.End, min(a.Behind(), d.First))
		if !b.joins(from, d.First, a, true) || b.Norms[d.First-1] == "," && !d.Weekday && !b.Is(d.First, "dateword") {
			return false
		}
	default:
		if !b.joins(v.End, d.First, a, true) {
			return false
		}
	}
	return b.stated(v, a, d.First)
}

// dayBefore reports whether the day d in front of an active verb is that of
// what it says: "Bupati X, Senin (23/9), mengeluarkan ...", "Pada tanggal 5 Mei
// Menteri X menetapkan ...".
func (b *builder) dayBefore(v verb, d *mention.Date) bool {
	if b.saidBefore(v) {
		return false
	}
	if j := b.Skip(d.End, ","); j > d.End && b.onlyAdverbs(j, v.First) {
		return true
	}
	if b.onlyAdverbs(v.in.First, d.First) || b.Behind(v.in.First, "onday") == d.First {
		at := b.Skip(d.End, ",")
		if k := b.OfficeAt[min(at, len(b.OfficeAt)-1)]; k >= 0 {
			return b.onlyAdverbs(b.Offices[k].Behind(), v.First)
		}
	}
	return false
}

// onlyAdverbs reports whether nothing but adverbs stands between two tokens.
func (b *builder) onlyAdverbs(first, end int) bool {
	for i := first; i < end; {
		next := b.Behind(i, "issuefill")
		if next == i {
			return false
		}
		i = next
	}
	return true
}

// joins reports whether only who signed, where, and the act itself stand
// between token first and a date: no further statement begins. Behind a comma
// the date must name its weekday or "tanggal", else it may be anything.
func (b *builder) joins(first, date int, a *Act, who bool) bool {
	for i := first; i < date; {
		switch {
		case a.First <= i && i < a.Behind():
			i = a.Behind()
		case b.OfficeAt[i] >= 0 && who:
			i = b.Offices[b.OfficeAt[i]].Behind()
		case b.Is(i, "statement"), b.Is(i, "actrole"), b.Is(i, "press"), b.Is(i, "dateopen"):
			return false
		default:
			i++
		}
	}
	return true
}

// stated reports whether no verb of speech, which makes a date the press day,
// and no word of effect stands between the verb, or who is its subject, and a date.
func (b *builder) stated(v verb, a *Act, date int) bool {
	first := v.in.First
	if v.voice() != "active" && a.First > first && a.First < v.First {
		first = a.First // "katanya, SE Nomor 5 yang terbit 8 April"
	}
	if v.voice() == "active" {
		first = v.First // "X mengatakan, bupati meneken SE pada 8 April"
	}
	for i := first; i < date; i++ {
		if a.TitleFirst <= i && i < a.TitleEnd {
			continue
		}
		for _, c := range b.At(i) {
			switch {
			case c.Entry.Class == "press",
				c.Entry.Class == "dateopen" && i >= v.End,
				c.Entry.Class == "dateuse" && c.Entry.ID == "window" && i >= v.End:
				return false
			}
		}
	}
	return true
}
