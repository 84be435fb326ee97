package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/extract"
)

// slot names a part of the generated circular.
type slot string

const (
	signed     slot = "signed"
	basis      slot = "basis"
	permission slot = "permission"
	period     slot = "period"
	divide     slot = "divide"
	admin      slot = "admin"
	leaders    slot = "leaders"
	public     slot = "public"
	undisturb  slot = "undisturb"
	target     slot = "target"
	inform     slot = "inform"
	channel    slot = "channel"
	output     slot = "output"
)

// rules are the slots that are numbered rules, in the order of the baseline.
var rules = []slot{permission, period, divide, admin, leaders, public, undisturb, target, inform, channel, output}

// wordings says each part of SE Menteri PANRB 1/2024 in several ways that
// mean the same.
var wordings = map[slot][]string{
	signed: {"15 April 2024", "14 April 2024"},
	basis: {
		"Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 01 Tahun 2024 tentang Penyesuaian Sistem Kerja Pegawai Aparatur Sipil Negara pada Instansi Pemerintah setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H.",
		"Surat Edaran Menteri PANRB Nomor 1 Tahun 2024 tentang Penyesuaian Sistem Kerja Pegawai Aparatur Sipil Negara pada Instansi Pemerintah setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H.",
		"Surat Edaran Menteri PANRB Nomor 1 Tahun 2024.",
	},
	permission: {
		"Kepala Perangkat Daerah dapat menyesuaikan sistem kerja pegawai ASN dengan menggabungkan tugas kedinasan di kantor (WFO) dan tugas kedinasan di rumah (WFH).",
		"Kepala Perangkat Daerah dapat menerapkan kombinasi tugas kedinasan di kantor (WFO) dan tugas kedinasan di rumah (WFH) bagi pegawai ASN.",
	},
	period: {
		"Penyesuaian sistem kerja berlaku pada hari Selasa, 16 April 2024 dan hari Rabu, 17 April 2024.",
		"Penyesuaian sistem kerja berlaku mulai tanggal 16 April 2024 sampai dengan tanggal 17 April 2024.",
		"Penyesuaian sistem kerja dilaksanakan selama 2 (dua) hari pada tanggal 16-17 April 2024.",
	},
	divide: {
		"Kepala Perangkat Daerah membagi jumlah pegawai yang melaksanakan WFO dan WFH dengan memperhatikan persentase jumlah pegawai dan karakteristik layanan pemerintahan.",
		"Kepala Perangkat Daerah mengatur pembagian jumlah pegawai yang WFO dan WFH menurut persentase dan karakteristik layanan pemerintahan.",
	},
	admin: {
		"Pegawai pada layanan administrasi pemerintahan melaksanakan WFH paling banyak 50% (lima puluh persen).",
		"Layanan administrasi pemerintahan, seperti perumusan kebijakan, penelitian, perencanaan, analisis, monitoring, dan evaluasi, melaksanakan WFH maksimal 50 persen.",
		"Pegawai pada layanan administrasi pemerintahan yang melaksanakan WFH tidak lebih dari 50 persen.",
		"Pegawai pada layanan administrasi pemerintahan melaksanakan WFO paling sedikit 50% (lima puluh persen).",
	},
	leaders: {
		"Pegawai pada layanan dukungan pimpinan melaksanakan WFH paling banyak 50% (lima puluh persen).",
		"Layanan dukungan pimpinan, seperti kesekretariatan, keprotokolan, dan kehumasan, melaksanakan WFH maksimal 50 persen.",
		"Pegawai pada layanan dukungan pimpinan yang melaksanakan WFH tidak lebih dari 50 persen.",
	},
	public: {
		"Pegawai pada layanan masyarakat melaksanakan WFO 100% (seratus persen).",
		"Layanan masyarakat, seperti kesehatan, keamanan dan ketertiban, penanganan bencana, energi, logistik, pos, transportasi dan distribusi, obyek vital nasional, proyek strategis nasional, konstruksi, dan utilitas dasar, wajib melaksanakan WFO 100 persen.",
		"Seluruh pegawai pada layanan masyarakat, seperti kesehatan dan utilitas dasar, wajib melaksanakan WFO.",
	},
	undisturb: {
		"Penyesuaian sistem kerja tidak boleh mengganggu kelancaran penyelenggaraan pemerintahan dan pelayanan kepada masyarakat.",
		"Kepala Perangkat Daerah memastikan penyesuaian sistem kerja tidak mengganggu penyelenggaraan pemerintahan dan pelayanan kepada masyarakat.",
	},
	target: {
		"Kepala Perangkat Daerah wajib memantau dan mengawasi pemenuhan dan pencapaian sasaran dan target kinerja organisasi.",
		"Kepala Perangkat Daerah wajib melakukan pemantauan dan pengawasan terhadap pencapaian target kinerja organisasi.",
	},
	inform: {
		"Kepala Perangkat Daerah wajib menggunakan media informasi untuk menyampaikan standar pelayanan melalui media publikasi.",
		"Kepala Perangkat Daerah wajib menyampaikan standar pelayanan kepada masyarakat melalui media informasi.",
	},
	channel: {
		"Kepala Perangkat Daerah wajib membuka media komunikasi daring sebagai wadah konsultasi dan pengaduan.",
		"Kepala Perangkat Daerah wajib menyediakan saluran komunikasi online untuk konsultasi dan pengaduan.",
	},
	output: {
		"Kepala Perangkat Daerah wajib memastikan keluaran pelayanan daring maupun luring sesuai dengan standar yang telah ditetapkan.",
		"Kepala Perangkat Daerah wajib memastikan output layanan online dan offline sesuai standar.",
	},
}

// variant chooses a wording of each part, an order of the duties and a layout,
// all by one number.
type variant struct {
	n     int
	parts map[slot]string // "" leaves the part out
}

func newVariant(n int) variant {
	v := variant{n: n, parts: map[slot]string{}}
	for i, s := range append([]slot{signed, basis}, rules...) {
		w := wordings[s]
		v.parts[s] = w[(n/(i+1)+n*i)%len(w)]
	}
	return v
}

func (v variant) with(s slot, text string) variant {
	out := variant{n: v.n, parts: map[slot]string{}}
	for k, w := range v.parts {
		out.parts[k] = w
	}
	out.parts[s] = text
	return out
}

// text lays the circular out: lettered parts, a running list behind a
// recital, or with the rules of a part below each other.
func (v variant) text() string {
	var b strings.Builder
	p := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	p("BUPATI CONTOH\n\nYth. Para Kepala Perangkat Daerah\ndi Tempat\n\nSURAT EDARAN\nNOMOR 800/%d TAHUN 2024\nTENTANG", 100+v.n)
	p("PENYESUAIAN SISTEM KERJA PEGAWAI APARATUR SIPIL NEGARA\nSETELAH LIBUR NASIONAL DAN CUTI BERSAMA HARI RAYA IDUL FITRI 1445 H\n")
	order := slices.Clone(rules)
	switch v.n % 4 {
	case 1: // duties before the services
		order = slices.Concat(rules[:3], rules[6:], rules[3:6])
	case 2: // period last
		order = slices.Concat(rules[:1], rules[2:], rules[1:2])
	case 3:
		slices.Reverse(order[6:])
		slices.Reverse(order[3:6])
	}
	order = slices.DeleteFunc(order, func(s slot) bool { return v.parts[s] == "" })
	switch v.n % 3 {
	case 0:
		p("A. Latar Belakang\n   Dalam rangka mendukung kelancaran arus balik diatur hal sebagai berikut.\nB. Dasar")
		if v.parts[basis] != "" {
			p("   %s", v.parts[basis])
		}
		p("C. Isi Edaran")
		for i, s := range order {
			p("   %d. %s", i+1, v.parts[s])
		}
		p("D. Penutup\n   Demikian surat edaran ini untuk dilaksanakan.")
	case 1:
		if v.parts[basis] != "" {
			p("Menindaklanjuti %s bersama ini disampaikan hal-hal sebagai berikut:\n", strings.TrimSuffix(v.parts[basis], ".")+",")
		}
		for i, s := range order {
			p("%d. %s", i+1, v.parts[s])
		}
		p("\nDemikian atas perhatiannya diucapkan terima kasih.")
	case 2:
		p("1. Dasar:")
		if v.parts[basis] != "" {
			p("   a. %s", v.parts[basis])
		}
		p("2. Ketentuan:")
		for i, s := range order {
			p("   %c. %s", 'a'+i, v.parts[s])
		}
		p("3. Penutup\n   Surat edaran ini agar dilaksanakan.")
	}
	p("\n                              Ditetapkan di Contoh\n                              pada tanggal %s\n                              BUPATI CONTOH,\n\n                              BUDI SANTOSO", v.parts[signed])
	return b.String()
}

// compareText reads a text as the circular itself and compares it.
func compareText(t testing.TB, baselines []circular.Baseline, text, id string) (circular.Comparison, circular.Record) {
	t.Helper()
	rec := extract.Extract(circular.Source{Path: "salinan.txt", MediaType: "text/plain", Grade: circular.GradePrimary, Pages: 1}, circular.Plain(text))
	c, err := compare.Compare(baselines, rec, compare.Options{Baseline: id})
	if err != nil {
		t.Fatal(err)
	}
	return c, rec
}

func loadShipped(t testing.TB) []circular.Baseline {
	t.Helper()
	all, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestCopies: copies of the baseline that are reworded, reordered and laid out
// anew yield nothing above a note.
func TestCopies(t *testing.T) {
	all, bad := loadShipped(t), 0
	const copies = 200
	for n := range copies {
		c, _ := compareText(t, all, newVariant(n).text(), compare.Default)
		if !c.Comparable || c.Worst().AtLeast(circular.SeverityWarning) || len(c.NotJudged) > 0 {
			bad++
			t.Errorf("copy %d: comparable %v\n%s\n%s", n, c.Comparable, list(c), newVariant(n).text())
			if bad > 3 {
				t.FailNow()
			}
		}
	}
	t.Logf("%d of %d copies clean", copies-bad, copies)
}

func list(c circular.Comparison) string {
	var b strings.Builder
	for _, d := range slices.Concat(c.Deviations, c.NotJudged) {
		other := ""
		if d.Other != nil {
			other = d.Other.Text
		}
		fmt.Fprintf(&b, "  %s %s %s: %s <%s>\n", d.Level, d.Code, d.Atom, d.Why, other)
	}
	return b.String()
}

// mutation changes one part and must yield a code about an atom ("": any).
type mutation struct {
	name string
	slot slot
	text string
	code circular.Code
	atom string
}

// mutations make each atom weaker, stricter, flipped, removed, shifted in time
// or recategorised.
func mutations() []mutation {
	var out []mutation
	add := func(name string, s slot, code circular.Code, atom string, texts ...string) {
		for _, text := range texts {
			out = append(out, mutation{name, s, text, code, atom})
		}
	}
	for _, capped := range []struct {
		slot        slot
		group, atom string
	}{{admin, "layanan administrasi pemerintahan", "administrasi-wfh"}, {leaders, "layanan dukungan pimpinan", "pimpinan-wfh"}} {
		s, atom, staff := capped.slot, capped.atom, "Pegawai pada "+capped.group
		add("weaker", s, circular.CodeLooser, atom,
			staff+" melaksanakan WFH paling banyak 60% (enam puluh persen).", staff+" melaksanakan WFH maksimal 75 persen.",
			staff+" yang melaksanakan WFH tidak lebih dari 55 persen.", staff+" melaksanakan WFO paling sedikit 30 persen.",
			staff+" melaksanakan WFH sebanyak 100 persen.")
		add("stricter", s, circular.CodeStricter, atom,
			staff+" melaksanakan WFH paling banyak 40% (empat puluh persen).", staff+" melaksanakan WFH maksimal 25 persen.",
			staff+" melaksanakan WFO paling sedikit 70 persen.", staff+" wajib melaksanakan WFO 100 persen.")
		add("flipped", s, circular.CodeContrary, atom,
			staff+" melaksanakan WFH paling sedikit 50% (lima puluh persen).", staff+" melaksanakan WFO paling banyak 50 persen.",
			staff+" melaksanakan WFH minimal 50 persen.")
		add("removed", s, circular.CodeMissing, atom, "")
		add("heads", s, circular.CodeReckoning, atom, staff+" melaksanakan WFH paling banyak 5 (lima) orang.")
	}
	add("part", admin, circular.CodeScope, "administrasi-wfh", "Pegawai pada bidang penelitian melaksanakan WFH paling banyak 50% (lima puluh persen).")
	add("part", leaders, circular.CodeScope, "pimpinan-wfh", "Pegawai pada bidang kehumasan melaksanakan WFH paling banyak 50% (lima puluh persen).")
	add("released", public, circular.CodeLooser, "masyarakat-wfo",
		"Pegawai pada layanan masyarakat melaksanakan WFH paling banyak 25 persen.", "Pegawai pada layanan kesehatan dapat melaksanakan WFH maksimal 25 persen.",
		"Pegawai pada layanan masyarakat melaksanakan WFO paling sedikit 75 persen.")
	add("removed", public, circular.CodeMissing, "masyarakat-wfo", "")
	add("offices", public, circular.CodeCategory, "masyarakat-wfo",
		"Rumah Sakit Umum Daerah, Puskesmas, Satuan Polisi Pamong Praja, dan Dinas Perhubungan tetap melaksanakan WFO.")
	add("listed", public, circular.CodeScope, "masyarakat-wfo", "Pegawai pada bidang kesehatan dan penanganan bencana wajib melaksanakan WFO 100 persen.")
	add("early", period, circular.CodeOutsidePeriod, "masa", "Penyesuaian sistem kerja berlaku mulai tanggal 15 April 2024 sampai dengan tanggal 17 April 2024.")
	add("late", period, circular.CodeOutsidePeriod, "masa", "Penyesuaian sistem kerja berlaku mulai tanggal 16 April 2024 sampai dengan tanggal 19 April 2024.",
		"Penyesuaian sistem kerja berlaku pada tanggal 16, 17, dan 18 April 2024.")
	add("shifted", period, circular.CodeOutsidePeriod, "masa", "Penyesuaian sistem kerja berlaku pada tanggal 18-19 April 2024.",
		"Penyesuaian sistem kerja berlaku mulai tanggal 22 April 2024 sampai dengan tanggal 23 April 2024.")
	add("shorter", period, circular.CodeOutsidePeriod, "masa", "Penyesuaian sistem kerja berlaku pada hari Selasa, 16 April 2024.")
	add("open", period, circular.CodeOutsidePeriod, "masa", "Penyesuaian sistem kerja berlaku mulai tanggal 16 April 2024.")
	add("removed", period, circular.CodeMissing, "masa", "")
	add("weekday", period, circular.CodeInconsistent, "", "Penyesuaian sistem kerja berlaku pada hari Senin, 16 April 2024 dan hari Rabu, 17 April 2024.")
	add("digits", admin, circular.CodeInconsistent, "", "Pegawai pada layanan administrasi pemerintahan melaksanakan WFH paling banyak 50% (lima belas persen).")
	add("retroactive", signed, circular.CodeRetroactive, "", "18 April 2024")
	for _, duty := range []struct {
		slot slot
		atom string
	}{{divide, "pembagian"}, {undisturb, "tidak-mengganggu"}, {target, "pantau-kinerja"}, {inform, "media-informasi"}, {channel, "kanal-pengaduan"}, {output, "output-standar"}} {
		add("removed", duty.slot, circular.CodeMissing, duty.atom, "")
	}
	add("forced", permission, circular.CodeForce, "izin-kombinasi",
		"Kepala Perangkat Daerah wajib menyesuaikan sistem kerja pegawai ASN dengan menggabungkan tugas kedinasan di kantor (WFO) dan tugas kedinasan di rumah (WFH).")
	add("removed", basis, circular.CodeBasisUncited, "rujukan", "")
	add("other act", basis, circular.CodeWrongBasis, "rujukan", "Surat Edaran Menteri PANRB Nomor 17 Tahun 2023.", "Surat Edaran Menteri PANRB Nomor 1 Tahun 2022.")
	add("miscited", basis, circular.CodeMiscited, "rujukan",
		"Surat Edaran Menteri PANRB Nomor 1 Tahun 2024 tentang Penyesuaian Sistem Kerja Pegawai Aparatur Negeri Sipil Negara pada Instansi Pemerintah setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H.",
		"Surat Edaran Menteri PANRB Nomor 1 Tahun 2024 tanggal 12 April 2024 tentang Penyesuaian Sistem Kerja Pegawai Aparatur Sipil Negara pada Instansi Pemerintah setelah Libur Nasional dan Cuti Bersama Hari Raya Idul Fitri 1445 H.")
	for _, s := range []slot{undisturb, channel} { // in the place of a duty
		add("penalty", s, circular.CodePenalty, "", "Pegawai yang tidak masuk kerja dikenai sanksi pemotongan tunjangan sebesar Rp500.000.")
		add("burden", s, circular.CodeAdded, "", "Pegawai yang melaksanakan WFH dilarang bepergian ke luar daerah.")
		add("added", s, circular.CodeAdded, "", "Pegawai yang melaksanakan WFH wajib mengisi laporan kinerja harian.")
		add("kept", s, circular.CodeStricter, "", "Seluruh Pejabat Pimpinan Tinggi Pratama wajib melaksanakan tugas kedinasan di kantor (WFO).")
	}
	return out
}

// TestMutations: a copy in which one atom was changed yields the right code
// about it in at least 98 of 100 cases, and nothing above a note about the
// atoms that were not.
func TestMutations(t *testing.T) {
	all := loadShipped(t)
	cases, right, stray := 0, 0, 0
	for _, m := range mutations() {
		for n := range 6 {
			v := newVariant(n).with(m.slot, m.text)
			c, _ := compareText(t, all, v.text(), compare.Default)
			cases++
			if finds(c, m) {
				right++
			} else {
				t.Logf("%s %s (copy %d) %q: want %s\n%s", m.name, m.slot, n, m.text, m.code, list(c))
			}
			for _, d := range c.Deviations {
				if d.Level.AtLeast(circular.SeverityWarning) && d.Code != m.code && d.Atom != m.atom {
					stray++
					t.Logf("%s %s (copy %d) %q: also %s %s: %s", m.name, m.slot, n, m.text, d.Code, d.Atom, d.Why)
				}
			}
		}
	}
	t.Logf("%d of %d mutations with the right code", right, cases)
	if 100*stray > cases {
		t.Errorf("%d findings about atoms that were not changed", stray)
	}
	if 100*right < 98*cases {
		t.Errorf("only %d of %d mutations have the right code", right, cases)
	}
}

func finds(c circular.Comparison, m mutation) bool {
	return slices.ContainsFunc(slices.Concat(c.Deviations, c.NotJudged), func(d circular.Deviation) bool {
		return d.Code == m.code && (m.atom == "" || d.Atom == m.atom)
	})
}

// TestSoftened: against a baseline made from the circular itself, whose verbs
// are known, a softer verb is found for each duty.
func TestSoftened(t *testing.T) {
	cases, right := 0, 0
	for n := range 6 {
		v := newVariant(n)
		_, rec := compareText(t, loadShipped(t), v.text(), compare.Default)
		own, err := compare.FromRecord(rec)
		if err != nil {
			t.Fatal(err)
		}
		base := []circular.Baseline{own}
		if c, _ := compareText(t, base, v.text(), own.ID); !c.Comparable || len(c.Deviations) > 0 {
			t.Errorf("copy %d against itself: comparable %v\n%s", n, c.Comparable, list(c))
		}
		for _, s := range []slot{target, inform, channel, output} {
			soft := v.with(s, strings.Replace(v.parts[s], " wajib ", " diimbau ", 1))
			c, _ := compareText(t, base, soft.text(), own.ID)
			cases++
			if finds(c, mutation{code: circular.CodeForce}) {
				right++
			} else {
				t.Logf("softened %s (copy %d):\n%s", s, n, list(c))
			}
		}
	}
	t.Logf("%d of %d softened verbs found", right, cases)
	if 100*right < 98*cases {
		t.Errorf("only %d of %d softened verbs found", right, cases)
	}
}
