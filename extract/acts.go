package extract

import (
	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/lexicon"
)

// act is one place where the text names an act.
type act struct {
	first, end       int            // its tokens, up to number, year and date; without the title
	entry            *lexicon.Entry // of class "act"
	by               int            // index of the office that issued it, or -1
	region           string         // name of the region behind "Peraturan Bupati" and the like
	issuer           string         // name of an issuer that is no office we know
	number           string         // as printed
	numFirst, numEnd int
	year             int
	garbled          int           // token of an unreadable year, or 0
	date             circular.Date // printed with it
	titleFirst       int           // tokens of the title, equal when it has none
	titleEnd         int
	subject          string // of the number block, for want of a title
	role             string // of the cue in front: "", basis, amended, revoked, cited, none
	cue              *lexicon.Entry
	back             bool // points back: "edaran itu", "SE tersebut"
	dead             bool // said to stay in force, to follow later, and so on
	nested           bool // stands in the title of another act
	sent             int
}

// names is what the text names: dates, offices and acts, by position.
type names struct {
	norms    []string          // Norm of every token, for the tables of names
	dates    []mention.Date    // every date and range of dates
	dated    map[int]bool      // by first token: a date that tells when an act was signed
	years    []mention.Year    // every year of this calendar that is printed
	offices  []office          // every office, government and institution
	places   map[string]string // names of places that only the text knows, as printed
	officeAt []int32           // by token: the office that begins there, or -1
	holders  []*office         // see people
	home     lexicon.Region    // the region that the text is about; zero where it does not tell
	acts     []act             // every act
	trial    bool              // a circular of the text orders a trial
	framed   frameParts        // the frame, where the text is the circular itself
}

// circ reports whether the act is a circular.
func (a *act) circ() bool { return a.entry.Attrs["type"] == "SE" }

// behind returns the token behind the act with its title.
func (a *act) behind() int { return max(a.end, a.titleEnd) }

// findActs adds the circulars that the text names, with their roles and
// signatories, and a legal-basis clause for every other act.
func (d *doc) findActs() {
	d.findPlaces()
	d.findOffices()
	d.findHome()
	var acts []act
	title := 0 // end of the last title
	i := 0
	if se := d.Lex.Entry("act", "se"); se != nil && d.framed.letter {
		acts, i = append(acts, d.letterAct(se)), d.framed.head[1]
	}
	for i < len(d.Toks) {
		found := d.actsAt(i)
		if len(found) == 0 && len(acts) > 0 {
			found = d.numberOf(i, &acts[len(acts)-1])
		}
		if len(found) == 0 {
			i++
			continue
		}
		for k := range found {
			a := &found[k]
			a.nested = a.first < title
			a.sent = d.sentAt(a.first)
			acts = append(acts, *a)
		}
		last := found[len(found)-1]
		title = max(title, last.titleEnd)
		i = max(i+1, last.end)
	}
	d.dropNumbers(acts)
	for i := range acts {
		d.cueOf(acts, i)
		if m, ok := d.Starts(acts[i].behind(), "actbehind"); ok && acts[i].role == "" {
			acts[i].role, acts[i].cue = m.Entry.Attrs["role"], m.Entry
		}
		d.author(&acts[i])
	}
	d.framedAct(acts)
	d.ownYears(acts)
	d.acts = acts
	d.bases(acts)
	d.circulars(acts)
}
