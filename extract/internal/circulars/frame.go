package circulars

import (
	"strings"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/mention"
	"github.com/telaah/telaah/extract/internal/outline"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// Frame is where an official circular prints what frames its rules; its ranges
// are empty where the text lacks them.
type Frame struct {
	Head      Range  // letterhead, place and date, number block, addressee
	Title     Range  // SURAT EDARAN, number, TENTANG and title
	Sign      Range  // place, date, office, name, NIP
	Addressee Range  // whom the head names as reader
	Letter    bool   // the head is the number block of a letter, without a title
	Issuer    string // office in whose name it is signed
}

// FrameOf returns the frame of the text that o is the outline of; it is empty
// where the text is no circular.
func FrameOf(o *outline.Outline) Frame {
	f, found := Frame{}, false
	if !o.Letter {
		f, found = FindFrame(o.Reading)
	}
	if o.Official && !o.Title.Empty() && (o.Letter || o.Blocks[o.BlockAt(o.Title.First)].Part == outline.Title) {
		end := f.Sign
		f = Frame{Head: Range(o.Head), Title: Range(o.Title), Sign: Range(o.Sign), Letter: o.Letter}
		if f.Sign.Empty() && found {
			f.Sign = end
		}
		if f.Addressee = Addressee(o.Reading, f.Head); f.Addressee.Empty() {
			f.Addressee = addressees(o)
		}
	}
	return f
}

// Behind returns the token behind the head of a letter, which names itself and
// no other act; 0 for any other text.
func (f *Frame) Behind() int {
	if f.Letter {
		return f.Head.End
	}
	return 0
}

// addressees returns the range of the readers that o shows.
func addressees(o *outline.Outline) (r Range) {
	for _, bl := range o.Blocks {
		switch {
		case bl.Part == outline.Addressee && r.Empty():
			r = Range{bl.First, bl.End}
		case bl.Part == outline.Addressee:
			r.End = bl.End
		case bl.Part != outline.Furniture && !r.Empty():
			return r
		}
	}
	return r
}

// FindFrame finds the frame of a text whose lines do not show it: a page that
// was read as one line, or with its letters apart. The title decides:
//
//	title = "SURAT EDARAN" [ISSUER] ( "NOMOR" number | "TENTANG" )      in capitals
//
// and without one the number block of a letter, in front of any sentence:
//
//	block = "Nomor" ":" number, "Hal" ..., "Yth." ...                   in any order
func FindFrame(r *reading.Reading) (Frame, bool) {
	prose := proseFrom(r, 0)
	for _, m := range r.Matches {
		if m.Entry.Class != "frame" || m.Entry.ID != "heading" || !capitals(r, m.First, m.End) || m.First > 0 && r.Is(r.LineStart(m.First), "act") && r.LineStart(m.First) != m.First {
			continue
		}
		if annexed(r, m.First) {
			break
		}
		if end, ok := titleEnd(r, m.End); ok {
			f := Frame{Head: Range{0, m.First}, Title: Range{m.First, end}}
			body := proseFrom(r, end)
			f.Head.End = m.First
			f.Sign = signRange(r, body)
			f.Addressee = Addressee(r, Range{0, body})
			return f, true
		}
	}
	if f, ok := letterFrame(r, prose); ok {
		f.Sign = signRange(r, f.Head.End)
		f.Addressee = Addressee(r, f.Head)
		return f, true
	}
	return Frame{}, false
}

// capitals reports whether the words of the range are in capitals.
func capitals(r *reading.Reading, first, end int) bool {
	return strings.ToUpper(r.Text.Body[r.Toks[first].Start:r.Toks[end-1].End]) == r.Text.Body[r.Toks[first].Start:r.Toks[end-1].End]
}

// annexed reports whether the heading at token i is that of an annex, which
// names its circular again.
func annexed(r *reading.Reading, i int) bool {
	m, ok := r.Starts(i-1, "frame")
	return ok && m.Entry.ID == "annex" && i > 1
}

// titleEnd returns the token behind the title whose heading ends at token i, if
// a number or TENTANG follows its issuer in capitals.
func titleEnd(r *reading.Reading, i int) (int, bool) {
	numbered := false
	for ; i < len(r.Toks); i++ {
		if m, ok := r.Starts(i, "actnumber"); ok && !numbered {
			n := mention.NumberAt(r, m.End)
			i, numbered = max(n.Behind, m.End)-1, true
			continue
		}
		if m, ok := r.Starts(i, "frame"); ok && m.Entry.ID == "about" {
			return capitalsEnd(r, m.End), true
		}
		if r.Toks[i].Kind == lexicon.Word && !capitals(r, i, i+1) {
			return i, numbered
		}
	}
	return i, numbered
}

// capitalsEnd returns the token behind the run of capitals that begins at token i.
func capitalsEnd(r *reading.Reading, i int) int {
	for i < len(r.Toks) && (r.Toks[i].Kind != lexicon.Word || capitals(r, i, i+1)) {
		i++
	}
	if i < len(r.Toks) && i > 0 && r.Toks[i-1].Kind == lexicon.Word && len(r.Raw(i-1)) == 1 {
		i-- // the first letter of the sentence behind
	}
	return i
}

// smallWords is how many words in small letters in a row make running text: no
// line of a head or a signature block has so many.
const smallWords = 5

// proseFrom returns the first token, at i or behind it, of a run of words in
// small letters that only running text has.
func proseFrom(r *reading.Reading, i int) int {
	run := 0
	for ; i < len(r.Toks); i++ {
		if m, ok := r.Starts(i, "block"); ok && m.Entry.ID == "about" && r.LineStart(i) == i && r.Skip(m.End, ":") > m.End {
			for run = 0; i+1 < len(r.Toks) && !r.Toks[i+1].Line; i++ { // what a letter is about may be in small letters
			}
			continue
		}
		switch {
		case r.Toks[i].Kind == lexicon.Word && !r.Capital(i):
			if run++; run == smallWords {
				return i + 1 - smallWords
			}
		default:
			run = 0
		}
	}
	return i
}

// letterFrame finds the number block of a letter in front of the running text.
func letterFrame(r *reading.Reading, prose int) (Frame, bool) {
	number, about, reader, kind := -1, -1, -1, -1
	for i := 0; i < prose; i++ {
		if m, ok := r.Starts(i, "block"); ok {
			at := r.Skip(m.End, ":")
			switch {
			case m.Entry.ID == "number" && number < 0 && (at > m.End && mention.NumberAt(r, at).Text != "" || r.Toks[i].Line):
				number = i
			case m.Entry.ID == "about" && about < 0 && (r.Toks[i].Line || r.Capital(i)):
				if r.Is(at, "letter") {
					return Frame{}, false
				}
				about = i
			case m.Entry.ID == "kind" || m.Entry.ID == "annex":
				kind = i
			}
		}
		if m, ok := r.Starts(i, "frame"); ok && m.Entry.ID == "addressee" && reader < 0 {
			reader = i
		}
	}
	if number >= 0 && kind < 0 && mention.NumberAt(r, r.Behind(number, "block")).Text == "" {
		number = -1
	}
	if number < 0 || about < 0 || reader < 0 {
		return Frame{}, false
	}
	last := max(number, about, reader, kind)
	end := prose
	for i := last + 1; i < prose; i++ {
		if r.Is(i, "recital") || r.Is(i, "announces") || r.Is(i, "turn") {
			end = i
			break
		}
	}
	if end < len(r.Toks) && r.LineStart(end) > last {
		end = r.LineStart(end)
	}
	return Frame{Head: Range{0, end}, Title: Range{number, end}, Letter: true}, true
}

// Addressee returns the range in which the head names its readers: behind
// "Yth.", up to the title or the text.
func Addressee(r *reading.Reading, head Range) Range {
	for i := head.First; i < head.End; i++ {
		if m, ok := r.Starts(i, "frame"); ok && m.Entry.ID == "addressee" {
			end := i + 1
			for end < head.End && !heading(r, end) {
				end++
			}
			return Range{i, end}
		}
	}
	return Range{}
}

// heading reports whether a title begins at token i.
func heading(r *reading.Reading, i int) bool {
	m, ok := r.Starts(i, "frame")
	return ok && m.Entry.ID == "heading" && capitals(r, i, m.End)
}

// signRange returns where the signature block stands: behind the last running
// text from token body on, up to the copies or an annex.
func signRange(r *reading.Reading, body int) Range {
	first, end := -1, len(r.Toks)
	for i := body; i < len(r.Toks); i++ {
		m, ok := r.Starts(i, "frame")
		if ok && (m.Entry.ID == "copies" || m.Entry.ID == "annex" && capitals(r, i, m.End)) && first >= 0 {
			end = i
			break
		}
		if r.Is(i, "closing") { // "Demikian ... ."
			first = i
		}
	}
	if first < 0 {
		at := dated(r, body)
		if at == 0 {
			return Range{}
		}
		for i := at; i < end; i++ {
			if m, ok := r.Starts(i, "frame"); ok && m.Entry.ID == "copies" {
				end = i
			}
		}
		return Range{at, end}
	}
	at := first
	for at < end && !(r.Toks[at].Norm == "." && (at+1 == end || r.Toks[at+1].Space) && at > first && r.Toks[at-1].Kind == lexicon.Word) {
		at++
	}
	return Range{min(at+1, end), end}
}

// dated returns the last token at which a place and a day stand in front of who signs:
// "Palangka Raya, 2 Oktober 2023 KETUA, ..."; 0 where none does.
func dated(r *reading.Reading, body int) int {
	for i := len(r.Toks) - 4; i > body+1; i-- {
		m, ok := r.Starts(i+1, "month")
		if !ok || r.Toks[i].Kind != lexicon.Number || r.Toks[i-1].Norm != "," || !r.Capital(i-2) || m.End+1 >= len(r.Toks) || len(r.Raw(m.End)) != 4 {
			continue
		}
		if at := m.End + 1; r.Capital(at) && (r.Is(at, "office") || r.Is(at, "acting") || r.Is(at, "behalf")) {
			for i -= 2; i > body && r.Capital(i-1) && r.Toks[i-1].Kind == lexicon.Word; i-- {
			}
			return i
		}
	}
	return 0
}

// frameAct completes the act that heads an official circular from its frame.
func (b *builder) frameAct() {
	f := &b.Frame
	if f.Title.Empty() {
		return
	}
	for i := range b.acts {
		a := &b.acts[i]
		if a.First != f.Title.First {
			continue
		}
		b.frameNumber(a)
		if !a.Titled() {
			a.About = b.about(f.Head)
			if !f.Letter {
				b.headTitle(a, f.Title)
			}
		}
		if a.Date.IsZero() {
			a.Date = b.frameDate()
		}
		return
	}
}

// frameNumber gives a the number that stands above its title.
func (b *builder) frameNumber(a *Act) {
	if a.Number != "" {
		return
	}
	for i := b.Frame.Head.First; i < b.Frame.Head.End; i++ {
		m, ok := b.Starts(i, "block")
		if !ok || m.Entry.ID != "number" || !b.Toks[i].Line && b.Skip(m.End, ":") == m.End && !b.firstNumber(i) {
			continue
		}
		n := mention.NumberAt(b.Reading, m.End)
		if n.Text == "" || n.Behind > b.Frame.Head.End || !n.Shaped() && b.Skip(m.End, ":") == m.End || b.Is(i-1, "street") {
			continue
		}
		a.Number, a.Year, a.Garbled = n.Text, n.Year, n.Garbled
		return
	}
}

// firstNumber reports whether nothing but figures stands in front of token i.
func (b *builder) firstNumber(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if b.Toks[j].Kind == lexicon.Word {
			return false
		}
	}
	return true
}

// frameDate returns the day in the signature block, else the last in the head:
// behind a place, or alone on its line.
func (b *builder) frameDate() circular.Date {
	f := &b.Frame
	for k := b.DateFrom(f.Sign.First); k < len(b.Dates) && b.Dates[k].End <= f.Sign.End; k++ {
		if d := b.Dates[k]; d.Single() && !d.Clock {
			b.out.Dated[d.First] = true
			return d.From
		}
	}
	best := -1
	for k := b.DateFrom(f.Head.First); k < len(b.Dates) && b.Dates[k].End <= f.Head.End; k++ {
		if d := b.Dates[k]; d.Single() && !d.Clock && !d.Weekday && b.placed(&d) {
			best = k
		}
	}
	if best < 0 { // below the title, above the text
		for k := b.DateFrom(f.Title.End); k < len(b.Dates) && b.Dates[k].End <= f.Addressee.End; k++ {
			if d := b.Dates[k]; d.Single() && b.placed(&d) {
				best = k
			}
		}
	}
	if best < 0 {
		return circular.Date{}
	}
	b.out.Dated[b.Dates[best].First] = true
	return b.Dates[best].From
}

// placed reports whether the day stands as in a letter: behind the name of a
// place and a comma, or alone on its line, its month in words.
func (b *builder) placed(d *mention.Date) bool {
	inWords := false
	for i := d.First; i < d.End; i++ {
		inWords = inWords || b.Is(i, "month")
	}
	if !inWords || d.Inferred {
		return false
	}
	i := d.First
	alone := (b.Toks[i].Line || b.wide(i)) && (d.End == len(b.Toks) || b.Toks[d.End].Line)
	if i == 0 || alone {
		return alone || i == 0
	}
	return (b.Norms[i-1] == "," || b.Norms[i-1] == ".") && b.Capital(i-2) || b.Capital(i-1)
}

// about returns the subject in the line "Hal" of the number block. Text of the
// column beside it, parted by a wide gap, is left out.
func (b *builder) about(r Range) string {
	i := -1
	for j := r.First; j < r.End && i < 0; j++ {
		if m, ok := b.Starts(j, "block"); ok && m.Entry.ID == "about" && b.Toks[j].Line && m.End < r.End && b.Norms[m.End] == ":" {
			i = m.End + 1
		}
	}
	if i < 0 {
		return ""
	}
	var words []string
	column := b.column(i)
	for i < r.End {
		line := b.LineEnd(i)
		for j := i; j < line && j < r.End && (j == i || !b.wide(j)); j++ {
			if b.Norms[j] != "," && b.Norms[j] != "." || len(words) == 0 {
				words = append(words, b.Raw(j))
			} else {
				words[len(words)-1] += b.Raw(j)
			}
		}
		i = line
		if i >= r.End || b.column(i) < column-4 || b.column(i) > column+8 || strings.Count(b.Gap(i), "\n") > 1 || b.Is(i, "frame") {
			break
		}
	}
	return strings.Join(words, " ")
}

// column returns how many bytes stand before token i on its line.
func (b *builder) column(i int) int {
	at := b.Toks[i].Start
	return at - 1 - strings.LastIndexByte(b.Text.Body[:at], '\n')
}

// wide reports whether a gap as between two columns stands before token i.
func (b *builder) wide(i int) bool {
	g := b.Gap(i)
	return strings.Contains(g, "   ") || strings.Contains(g, "\t")
}

// headTitle reads year and title of a from a heading whose number is not
// filled in: "NOMOR ... TAHUN 2020 TENTANG ...".
func (b *builder) headTitle(a *Act, r Range) {
	for i := r.First; i < r.End; i++ {
		if m, ok := b.Starts(i, "actyear"); ok && a.Year == 0 && a.Number == "" {
			a.Year = mention.ReadYear(b.Reading, m.End)
		}
		if m, ok := b.Starts(i, "acttitle"); ok && b.Is(i, "frame") && m.End < r.End {
			a.TitleFirst, a.TitleEnd = m.End, r.End
			return
		}
	}
}

// letter returns the circular that a letter is, from its number block.
func (b *builder) letter(se *lexicon.Entry) Act {
	at := b.Frame.Title.First
	a := Act{Act: mention.Act{First: at, End: at + 1, Entry: se, By: -1, DateAt: -1, Sentence: b.layout.At(at)}, edict: -1}
	b.frameNumber(&a)
	return a
}
