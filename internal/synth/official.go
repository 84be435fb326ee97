package synth

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/telaah/telaah/circular"
)

// layoutA writes a circular with lettered sections and its foot at the right.
func (w *writer) layoutA() {
	w.centre(mark)
	w.line()
	w.letterhead()
	w.line()
	w.line("Yth. ", w.phrase("addressee", "frame/addressee"))
	w.line("di Tempat")
	w.line()
	w.heading(strings.ToUpper)
	w.line()
	letter := byte('A')
	section := func(name string) {
		w.path = string(letter)
		w.line(w.path, ". ", w.phrase("h"+name, "frame/heading "+name))
		letter++
	}
	section("background")
	w.line("   ", w.phrase("background", "frame/background"))
	if w.chance("purpose", 2) {
		section("purpose")
		w.line("   ", w.phrase("purpose text", "frame/purpose"))
	}
	if w.chance("scope", 2) {
		section("scope")
		w.line("   ", w.phrase("scope text", "frame/scope"))
	}
	if w.spec.Follows != nil || len(w.spec.Laws) > 0 {
		section("base")
		n := 1
		base := w.path
		for _, l := range w.spec.Laws {
			w.path = base + "." + strconv.Itoa(n)
			w.b.WriteString("   " + strconv.Itoa(n) + ". ")
			w.law(l, "{law};\n")
			n++
		}
		if w.spec.Follows != nil {
			w.b.WriteString("   " + strconv.Itoa(n) + ". ")
			w.follows("{se}.\n")
		}
	}
	section("rules")
	w.points("   ")
	if w.chance("closing", 2) {
		section("closing")
		w.line("   ", w.phrase("closing text", "frame/closing"))
	}
	w.line()
	w.foot(strings.Repeat(" ", columns/2), true)
	w.annex()
}

// layoutB writes a letter: place and date, two columns, prose and points.
func (w *writer) layoutB() {
	s := w.spec
	w.centre(mark)
	w.line()
	w.letterhead()
	w.line()
	w.line(strings.Repeat(" ", columns/2), place(s.Region), ", ", day(s.Signed))
	w.line()
	at := w.b.Len()
	pair := func(name, value, right string) {
		left := "  " + value
		if name != "" {
			left = name + strings.Repeat(" ", 9-len(name)) + ": " + value
		}
		w.line(strings.TrimRight(left+strings.Repeat(" ", max(2, 54-len(left)))+right, " "))
	}
	pair("Nomor", w.numbered(s.Year), "Kepada")
	pair("Sifat", pick(w.dice, "nature", []string{"Segera", "Penting", "Biasa", "Amat Segera"}), "Yth. "+w.phrase("addressee", "frame/addressee"))
	pair("Lampiran", pick(w.dice, "enclosed", []string{"-", "1 (satu) berkas"}), "di -")
	pair(pick(w.dice, "hal", []string{"Hal", "Perihal"}), s.Title, "")
	w.about(circular.Span{Start: at, End: w.b.Len() - 1})
	w.line(strings.Repeat(" ", 56), "Tempat")
	w.line()
	w.centre("SURAT EDARAN")
	w.line()
	w.opening()
	w.points("")
	w.line()
	w.line(w.phrase("closing text", "frame/closing"))
	w.line()
	w.foot(strings.Repeat(" ", columns/2), false)
}

// layoutC writes a plain circular with its foot at the left.
func (w *writer) layoutC() {
	w.centre(mark)
	w.line()
	w.letterhead()
	w.line()
	w.heading(func(s string) string { return s })
	w.line()
	w.line("Kepada Yth. ", w.phrase("addressee", "frame/addressee"))
	w.line()
	w.opening()
	w.points("")
	w.line()
	w.foot("", true)
	w.annex()
}

// letterhead writes whose paper it is.
func (w *writer) letterhead() {
	s := w.spec
	if s.Issuer == head(s.Region) {
		w.centre(strings.ToUpper(head(s.Region)))
		return
	}
	w.centre("PEMERINTAH " + strings.ToUpper(inFull(s.Region)))
	w.centre("SEKRETARIAT DAERAH")
	w.centre(w.phrase("street", "frame/street", "n", strconv.Itoa(1+w.roll("house", 80))) + ", " + place(s.Region))
}

// heading writes SURAT EDARAN, number and title.
func (w *writer) heading(style func(string) string) {
	s := w.spec
	w.centre("SURAT EDARAN")
	at := w.b.Len()
	w.centre(pick(w.dice, "nomor", []string{"NOMOR ", "NOMOR: ", "Nomor : "}) + w.numbered(s.Year))
	w.centre(pick(w.dice, "tentang", []string{"TENTANG", "TENTANG", "Tentang"}))
	line := ""
	for _, word := range strings.Fields(style(s.Title)) {
		if len(line)+len(word) > 70 {
			w.centre(line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	w.centre(line)
	w.about(circular.Span{Start: at, End: w.b.Len() - 1})
}

// opening writes the paragraph before the points, with the bases.
func (w *writer) opening() {
	if w.spec.Follows != nil {
		w.follows(w.phrase("opening", "frame/follows"))
	} else {
		w.b.WriteString(w.phrase("background", "frame/background"))
	}
	for i, l := range w.spec.Laws {
		w.law(l, []string{" Pengaturan ini didasarkan pada {law}", " serta {law}", " dan {law}"}[min(i, 2)])
	}
	if len(w.spec.Laws) > 0 {
		w.b.WriteString(".")
	}
	w.line()
	w.line()
}

// points writes the period and the rules as numbered points; in some circulars
// the first limits and exemptions are a list under one point. In layout A the
// points stand in the section that was opened last.
func (w *writer) points(indent string) {
	section := w.path
	style := pick(w.dice, "labels", []string{"%d. ", "%d. ", "%d) "})
	if w.spec.Layout != LayoutC {
		style = "%d. "
	}
	n := 0
	label := func() {
		n++
		w.path = strings.TrimPrefix(section+"."+strconv.Itoa(n), ".")
		fmt.Fprintf(&w.b, indent+style, n)
	}
	p := w.spec.Period
	label()
	w.clause(circular.Clause{Kind: circular.KindPeriod, Period: &p},
		capital(w.phrase("period", "rules/period", "sistem", w.phrase("sistem", "rules/sistem"), "d", w.within("days", p))))
	w.line(".")
	var rules []Rule
	tabled, listed := false, 0
	for _, r := range w.spec.Rules {
		if w.spec.Annex && inTable(r) {
			tabled = true
			continue
		}
		if r.Duty == nil && listed == len(rules) && listed < 26 {
			listed++
		}
		rules = append(rules, r)
	}
	if listed > 1 && w.chance("list", 2) {
		label()
		w.line(w.phrase("list", "rules/list"), ":")
		above := w.path
		for i, r := range rules[:listed] {
			letter := string(rune('a' + i))
			w.path = above + "." + letter
			w.b.WriteString(indent + "   " + letter + ". ")
			w.rule(r, "rules")
			switch i {
			case listed - 1:
				w.line(".")
			case listed - 2:
				w.line("; dan")
			default:
				w.line(";")
			}
		}
		rules = rules[listed:]
	}
	for _, r := range rules {
		label()
		w.rule(r, "rules")
		w.line(".")
	}
	if tabled {
		label()
		w.line("Persentase pegawai tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari surat edaran ini.")
	}
	if w.spec.Revokes != nil {
		label()
		w.revokes("frame/revokes")
		w.line()
	}
	w.path = ""
}

// inTable reports whether a rule can be a row of the annex.
func inTable(r Rule) bool {
	return r.Quota != nil && !r.Ratio && !r.Quota.Implicit && r.Quota.Percent != nil && r.Quota.Mode != circular.ModeWFA && r.Quota.Recurrence+r.Quota.Condition == ""
}

// annex writes the table of quotas behind a form feed, if the circular has one.
func (w *writer) annex() {
	var rows []Rule
	for _, r := range w.spec.Rules {
		if w.spec.Annex && inTable(r) {
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return
	}
	w.line()
	w.line("LAMPIRAN")
	w.line("SURAT EDARAN ", strings.ToUpper(w.spec.Issuer))
	w.line("NOMOR ", w.numbered(w.spec.Year))
	w.line()
	w.line("No.\tUnit Kerja\tWFH\tWFO")
	for i, r := range rows {
		c := circular.Clause{Kind: circular.KindQuota, Quota: r.Quota, Force: r.Force}
		concerns(&c, r.Groups)
		q := fmt.Sprint("rule", r.ID)
		bound := map[circular.Bound][]string{circular.BoundMax: {"Paling banyak ", "Maksimal "}, circular.BoundMin: {"Paling sedikit ", "Minimal "}, circular.BoundExact: {""}}
		value := pick(w.dice, q+"cell", bound[r.Quota.Bound]) + w.percent(q, *r.Quota.Percent)
		cells := [2]string{value, "Menyesuaikan"}
		if r.Quota.Mode == circular.ModeWFO {
			cells = [2]string{"Menyesuaikan", value}
		}
		w.clause(c, fmt.Sprintf("%d\t%s\t%s\t%s", i+1, capital(list(c.Groups)), cells[0], cells[1]))
		w.line()
	}
}

// foot writes place, date, office and name, each behind indent. A letter has
// its date at the top already.
func (w *writer) foot(indent string, dated bool) {
	s, sig := w.spec, w.spec.Signatory
	if dated {
		if indent != "" {
			w.line(indent, pick(w.dice, "adopted", []string{"Ditetapkan di ", "Dikeluarkan di "}), place(s.Region))
		}
		w.line(indent, "pada tanggal ", day(s.Signed))
	}
	acting := ""
	if sig.Capacity != "" {
		acting = string(sig.Capacity) + ". "
	}
	office := sig.Office
	if sig.OnBehalf != nil {
		w.line(indent, sig.OnBehalf.Form, " ", strings.ToUpper(sig.OnBehalf.Office))
		office = "Sekretaris Daerah"
	}
	w.line(indent, acting, strings.ToUpper(office), ",")
	w.line()
	if w.chance("esign", 3) {
		w.line(indent, "Ditandatangani secara elektronik")
		w.line()
	}
	at := w.b.Len() + len(indent)
	w.line(indent, sig.Name)
	sig.Span = circular.Span{Start: at, End: at + len(sig.Name)}
	w.subject.Signatory = sig
	if sig.NIP != "" {
		w.line(indent, w.phrase("rank", "frame/rank"))
		w.line(indent, "NIP ", sig.NIP)
	}
}
