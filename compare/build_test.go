package compare

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
)

// doc builds a record sentence by sentence, so that spans and texts agree.
type doc struct {
	body strings.Builder
	rec  circular.Record
}

// newDoc starts a record of a grade about a circular of Kabupaten Contoh.
func newDoc(g circular.Grade) *doc {
	d := &doc{rec: circular.Record{Schema: circular.RecordSchema, Source: circular.Source{Path: "contoh.txt", Grade: g, Pages: 1}}}
	d.act(circular.RoleSubject, "Bupati Contoh", circular.LevelRegency, "800/12/2024", 2024,
		"Penyesuaian Sistem Kerja Pegawai Aparatur Sipil Negara setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H")
	d.rec.Circulars[0].DateSigned = day("2024-04-15")
	return d
}

// add appends a sentence and returns its span.
func (d *doc) add(text string) circular.Span {
	start := d.body.Len()
	d.body.WriteString(text)
	span := circular.Span{Start: start, End: d.body.Len(), Page: 1}
	d.body.WriteString("\n")
	return span
}

func (d *doc) act(role circular.Role, issuer string, level circular.Level, number string, year int, title string) *doc {
	d.rec.Circulars = append(d.rec.Circulars, circular.Circular{Role: role, Type: "SE", Number: number, Year: year, Title: title, Issuer: issuer,
		Level: level, Span: d.add(issuer + " Nomor " + number + " tentang " + title)})
	return d
}

const title12024 = "Penyesuaian Sistem Kerja Pegawai Aparatur Sipil Negara pada Instansi Pemerintah setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H"

// cites names SE Menteri PANRB 1/2024 as ground.
func (d *doc) cites() *doc {
	return d.act(circular.RoleBasis, "Menteri PANRB", circular.LevelCentral, "01", 2024, title12024)
}

func (d *doc) clause(c circular.Clause, text string) *doc {
	c.Text, c.Span, c.Rule = text, d.add(text), "test"
	if c.Assertion == "" {
		c.Assertion = circular.AssertRule
	}
	if c.Confidence == 0 {
		c.Confidence = 0.9
	}
	slices.Sort(c.Categories)
	d.rec.Clauses = append(d.rec.Clauses, c)
	return d
}

func (d *doc) period(start, end string) *doc {
	return d.clause(circular.Clause{Kind: circular.KindPeriod, Period: &circular.Period{Start: day(start), End: day(end)}},
		"Berlaku "+start+" sampai dengan "+end+".")
}

func (d *doc) quota(mode circular.Mode, bound circular.Bound, percent float64, cats ...string) *doc {
	c := circular.Clause{Kind: circular.KindQuota, Quota: &circular.Quota{Mode: mode, Bound: bound, Percent: &percent}}
	return d.clause(group(c, cats), wording(cats)+": "+string(mode)+" "+string(bound)+" "+percentText(percent)+".")
}

func (d *doc) count(mode circular.Mode, bound circular.Bound, n int, unit string, cats ...string) *doc {
	c := circular.Clause{Kind: circular.KindQuota, Quota: &circular.Quota{Mode: mode, Bound: bound, Count: n, Unit: unit}}
	return d.clause(group(c, cats), wording(cats)+": "+string(mode)+" "+string(bound)+" "+unit+".")
}

func (d *doc) exempt(e circular.Effect, cats ...string) *doc {
	c := circular.Clause{Kind: circular.KindExemption, Exemption: &circular.Exemption{Effect: e}}
	return d.clause(group(c, cats), wording(cats)+": "+string(e)+".")
}

func (d *doc) duty(kind circular.Kind, topic string, force circular.Force, text string) *doc {
	return d.clause(circular.Clause{Kind: kind, Force: force, Duty: &circular.Duty{What: text, Topic: topic}}, text)
}

// done finishes the record.
func (d *doc) done(t testing.TB) circular.Record {
	t.Helper()
	text := circular.Plain(d.body.String())
	d.rec.Text = &text
	if err := d.rec.Check(); err != nil {
		t.Fatal(err)
	}
	return d.rec
}

// unread adds a sentence that no clause stands on.
func (d *doc) unread(text string) *doc {
	d.rec.Coverage.Unclaimed = append(d.rec.Coverage.Unclaimed, d.add(text))
	return d
}

// standing adds the standing duties of the baseline in other words.
func (d *doc) standing() *doc {
	for _, s := range [][2]string{
		{"bagi-pegawai", "Kepala Perangkat Daerah membagi pegawai yang WFO dan WFH."},
		{"tidak-mengganggu", "Pelayanan tidak boleh terganggu."},
		{"pantau-kinerja", "Target kinerja dipantau."},
		{"media-informasi", "Standar pelayanan diumumkan."},
		{"kanal-pengaduan", "Aduan diterima secara online."},
		{"output-standar", "Hasil layanan sesuai standar."},
	} {
		d.duty(circular.KindObligation, s[0], "", s[1])
	}
	return d
}

// faithful is a circular that follows SE 1/2024 in every point.
func faithful(g circular.Grade) *doc {
	return newDoc(g).cites().period("2024-04-16", "2024-04-17").standing().
		duty(circular.KindPermission, "", circular.ForceDapat, "Perangkat Daerah dapat menggabungkan tugas kedinasan di kantor (WFO) dan di rumah (WFH).")
}

// services adds the three service groups as the centre has them.
func (d *doc) services() *doc {
	return d.quota(circular.ModeWFH, circular.BoundMax, 50, "layanan.administrasi").
		quota(circular.ModeWFH, circular.BoundMax, 50, "layanan.pimpinan").
		exempt(circular.EffectMustWFO, "layanan.masyarakat", "layanan.masyarakat.kesehatan", "layanan.masyarakat.keamanan")
}

func group(c circular.Clause, cats []string) circular.Clause {
	c.Categories = cats
	for _, k := range cats {
		c.Groups = append(c.Groups, strings.ReplaceAll(k[strings.LastIndex(k, ".")+1:], "-", " "))
	}
	return c
}

func wording(cats []string) string {
	if len(cats) == 0 {
		return "Seluruh pegawai"
	}
	return strings.Join(cats, ", ")
}

func percentText(p float64) string { return percent(p) }

func day(s string) circular.Date {
	if s == "" {
		return circular.Date{}
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return circular.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}

// codes returns "code level" of the findings of a comparison, in order.
func codes(list []circular.Deviation) []string {
	out := []string{}
	for _, d := range list {
		out = append(out, string(d.Code)+" "+string(d.Level))
	}
	return out
}
