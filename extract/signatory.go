package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// maxSigner bounds how far from its verb a signatory may stand, in tokens.
const maxSigner = 24

// sign finds who signed or issued the subject e, and when. Verbs of signing
// and issuing whose object is e decide; without one, the holder of the issuing
// office where the text names both.
func (d *doc) sign(e *edict, subject int, acts []act, of []int, hero tier) {
	weight := map[circular.Evidence]int{circular.EvidenceSigned: 3, circular.EvidenceIssued: 2, circular.EvidenceInferred: 1}
	settled := !e.signed.IsZero() // a date was printed with the act itself
	for _, m := range d.Matches {
		if m.Entry.Class != "issue" {
			continue
		}
		k := d.sentAt(m.First)
		if k < 0 || d.paras[d.sents[k].para].part == partFurniture || d.paras[d.sents[k].para].part == partHeadline {
			continue
		}
		s := d.sents[k]
		obj := d.object(m, s, acts, of, subject, hero)
		if obj < 0 || of[obj] != subject {
			continue
		}
		if m.Entry.Attrs["date"] == "" {
			who := d.signer(m, s, &acts[obj], e)
			if who.Name != "" || who.Office != "" {
				old := e.who
				better := old.IsZero() || weight[who.Evidence] > weight[old.Evidence] || weight[who.Evidence] == weight[old.Evidence] && old.Name == "" && who.Name != ""
				if better {
					if who.Name == "" && old.Name != "" && old.Office == who.Office {
						who.Name, who.Span = old.Name, old.Span
					}
					e.who = who
				}
			}
		}
		if !settled {
			if date, sure := d.signingDate(m, s, &acts[obj]); !date.IsZero() && (e.signed.IsZero() || sure) {
				e.signed, settled = date, sure
			}
		}
	}
	if e.who.Name == "" && e.who.Office != "" || d.framed.title[1] > 0 {
		return
	}
	if e.by >= 0 && e.who.Office == "Menteri" && d.Offices[e.by].Inst != nil {
		e.who.Office = d.Offices[e.by].Inst.Head
	}
	if e.who.IsZero() && e.by >= 0 {
		if o := d.holderOf(&d.Offices[e.by]); o != nil {
			e.who = d.signatory(o, circular.EvidenceInferred)
		}
	}
}

// object returns the index of the act that the verb m of sentence s is about,
// or -1: behind an active verb, in front of a passive one. Where the verb only
// points back, to "surat itu", it is the subject if that was named just before.
func (d *doc) object(m lexicon.Match, s sent, acts []act, of []int, subject int, hero tier) int {
	lo := nextAct(acts, m.First)
	back := func() int {
		for i := lo - 1; i >= max(0, lo-6) && acts[i].Circular(); i-- {
			if of[i] == subject {
				return i
			}
		}
		return lo - 1
	}
	switch voice := m.Entry.Attrs["voice"]; {
	case m.Entry.ID == "dated" && d.pointsBack(m.End):
		return back() // "surat tertanggal 20 Maret 2020 itu meneruskan SE Menteri ..."
	case voice == "active" && strings.HasSuffix(d.Norms[m.End-1], "nya") && lo < len(acts) && acts[lo].First-m.End <= 1:
		return lo // "menetapkannya lewat SE Nomor 5"
	case voice == "via":
		if lo < len(acts) && acts[lo].First-m.End <= 1 {
			return lo
		}
	case voice == "passive" || strings.HasSuffix(d.Norms[m.End-1], "nya"):
		if k := lo - 1; k >= 0 && acts[k].First >= s.first {
			for k > 0 && acts[k].Nested && acts[k-1].Sentence == acts[k].Sentence {
				k-- // one that stands in the title of another
			}
			return k
		}
		if voice == "passive" && lo < len(acts) && acts[lo].First < s.end && acts[lo].First-m.End < 8 {
			return lo
		}
		return back()
	default:
		if lo < len(acts) && acts[lo].First < s.end && acts[lo].First-m.End < 12 {
			if d.Is(acts[lo].First-1, "actboth") && acts[lo].Number == "" {
				return back() // "kedua edaran"
			}
			return lo
		}
		if _, ok := d.Find(m.End, min(s.end, m.End+3), "actback"); ok {
			return back()
		}
		// "Pemprov mengeluarkan aturan ...": the subject, if it is the hero's.
		if _, ok := d.Find(m.End, min(s.end, m.End+3), "actnoun"); ok {
			if o := d.officeBefore(m.First, s.first); o != nil && tierOf(o).agrees(hero) {
				for i := range of {
					if of[i] == subject {
						return i
					}
				}
			}
		}
	}
	return -1
}

// pointsBack reports whether a date at token i is followed by "itu" or the like.
func (d *doc) pointsBack(i int) bool {
	k := d.nextDate(i)
	return k < len(d.Dates) && d.Dates[k].First == i && d.Is(d.Dates[k].End, "actthis")
}

// nextAct returns the index of the first act that begins at token i or later.
func nextAct(acts []act, i int) int {
	lo, hi := 0, len(acts)
	for lo < hi {
		if mid := (lo + hi) / 2; acts[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// signer returns who does what the verb m of sentence s says.
func (d *doc) signer(m lexicon.Match, s sent, a *act, e *edict) circular.Signatory {
	evidence := circular.Evidence(m.Entry.Attrs["evidence"])
	switch m.Entry.Attrs["voice"] {
	case "passive":
		switch d.Norms[m.First] {
		case "ia", "dia", "beliau": // "SE yang ia teken": who was named last
			for i := m.First - 1; i >= s.first; i-- {
				if k := d.OfficeAt[i]; k >= 0 && d.Offices[k].Holder.Name != "" {
					return d.signatory(&d.Offices[k], evidence)
				}
			}
		}
		if o := d.officeBehind(m.End, min(s.end, m.End+maxSigner)); o != nil {
			return d.signatory(o, evidence)
		}
		i := d.skip(m.End, "oleh")
		if first, end := d.person(i); end > first && !d.dateAt(first) && d.Toks[i-1].End < d.Toks[first].Start {
			return d.bare(first, end, evidence)
		}
	case "active":
		if o := d.officeBefore(m.First, s.first); o != nil {
			if o.Rank == "body" || o.Rank == "branch" {
				return circular.Signatory{}
			}
			return d.signatory(o, evidence)
		}
		if first, end := d.nameBefore(m.First, s.first); end > first {
			return d.bare(first, end, evidence)
		}
	case "via":
		for i := max(s.first, m.First-3*maxSigner); i < m.First; i++ {
			if d.Is(i, "press") {
				return circular.Signatory{}
			}
		}
		o := d.officeBehind(a.Behind(), min(s.end, a.Behind()+8))
		if o == nil || o.Holder.Name == "" {
			o = nil
			for i := max(s.first, m.First-3*maxSigner); i < m.First; i++ {
				if k := d.OfficeAt[i]; k >= 0 && d.Offices[k].Holder.Name != "" {
					o = &d.Offices[k]
				}
			}
		}
		if o == nil && m.First == s.first {
			o = d.leader(s.first)
		}
		if o != nil && o.Holder.Name != "" && o.Rank == "head" {
			return d.signatory(o, evidence)
		}
	}
	return circular.Signatory{}
}

// officeBehind returns the first office, no government, in the tokens from
// first up to end, if no other statement begins before it.
func (d *doc) officeBehind(first, end int) *mention.Office {
	for i := first; i < end; i++ {
		if k := d.OfficeAt[i]; k >= 0 && d.Offices[k].Rank != "body" {
			return &d.Offices[k]
		}
		for _, m := range d.At(i) {
			switch m.Entry.Class {
			case "act", "press", "acttitle", "behalf":
				return nil
			}
		}
	}
	return nil
}

// officeBefore returns the last office in front of token i, not in front of
// token from, that can be the subject of a verb at i.
func (d *doc) officeBefore(i, from int) *mention.Office {
	for j := i - 1; j >= max(from, i-maxSigner); j-- {
		if k := d.OfficeAt[j]; k >= 0 {
			if d.endsAt(j, "behalf") != nil {
				continue // "X, a.n. Menteri, menandatangani"
			}
			return &d.Offices[k]
		}
		for _, m := range d.At(j) {
			if m.Entry.Class == "act" {
				return nil
			}
		}
	}
	return nil
}

// nameBefore returns the tokens of the name that ends right before token i,
// adverbs such as "telah" left out.
func (d *doc) nameBefore(i, from int) (first, end int) {
	for i > from {
		switch d.Norms[i-1] {
		case "telah", "sudah", "juga", "resmi", "akhirnya", "langsung", "lalu", "pun":
			i--
			continue
		}
		break
	}
	end = i
	for i > from && d.Toks[i-1].Kind == lexicon.Word && d.Capital(i-1) && !mention.StopsName(d.Reading, i-1) {
		i--
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(d.Norms, i); n > 0 && i+n >= end {
		return end, end // a region, not a person
	}
	return i, end
}

// bare returns a signatory of whom only a name is printed, made whole from
// where the text gives the name with an office.
func (d *doc) bare(first, end int, evidence circular.Evidence) circular.Signatory {
	name := d.Printed(first, end)
	for _, o := range d.people() {
		for j := o.Holder.First; j < o.Holder.End; j++ {
			if d.Norms[j] == d.Norms[first] && !d.Is(j, "honorific") && o.Holder.End-o.Holder.First >= end-first {
				return d.signatory(o, evidence)
			}
		}
	}
	return circular.Signatory{Name: name, Evidence: evidence, Span: d.Span(first, end)}
}

// maxPeople bounds how many people with an office are kept in mind.
const maxPeople = 128

// people returns the offices that the running text names with their holder,
// each holder once, by position. In a headline capitals hide where a name ends.
func (d *doc) people() []*mention.Office {
	if d.holders != nil {
		return d.holders
	}
	d.holders = []*mention.Office{}
	key := func(o *mention.Office) string {
		if o.Entry == nil {
			return o.Holder.Name
		}
		return o.Entry.ID + " " + o.Holder.Name
	}
	seen := map[string]bool{}
	for i := range d.Offices {
		o := &d.Offices[i]
		if o.Holder.Name == "" || o.Rank == "body" || seen[key(o)] || len(d.holders) == maxPeople || d.headlineAt(o.First) || d.furnitureAt(o.First) {
			continue
		}
		seen[key(o)] = true
		d.holders = append(d.holders, o)
	}
	return d.holders
}

// holderOf returns the place that names the holder of the office of o, or nil.
func (d *doc) holderOf(o *mention.Office) *mention.Office {
	if o.Rank == "body" && o.Inst == nil || o.Rank == "branch" || o.Rank == "chief" {
		return nil
	}
	t := tierOf(o)
	for _, p := range d.people() {
		if !tierOf(p).agrees(t) {
			continue
		}
		heads := p.Rank == "head" && (o.Rank == "head" || o.Rank == "body" && o.Inst != nil)
		if heads && (o.Inst != nil || p.Entry == o.Entry) || o.Rank == p.Rank && o.Entry == p.Entry {
			return p
		}
	}
	return nil
}

// signatory returns the holder of o as records have it.
func (d *doc) signatory(o *mention.Office, evidence circular.Evidence) circular.Signatory {
	s := circular.Signatory{Name: o.Holder.Name, Office: d.titleOfOffice(o), Capacity: o.Capacity, Evidence: evidence, Span: d.Span(o.First, o.End)}
	if s.Name == "" {
		if p := d.holderOf(o); p != nil {
			s.Name, s.Span = p.Holder.Name, d.Span(p.Holder.First, p.Holder.End)
			if s.Capacity == "" {
				s.Capacity = p.Capacity
			}
		}
	} else {
		s.Span = d.Span(o.Holder.First, o.Holder.End)
		at := d.skip(o.Holder.End, ",")
		if m, ok := d.Starts(at, "behalf"); ok && m.End < len(d.Toks) {
			if k := d.OfficeAt[m.End]; k >= 0 {
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: d.titleOfOffice(&d.Offices[k])}
			}
		}
	}
	return s
}
