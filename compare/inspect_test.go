package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// ground adds a legal basis.
func (d *doc) ground(typ, number string, year int, title string) *doc {
	return d.clause(circular.Clause{Kind: circular.KindLegalBasis, LegalBasis: &circular.LegalBasis{Type: typ, Number: number, Year: year, Title: title}},
		typ+" Nomor "+number+" tentang "+title)
}

// signed sets the signatory's acting title.
func (d *doc) signed(c circular.Capacity) *doc {
	d.rec.Circulars[0].Signatory = circular.Signatory{Name: "Budi", Office: "Sekretaris Daerah", Capacity: c, Evidence: circular.EvidenceSigned}
	return d
}

// warned adds a warning of the extractor about the first sentence.
func (d *doc) warned(code, message string) *doc {
	d.rec.Warnings = append(d.rec.Warnings, circular.Warning{Code: code, Message: message, Span: d.rec.Circulars[0].Span})
	return d
}

// titled sets the words of a period.
func (d *doc) during(text, start, end string) *doc {
	return d.clause(circular.Clause{Kind: circular.KindPeriod, Period: &circular.Period{Start: day(start), End: day(end)}}, text)
}

// annexed puts the last clause into the annex.
func (d *doc) annexed() *doc {
	d.rec.Clauses[len(d.rec.Clauses)-1].Path = "Lampiran.2"
	return d
}

const perpres21 = "Hari Kerja dan Jam Kerja Instansi Pemerintah dan Pegawai Aparatur Sipil Negara"

// TestInspect has for each finding that needs no baseline a document that must
// yield it and near misses that must not.
func TestInspect(t *testing.T) {
	for _, tt := range []struct {
		name string
		doc  *doc
		want []string
	}{
		{"signed before its start", newDoc(primary).period("2024-04-16", "2024-04-17"), nil},
		{"signed on its first day", newDoc(primary).period("2024-04-15", "2024-04-17"), nil},
		{"signed after its start", newDoc(primary).period("2024-04-14", "2024-04-17"), []string{"berlaku-surut warning"}},
		{"the same in news", newDoc(news).period("2024-04-14", "2024-04-17"), nil},

		{"weekday", newDoc(primary).warned("weekday-date", "16 April 2024 jatuh pada hari Selasa, bukan Senin."), []string{"tidak-konsisten error"}},
		{"weekday on a scan without words", newDoc(circular.GradeScan).warned("weekday-date", "16 April 2024 jatuh pada hari Selasa."), []string{"tidak-konsisten error"}},
		{"doubt that tells nothing of the text", newDoc(primary).warned("year-from-context", "tahun dari konteks"), nil},

		{"two days", newDoc(primary).during("selama 2 (dua) hari, 16-17 April 2024", "2024-04-16", "2024-04-17"), nil},
		{"three days", newDoc(primary).during("selama 3 (tiga) hari, 16-17 April 2024", "2024-04-16", "2024-04-17"), []string{"tidak-konsisten error"}},
		{"number of something else", newDoc(primary).during("paling lambat 3 hari, 16-17 April 2024", "2024-04-16", "2024-04-17"), nil},

		{"annex differs", newDoc(primary).quota(wfh, most, 50, admin).quota(wfh, most, 60, admin).annexed(), []string{"tidak-konsisten error"}},
		{"annex agrees", newDoc(primary).quota(wfh, most, 50, admin).quota(wfh, most, 50, admin).annexed(), nil},
		{"ratio", newDoc(primary).quota(wfh, exact, 50, admin).quota(wfo, exact, 50, admin), nil},
		{"two figures apart", newDoc(primary).quota(wfh, exact, 50, admin).quota(wfh, exact, 25, admin), []string{"bertentangan error"}},
		{"at least 30 and at most 50", newDoc(primary).quota(wfh, least, 30, admin).quota(wfh, most, 50, admin), nil},
		{"at home and kept", newDoc(primary).quota(wfh, most, 50, admin).exempt(circular.EffectMustWFO, admin), []string{"bertentangan error"}},
		{"group and its part", newDoc(primary).quota(wfh, most, 50, admin).exempt(circular.EffectMustWFO, "layanan.administrasi.monitoring"), nil},

		{"penalty", newDoc(primary).duty(circular.KindSanction, "", "", "Pegawai yang mangkir didenda."), []string{"sanksi-dalam-se warning"}},
		{"penalty of an acting official", newDoc(primary).signed("Plt").duty(circular.KindSanction, "", "", "Pegawai yang mangkir didenda."),
			[]string{"sanksi-dalam-se warning", "wewenang warning"}},
		{"an acting official signs", newDoc(primary).signed("Plt").quota(wfh, most, 50), nil},
		{"Sekda signs a penalty", newDoc(primary).signed("").duty(circular.KindSanction, "", "", "Pegawai yang mangkir dikenai sanksi sesuai peraturan perundang-undangan."), nil},
		{"permit lapses", newDoc(primary).signed("Plt").duty(circular.KindSanction, "izin-dicabut", "", "Izin WFH gugur."), nil},

		{"cited as it is", newDoc(primary).ground("Perpres", "21", 2023, perpres21), nil},
		{"short for", newDoc(primary).ground("Peraturan Presiden", "21", 2023, strings.ReplaceAll(perpres21, "Aparatur Sipil Negara", "ASN")), nil},
		{"without title", newDoc(primary).ground("Perpres", "21", 2023, ""), nil},
		{"another title", newDoc(primary).ground("Perpres", "21", 2023, "Cuti Bersama"), []string{"salah-sitasi warning"}},
		{"another year", newDoc(primary).ground("Perpres", "21", 2022, perpres21), []string{"salah-sitasi warning"}},
		{"another number", newDoc(primary).ground("Perpres", "12", 2023, perpres21), []string{"salah-sitasi warning"}},
		{"not in the register", newDoc(primary).ground("Perpres", "999", 2019, "Sesuatu yang Lain"), nil},
		{"revoked", newDoc(primary).ground("PP", "53", 2010, "Disiplin Pegawai Negeri Sipil"), []string{"dasar-keliru error"}},
		{"amended", newDoc(primary).ground("PP", "11", 2017, "Manajemen Pegawai Negeri Sipil"), []string{"dasar-keliru note"}},
		{"amended and said so", newDoc(primary).ground("PP", "11", 2017, "Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan PP Nomor 17 Tahun 2020"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all, err := Inspect(tt.doc.done(t), Options{})
			if err != nil {
				t.Fatal(err)
			}
			found := slices.DeleteFunc(codes(all), func(s string) bool { return strings.HasPrefix(s, "cacat-bentuk") })
			if want := append([]string{}, tt.want...); !slices.Equal(found, want) {
				t.Errorf("findings = %q, want %q\n%s", found, want, dump(all))
			}
		})
	}
}

const layoutA = `BUPATI CONTOH
Yth. Kepala Perangkat Daerah
SURAT EDARAN
NOMOR 7 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA
A. Latar Belakang
B. Maksud dan Tujuan
C. Ruang Lingkup
D. Dasar
E. Isi Edaran
F. Penutup
Ditetapkan di Contoh
pada tanggal 15 April 2024
BUPATI CONTOH,
BUDI SANTOSO
`

const layoutB = `PEMERINTAH KABUPATEN CONTOH
Contoh, 15 April 2024
Nomor    : 800/0352/ORG      Kepada
Sifat    : Segera            Yth. Kepala Perangkat Daerah
Lampiran : -
Hal      : Penyesuaian Sistem Kerja
SURAT EDARAN
1. Pegawai mengatur diri.
Demikian untuk dilaksanakan.
a.n. BUPATI CONTOH
SEKRETARIS DAERAH,
JOKO PRASETYO
`

const layoutC = `MAHKAMAH CONTOH
SURAT EDARAN
NOMOR 3 TAHUN 2024
TENTANG
PENYESUAIAN SISTEM KERJA
Kepada para Ketua Pengadilan
Demikian untuk dilaksanakan.
Jakarta, 15 April 2024
KETUA,
`

// TestForm: each layout is recognised; what it lacks is a note, and a missing
// NIP is nothing.
func TestForm(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		grade      circular.Grade
		want       []string
	}{
		{"A", layoutA, primary, nil},
		{"B", layoutB, primary, nil},
		{"C", layoutC, primary, nil},
		{"A without closing", strings.Replace(layoutA, "F. Penutup\n", "", 1), primary, []string{"penutup"}},
		{"A without date", strings.Replace(layoutA, "pada tanggal 15 April 2024\n", "", 1), primary, []string{"tanggal penetapan"}},
		{"A without date in news", strings.Replace(layoutA, "pada tanggal 15 April 2024\n", "", 1), news, nil},
		{"B without urgency", strings.Replace(layoutB, "Sifat    : Segera            ", "", 1), primary, []string{"sifat"}},
		{"no circular at all", "Resep rendang: daging dimasak lama.", primary, nil},
	} {
		text := circular.Plain(tt.text)
		rec := circular.Record{Schema: circular.RecordSchema, Source: circular.Source{Grade: tt.grade}, Text: &text}
		all, err := Inspect(rec, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var missing []string
		for _, d := range all {
			if d.Code != circular.CodeForm || d.Level != circular.SeverityNote {
				t.Errorf("%s: %s %s", tt.name, d.Code, d.Level)
			}
			missing = append(missing, strings.Split(d.Why, `"`)[1])
		}
		if !slices.Equal(missing, tt.want) {
			t.Errorf("%s: missing %q, want %q", tt.name, missing, tt.want)
		}
	}
}

// TestFormOfIssuer: the layout is that of the issuer, not of whoever else lays out
// so, and what was not read is not missing.
func TestFormOfIssuer(t *testing.T) {
	plain := "BUPATI CONTOH\nSURAT EDARAN\nNOMOR 7 TAHUN 2024\nTENTANG\nJAM KERJA\nYth. Kepala Perangkat Daerah\n1. Pegawai hadir. Demikian untuk dilaksanakan.\nDitetapkan di Contoh\npada tanggal 15 April 2024\nBUPATI CONTOH,\n"
	for _, tt := range []struct {
		name, text string
		level      circular.Level
		issuer     string
		method     circular.Method
		want       string
	}{
		{"a regent by regional custom", plain, circular.LevelRegency, "Bupati Contoh", circular.MethodText, ""},
		{"closing glued to a point", plain, circular.LevelRegency, "Bupati Contoh", circular.MethodText, ""},
		{"without place", strings.Replace(plain, "Ditetapkan di Contoh\n", "", 1), circular.LevelRegency, "Bupati Contoh", circular.MethodText, "tempat penetapan"},
		{"a page not read", strings.Replace(plain, "Ditetapkan di Contoh\n", "", 1), circular.LevelRegency, "Bupati Contoh", circular.MethodNone, ""},
		{"a court by court custom", layoutC, circular.LevelInstitution, "Mahkamah Contoh", circular.MethodText, ""},
	} {
		text := circular.Plain(tt.text)
		text.Pages[0].Method = tt.method
		rec := circular.Record{Schema: circular.RecordSchema, Source: circular.Source{Grade: primary}, Text: &text,
			Circulars: []circular.Circular{{Role: circular.RoleSubject, Type: "SE", Issuer: tt.issuer, Level: tt.level}}}
		all, err := Inspect(rec, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var missing []string
		for _, d := range all {
			if d.Code == circular.CodeForm {
				missing = append(missing, d.Value)
			}
		}
		if got := strings.Join(missing, ", "); got != tt.want {
			t.Errorf("%s: missing %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestPenalties: a penalty is a sentence that imposes one.
func TestPenalties(t *testing.T) {
	for text, want := range map[string]bool{
		"Pegawai yang mangkir dikenakan denda Rp100.000.":                                      true,
		"Pegawai yang melanggar akan dikenakan sanksi.":                                        true,
		"Pegawai yang terdampak banjir tidak dikenakan pemotongan tunjangan kinerja.":          false,
		"Tidak sedang dalam masa pengenaan sanksi.":                                            false,
		"Sanksi administratif adalah sanksi yang dikenakan kepada pelaku usaha.":               false,
		"Denda keterlambatan, biaya, dan suku bunga dicantumkan dalam perjanjian.":             false,
		"Pegawai yang melanggar dikenai sanksi sesuai ketentuan peraturan perundang-undangan.": false,
	} {
		all, err := Inspect(newDoc(primary).duty(circular.KindSanction, "", "", text).done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(codes(all), "sanksi-dalam-se warning"); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestCheck joins both kinds of findings, each once.
func TestCheck(t *testing.T) {
	rec := faithful(primary).quota(wfh, most, 60, admin).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public).
		warned("weekday-date", "16 April 2024 jatuh pada hari Selasa.").duty(circular.KindSanction, "", "", "Pegawai yang mangkir didenda.").done(t)
	got, err := Check(shipped(t), rec, Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := slices.DeleteFunc(codes(got.Deviations), func(s string) bool { return strings.HasPrefix(s, "cacat-bentuk") })
	if want := []string{"lebih-longgar error", "tidak-konsisten error", "sanksi-dalam-se warning"}; !slices.Equal(found, want) {
		t.Errorf("findings = %q, want %q", found, want)
	}
	unread := faithful(primary).services().done(t)
	unread.Text.Pages = append(unread.Text.Pages, circular.Page{Start: len(unread.Text.Body), End: len(unread.Text.Body), Method: circular.MethodNone})
	if got, err = Check(shipped(t), unread, Options{}); err != nil || got.Judged() {
		t.Errorf("an unread page was judged: %v", err)
	}
}
