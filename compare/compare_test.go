package compare

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

const (
	wfh, wfo, wfa  = circular.ModeWFH, circular.ModeWFO, circular.ModeWFA
	most, least    = circular.BoundMax, circular.BoundMin
	exact          = circular.BoundExact
	primary, news  = circular.GradePrimary, circular.GradeNews
	admin, leaders = "layanan.administrasi", "layanan.pimpinan"
	public, health = "layanan.masyarakat", "layanan.masyarakat.kesehatan"
	obligation     = circular.KindObligation
)

// TestFindings has for each finding against a baseline a document that must
// yield it and near misses that must not. Want holds every finding.
func TestFindings(t *testing.T) {
	short := func(g circular.Grade) *doc {
		return faithful(g).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public)
	}
	for _, tt := range []struct {
		name      string
		doc       *doc
		want      []string // findings
		notJudged []string
	}{
		{"faithful", faithful(primary).services(), nil, nil},
		{"WFO min 50 is WFH max 50", short(primary).quota(wfo, least, 50, admin), nil, nil},
		{"one quota for both groups", faithful(primary).quota(wfh, most, 50, admin, leaders).exempt(circular.EffectMustWFO, public), nil, nil},
		{"60 for 50", short(primary).quota(wfh, most, 60, admin), []string{"lebih-longgar error"}, nil},
		{"60 for 50 in news", short(news).quota(wfh, most, 60, admin), []string{"lebih-longgar note"}, nil},
		{"60 for 50 in a release", short(circular.GradeRelease).quota(wfh, most, 60, admin), []string{"lebih-longgar warning"}, nil},
		{"WFO min 30 is WFH max 70", short(primary).quota(wfo, least, 30, admin), []string{"lebih-longgar error"}, nil},
		{"WFO min 30 beside WFA is not judged", short(primary).quota(wfo, least, 30, admin).quota(wfa, most, 10, "jabatan.fungsional"),
			[]string{"ketentuan-tambahan note"}, []string{"tidak-dapat-dinilai none"}},
		{"40 for 50", short(primary).quota(wfh, most, 40, admin), []string{"lebih-ketat note"}, nil},
		{"exactly 50", short(primary).quota(wfh, exact, 50, admin).quota(wfo, exact, 50, admin), []string{"lebih-ketat note", "lebih-ketat note"}, nil},
		{"paling sedikit for paling banyak", short(primary).quota(wfh, least, 50, admin), []string{"bertentangan error"}, nil},
		{"WFO capped at 50", short(primary).quota(wfo, most, 50, admin), []string{"bertentangan error"}, nil},
		{"heads for per cent", short(primary).count(wfh, most, 5, "orang", admin), nil, []string{"basis-hitung-berubah none"}},
		{"days for per cent", short(primary).count(wfh, exact, 2, "hari", admin), []string{"basis-hitung-berubah warning"}, nil},
		{"part of the group", short(primary).quota(wfh, most, 50, "layanan.administrasi.penelitian"), []string{"ruang-lingkup-berubah warning"}, nil},
		{"cap missing", short(primary), []string{"ketentuan-tidak-ada error"}, nil},
		{"cap in a row that was not read", short(primary).unread("1. Administrasi pemerintahan   paling banyak 50%   menyesuaikan"), nil, []string{"tidak-dapat-dinilai none"}},
		{"cap missing beside another figure", short(primary).unread("Tunjangan pegawai yang mangkir dipotong 3 persen."), []string{"ketentuan-tidak-ada error"}, []string{"tidak-dapat-dinilai none"}},
		{"cap not in the news", short(news), nil, []string{"tidak-dapat-dinilai none"}},
		{"general cap stands for each group", faithful(primary).quota(wfh, most, 50).exempt(circular.EffectMustWFO, public), nil, nil},
		{"group kept in the office", short(primary).exempt(circular.EffectNotEligible, admin), []string{"lebih-ketat note"}, nil},

		{"opting out", newDoc(primary).cites().period("2024-04-16", "2024-04-17").exempt(circular.EffectWFHNotApplied),
			nil, nil},
		{"sector released", faithful(primary).services().quota(wfh, most, 50, health), []string{"lebih-longgar error"}, nil},
		{"sector may", faithful(primary).services().exempt(circular.EffectMayWFH, health), []string{"lebih-longgar error"}, nil},
		{"sector must go home", faithful(primary).services().exempt(circular.EffectMustWFH, health), []string{"bertentangan error"}, nil},
		{"only 25 per cent of services report in", faithful(primary).services().quota(wfo, most, 25, public), []string{"lebih-longgar error"}, nil},
		{"service lost", faithful(primary).quota(wfh, most, 50, admin, leaders), []string{"ketentuan-tidak-ada error"}, nil},
		{"service as WFO 100", faithful(primary).quota(wfh, most, 50, admin, leaders).quota(wfo, exact, 100, public), nil, nil},
		{"service as WFH 0", faithful(primary).quota(wfh, most, 50, admin, leaders).quota(wfh, exact, 0, public), nil, nil},
		{"list without heading", faithful(primary).quota(wfh, most, 50, admin, leaders).exempt(circular.EffectMustWFO, health), []string{"ruang-lingkup-berubah warning"}, nil},
		{"more groups kept", faithful(primary).services().exempt(circular.EffectMustWFO, "jabatan.jpt-pratama"), []string{"lebih-ketat note"}, nil},

		{"starts early", newDoc(primary).cites().period("2024-04-15", "2024-04-17"), []string{"di-luar-masa error"}, nil},
		{"ends late", newDoc(primary).cites().period("2024-04-16", "2024-04-19"), []string{"di-luar-masa error"}, nil},
		{"no end", newDoc(primary).cites().period("2024-04-16", ""), []string{"di-luar-masa error"}, nil},
		{"elsewhere", newDoc(primary).cites().period("2024-04-23", "2024-04-24"), []string{"di-luar-masa error"}, nil},
		{"one day only", newDoc(primary).cites().period("2024-04-16", "2024-04-16"), []string{"di-luar-masa note"}, nil},
		{"two single days", newDoc(primary).cites().period("2024-04-16", "2024-04-16").period("2024-04-17", "2024-04-17"), nil, nil},
		{"another window", newDoc(primary).cites().period("2024-04-16", "2024-04-17").period("2024-05-06", "2024-05-08"), []string{"ketentuan-tambahan warning"}, nil},

		{"added duty", faithful(primary).services().duty(obligation, "hadir-bila-dipanggil", circular.ForceWajib, "Pegawai WFH wajib hadir bila dipanggil."),
			[]string{"ketentuan-tambahan note"}, nil},
		{"burden", faithful(primary).services().duty(obligation, "", circular.ForceWajib, "Pegawai wajib menyerahkan surat keterangan sehat."),
			[]string{"ketentuan-tambahan warning"}, nil},
		{"penalty", faithful(primary).services().duty(circular.KindSanction, "", "", "Pegawai yang mangkir dipotong tunjangannya."),
			[]string{"sanksi-dalam-se warning"}, nil},
		{"penalty on a higher ground", faithful(primary).services().duty(circular.KindSanction, "", "", "Pegawai yang mangkir dijatuhi hukuman menurut PP 94 Tahun 2021."),
			[]string{"ketentuan-tambahan note"}, nil},
		{"permit lapses", faithful(primary).services().duty(circular.KindSanction, "izin-dicabut", "", "Izin WFH dicabut bila syarat tidak dipenuhi."),
			[]string{"ketentuan-tambahan note"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Compare(shipped(t), tt.doc.done(t), Options{Baseline: Default})
			if err != nil {
				t.Fatal(err)
			}
			if !got.Comparable {
				t.Fatalf("not comparable: %+v", got.Deviations)
			}
			found := codes(got.Deviations)
			if want := append([]string{}, tt.want...); !slices.Equal(found, want) {
				t.Errorf("findings = %q, want %q\n%s", found, want, dump(got.Deviations))
			}
			pending := codes(got.NotJudged)
			if want := append([]string{}, tt.notJudged...); !slices.Equal(pending, want) {
				t.Errorf("not judged = %q, want %q\n%s", pending, want, dump(got.NotJudged))
			}
		})
	}
}

func dump(list []circular.Deviation) string {
	var b strings.Builder
	for _, d := range list {
		b.WriteString("  " + string(d.Code) + " " + d.Atom + ": " + d.Why + "\n")
	}
	return b.String()
}

func TestForce(t *testing.T) {
	for _, tt := range []struct {
		grade circular.Grade
		force circular.Force
		want  string
	}{
		{primary, circular.ForceWajib, "kadar-berubah note"},
		{primary, circular.ForceDapat, ""},
		{news, circular.ForceWajib, ""},
	} {
		d := newDoc(tt.grade).cites().period("2024-04-16", "2024-04-17").standing().services().
			duty(circular.KindPermission, "", tt.force, "Perangkat Daerah menggabungkan tugas kedinasan di kantor (WFO) dan di rumah (WFH).")
		got, err := Compare(shipped(t), d.done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(codes(got.Deviations), ", "); found != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.grade, tt.force, found, tt.want)
		}
	}
}

func TestCitation(t *testing.T) {
	base := func() *doc { return newDoc(primary).period("2024-04-16", "2024-04-17").standing().services() }
	basis := func(number string, year int, title string) *doc {
		return base().act(circular.RoleBasis, "Menteri PANRB", circular.LevelCentral, number, year, title)
	}
	for _, tt := range []struct {
		name string
		doc  *doc
		want string
	}{
		{"cited", base().cites(), ""},
		{"without leading zero, other case, other spelling", basis("1", 2024, strings.ToUpper(strings.Replace(title12024, "Idul Fitri 1445 H", "Idulfitri 1445 Hijriah", 1))), ""},
		{"not cited", base(), "dasar-tidak-dirujuk warning"},
		{"another number", basis("17", 2023, ""), "dasar-keliru error"},
		{"wrong year", basis("01", 2022, ""), "dasar-keliru error"},
		{"same number of another minister", basis("01", 2024, title12024).act(circular.RoleBasis, "Menteri Dalam Negeri", circular.LevelCentral, "1", 2024, "x"), ""},
		{"title miscited", basis("01", 2024, strings.Replace(title12024, "Sipil Negara", "Negeri Sipil Negara", 1)), "salah-sitasi warning"},
		{"title cut short", basis("01", 2024, title12024[:len(title12024)-len(" Hari Raya Idul Fitri 1445 H")]), ""},
	} {
		got, err := Compare(shipped(t), tt.doc.done(t), Options{Baseline: Default})
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(codes(got.Deviations), ", "); found != tt.want {
			t.Errorf("%s: %q, want %q\n%s", tt.name, found, tt.want, dump(got.Deviations))
		}
	}
	d := base().cites()
	d.rec.Circulars[1].DateSigned = day("2024-04-12")
	got, _ := Compare(shipped(t), d.done(t), Options{})
	if found := strings.Join(codes(got.Deviations), ", "); found != "salah-sitasi warning" {
		t.Errorf("wrong date: %q", found)
	}
}

// TestChoose: what a circular cites, its subject and its period choose the
// baseline; one that belongs elsewhere is told where, and nothing else.
func TestChoose(t *testing.T) {
	other := func(number string, year int, title, start, end string) *doc {
		d := newDoc(news)
		d.rec.Circulars[0].Number, d.rec.Circulars[0].Year, d.rec.Circulars[0].Title = number, year, title
		d.rec.Circulars[0].DateSigned = circular.Date{}
		if start != "" {
			d.period(start, end)
		}
		return d.quota(wfo, least, 30)
	}
	jakarta := other("17", 2023, "Penyesuaian sistem kerja ASN di DKI Jakarta", "2023-08-28", "")
	jakarta.rec.Circulars[0].Issuer, jakarta.rec.Circulars[0].Level = "Menteri PANRB", circular.LevelCentral
	lebaran25 := other("9", 2025, "Lebaran", "2025-03-24", "2025-03-27").act(circular.RoleBasis, "Menteri PANRB", circular.LevelCentral, "2", 2025, "")
	gas := other("5", 2024, "Harga Eceran Tertinggi Gas", "", "")
	gas.rec.Clauses = nil
	for _, tt := range []struct {
		name       string
		doc        *doc
		opts       Options
		base       string
		comparable bool
		suggested  string
	}{
		{"same subject and period", faithful(news).services(), Options{}, "panrb-1-2024", true, ""},
		{"17/2023 itself", jakarta, Options{}, "panrb-1-2024", false, "panrb-17-2023"},
		{"2020", other("965/932", 2020, "Sistem kerja dalam rangka menanggulangi virus corona", "2020-03-18", "2020-03-31"), Options{}, "panrb-1-2024", false, "panrb-19-2020"},
		{"2020 asked for", other("965/932", 2020, "Sistem kerja dalam rangka menanggulangi virus corona", "2020-03-18", "2020-03-31"), Options{Baseline: "panrb-19-2020"}, "panrb-19-2020", true, ""},
		{"citation chooses", lebaran25, Options{}, "panrb-2-2025", true, ""},
		{"default asked for though another is cited", lebaran25, Options{Baseline: Default}, "panrb-1-2024", false, "panrb-2-2025"},
		{"second amendment of 2020", other("1", 2020, "Sistem kerja pegawai", "2020-05-04", "2020-05-13"), Options{}, "panrb-1-2024", false, "panrb-19-2020"},
		{"open since 2022", other("1", 2022, "Sistem kerja pegawai", "2022-05-09", ""), Options{}, "panrb-1-2024", false, ""},
		{"no counterpart", gas, Options{}, "panrb-1-2024", false, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Compare(shipped(t), tt.doc.done(t), tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			if got.Baseline.ID != tt.base || got.Comparable != tt.comparable || got.Baseline.Suggested != tt.suggested {
				t.Errorf("base %s comparable %v suggested %q\n%s", got.Baseline.ID, got.Comparable, got.Baseline.Suggested, dump(got.Deviations))
			}
			if !got.Comparable && (len(got.Deviations) != 1 || got.Deviations[0].Code != circular.CodeNotComparable || got.Deviations[0].Level != circular.SeverityNone) {
				t.Errorf("findings after tidak-sebanding: %q", codes(got.Deviations))
			}
			if len(tt.doc.rec.Clauses) > 1 && tt.name == "2020" && got.Figures[0].Equivalent != "WFH paling banyak 70%" {
				t.Errorf("figures = %+v", got.Figures)
			}
		})
	}
	if _, err := Compare(shipped(t), newDoc(news).done(t), Options{Baseline: "x"}); !errors.Is(err, ErrUnknownBaseline) {
		t.Errorf("unknown id: %v", err)
	}
	if _, err := Compare(nil, newDoc(news).done(t), Options{}); !errors.Is(err, ErrNoBaseline) {
		t.Errorf("no baselines: %v", err)
	}
}

// TestConfidence: below the floor nothing is judged, and a scan bears an error
// only where its letters were read well.
func TestConfidence(t *testing.T) {
	d := faithful(circular.GradeScan).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public).quota(wfh, most, 60, admin)
	rec := d.done(t)
	last := rec.Clauses[len(rec.Clauses)-1].Span
	for _, tt := range []struct {
		sure float64
		want string
	}{{0.95, "lebih-longgar error"}, {0.5, ""}} {
		rec.Text.Words = []circular.Word{{Span: circular.Span{Start: last.Start, End: last.Start + 5, Page: 1}, Confidence: tt.sure}}
		got, err := Compare(shipped(t), rec, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(codes(got.Deviations), ", "); found != tt.want {
			t.Errorf("OCR %v: %q, want %q", tt.sure, found, tt.want)
		}
		if (tt.want == "") == got.Judged() {
			t.Errorf("OCR %v: judged = %v", tt.sure, got.Judged())
		}
	}
	rec.Clauses[len(rec.Clauses)-1].Confidence = 0.3
	got, _ := Compare(shipped(t), rec, Options{})
	if len(got.NotJudged) == 0 || got.NotJudged[0].Code != circular.CodeCannotBeJudged {
		t.Errorf("below the floor: %q, not judged %q", codes(got.Deviations), codes(got.NotJudged))
	}
}

func TestUncertainAtomIsANote(t *testing.T) {
	all := shipped(t)
	for i := range all[0].Atoms {
		all[0].Atoms[i].Certainty = circular.CertaintyUncertain
	}
	got, err := Compare(all, faithful(primary).quota(wfh, most, 90).done(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Deviations) == 0 || got.Worst() != circular.SeverityNote {
		t.Errorf("findings %q", codes(got.Deviations))
	}
}

// TestDeterminism: the same input gives the same bytes, and comparing leaves
// its input alone.
func TestDeterminism(t *testing.T) {
	rec := faithful(primary).services().quota(wfh, most, 60, admin).done(t)
	before, _ := json.Marshal(rec)
	all := shipped(t)
	var first []byte
	for range 20 {
		got, err := Compare(all, rec, Options{})
		if err != nil {
			t.Fatal(err)
		}
		b, _ := json.Marshal(got)
		if first == nil {
			first = b
		}
		if string(b) != string(first) {
			t.Fatal("two runs differ")
		}
	}
	if after, _ := json.Marshal(rec); string(after) != string(before) || !reflect.DeepEqual(all, shipped(t)) {
		t.Error("Compare changed its input")
	}
}
