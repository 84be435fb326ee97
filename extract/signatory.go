package extract

import (
	"strings"

	"github.com/telaah/telaah/circular"
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
	if e.by >= 0 && e.who.Office == "Menteri" && d.offices[e.by].inst != nil {
		e.who.Office = d.offices[e.by].inst.Head
	}
	if e.who.IsZero() && e.by >= 0 {
		if o := d.holderOf(&d.offices[e.by]); o != nil {
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
		for i := lo - 1; i >= max(0, lo-6) && acts[i].circ(); i-- {
			if of[i] == subject {
				return i
			}
		}
		return lo - 1
	}
	switch voice := m.Entry.Attrs["voice"]; {
	case m.Entry.ID == "dated" && d.pointsBack(m.End):
		return back() // "surat tertanggal 20 Maret 2020 itu meneruskan SE Menteri ..."
	case voice == "active" && strings.HasSuffix(d.norms[m.End-1], "nya") && lo < len(acts) && acts[lo].first-m.End <= 1:
		return lo // "menetapkannya lewat SE Nomor 5"
	case voice == "via":
		if lo < len(acts) && acts[lo].first-m.End <= 1 {
			return lo
		}
	case voice == "passive" || strings.HasSuffix(d.norms[m.End-1], "nya"):
		if k := lo - 1; k >= 0 && acts[k].first >= s.first {
			for k > 0 && acts[k].nested && acts[k-1].sent == acts[k].sent {
				k-- // one that stands in the title of another
			}
			return k
		}
		if voice == "passive" && lo < len(acts) && acts[lo].first < s.end && acts[lo].first-m.End < 8 {
			return lo
		}
		return back()
	default:
		if lo < len(acts) && acts[lo].first < s.end && acts[lo].first-m.End < 12 {
			if d.Is(acts[lo].first-1, "actboth") && acts[lo].number == "" {
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
	return k < len(d.dates) && d.dates[k].First == i && d.Is(d.dates[k].End, "actthis")
}

// nextAct returns the index of the first act that begins at token i or later.
func nextAct(acts []act, i int) int {
	lo, hi := 0, len(acts)
	for lo < hi {
		if mid := (lo + hi) / 2; acts[mid].first < i {
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
		switch d.norms[m.First] {
		case "ia", "dia", "beliau": // "SE yang ia teken": who was named last
			for i := m.First - 1; i >= s.first; i-- {
				if k := d.officeAt[i]; k >= 0 && d.offices[k].name != "" {
					return d.signatory(&d.offices[k], evidence)
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
			if o.rank == "body" || o.rank == "branch" {
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
		o := d.officeBehind(a.behind(), min(s.end, a.behind()+8))
		if o == nil || o.name == "" {
			o = nil
			for i := max(s.first, m.First-3*maxSigner); i < m.First; i++ {
				if k := d.officeAt[i]; k >= 0 && d.offices[k].name != "" {
					o = &d.offices[k]
				}
			}
		}
		if o == nil && m.First == s.first {
			o = d.leader(s.first)
		}
		if o != nil && o.name != "" && o.rank == "head" {
			return d.signatory(o, evidence)
		}
	}
	return circular.Signatory{}
}

// officeBehind returns the first office, no government, in the tokens from
// first up to end, if no other statement begins before it.
func (d *doc) officeBehind(first, end int) *office {
	for i := first; i < end; i++ {
		if k := d.officeAt[i]; k >= 0 && d.offices[k].rank != "body" {
			return &d.offices[k]
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
func (d *doc) officeBefore(i, from int) *office {
	for j := i - 1; j >= max(from, i-maxSigner); j-- {
		if k := d.officeAt[j]; k >= 0 {
			if d.endsAt(j, "behalf") != nil {
				continue // "X, a.n. Menteri, menandatangani"
			}
			return &d.offices[k]
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
		switch d.norms[i-1] {
		case "telah", "sudah", "juga", "resmi", "akhirnya", "langsung", "lalu", "pun":
			i--
			continue
		}
		break
	}
	end = i
	for i > from && d.Toks[i-1].Kind == lexicon.Word && d.Capital(i-1) && !d.stopsName(i-1) {
		i--
	}
	if n, _ := lexicon.DefaultRegions().MatchAt(d.norms, i); n > 0 && i+n >= end {
		return end, end // a region, not a person
	}
	return i, end
}

// bare returns a signatory of whom only a name is printed, made whole from
// where the text gives the name with an office.
func (d *doc) bare(first, end int, evidence circular.Evidence) circular.Signatory {
	name := d.Printed(first, end)
	for _, o := range d.people() {
		for j := o.nameFirst; j < o.nameEnd; j++ {
			if d.norms[j] == d.norms[first] && !d.Is(j, "honorific") && o.nameEnd-o.nameFirst >= end-first {
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
func (d *doc) people() []*office {
	if d.holders != nil {
		return d.holders
	}
	d.holders = []*office{}
	seen := map[string]bool{}
	for i := range d.offices {
		o := &d.offices[i]
		if o.name == "" || o.rank == "body" || seen[o.id+" "+o.name] || len(d.holders) == maxPeople || d.headlineAt(o.first) || d.furnitureAt(o.first) {
			continue
		}
		seen[o.id+" "+o.name] = true
		d.holders = append(d.holders, o)
	}
	return d.holders
}

// holderOf returns the place that names the holder of the office of o, or nil.
func (d *doc) holderOf(o *office) *office {
	if o.rank == "body" && o.inst == nil || o.rank == "branch" || o.rank == "chief" {
		return nil
	}
	t := tierOf(o)
	for _, p := range d.people() {
		if !tierOf(p).agrees(t) {
			continue
		}
		heads := p.rank == "head" && (o.rank == "head" || o.rank == "body" && o.inst != nil)
		if heads && (o.inst != nil || p.id == o.id) || o.rank == p.rank && o.id == p.id {
			return p
		}
	}
	return nil
}

// signatory returns the holder of o as records have it.
func (d *doc) signatory(o *office, evidence circular.Evidence) circular.Signatory {
	s := circular.Signatory{Name: o.name, Office: d.titleOfOffice(o), Capacity: o.capacity, Evidence: evidence, Span: d.Span(o.first, o.end)}
	if s.Name == "" {
		if p := d.holderOf(o); p != nil {
			s.Name, s.Span = p.name, d.Span(p.nameFirst, p.nameEnd)
			if s.Capacity == "" {
				s.Capacity = p.capacity
			}
		}
	} else {
		s.Span = d.Span(o.nameFirst, o.nameEnd)
		at := d.skip(o.nameEnd, ",")
		if m, ok := d.Starts(at, "behalf"); ok && m.End < len(d.Toks) {
			if k := d.officeAt[m.End]; k >= 0 {
				s.OnBehalf = &circular.OnBehalf{Form: m.Entry.Attrs["form"], Office: d.titleOfOffice(&d.offices[k])}
			}
		}
	}
	return s
}
