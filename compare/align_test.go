package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestAssign holds the assignment against trying every permutation.
func TestAssign(t *testing.T) {
	seed := uint32(1)
	next := func() float64 { // small numbers with ties, always the same
		seed = seed*1664525 + 1013904223
		return float64(seed>>28) / 10
	}
	for range 300 {
		rows, cols := int(seed>>7)%4+1, int(seed>>13)%5+1
		score := make([][]float64, rows)
		for i := range score {
			score[i] = make([]float64, cols)
			for j := range score[i] {
				score[i][j] = max(0, next()-0.4)
			}
		}
		got, used := 0.0, map[int]bool{}
		for i, j := range assign(score) {
			if j < 0 {
				continue
			}
			if used[j] || score[i][j] <= 0 {
				t.Fatalf("column %d twice, or a pair of no worth, in %v", j, score)
			}
			used[j] = true
			got += score[i][j]
		}
		if want := best(score, 0, map[int]bool{}); got < want-1e-9 {
			t.Fatalf("sum %v, best %v: %v", got, want, score)
		}
	}
	if out := assign(nil); len(out) != 0 {
		t.Errorf("assign(nil) = %v", out)
	}
}

// best tries everything.
func best(score [][]float64, row int, used map[int]bool) float64 {
	if row == len(score) {
		return 0
	}
	out := best(score, row+1, used)
	for j, s := range score[row] {
		if !used[j] {
			used[j] = true
			out = max(out, s+best(score, row+1, used))
			delete(used, j)
		}
	}
	return out
}

// TestAlignment: moved, split and merged duties are neither lost nor added.
func TestAlignment(t *testing.T) {
	base := func() *doc {
		return newDoc(primary).cites().period("2024-04-16", "2024-04-17").services()
	}
	say := func(d *doc, topic string, texts ...string) *doc {
		for _, text := range texts {
			d.duty(obligation, topic, "", text)
		}
		return d
	}
	f1, f2 := "Memantau dan mengawasi pemenuhan dan pencapaian sasaran dan target kinerja organisasi.", "Menggunakan media informasi untuk menyampaikan standar pelayanan melalui media publikasi."
	f3, f4 := "Membuka media komunikasi daring sebagai wadah konsultasi dan pengaduan.", "Memastikan keluaran pelayanan yang dilakukan secara daring maupun luring sesuai dengan standar yang telah ditetapkan."
	f, e := "Penyesuaian sistem kerja dipastikan tidak mengganggu kelancaran penyelenggaraan pemerintahan dan pelayanan kepada masyarakat.",
		"Membagi jumlah pegawai ASN yang melaksanakan WFO dan WFH menurut persentase jumlah pegawai dan karakteristik layanan pemerintahan."
	for _, tt := range []struct {
		name string
		doc  *doc
		want []string
	}{
		{"by words alone", say(base(), "", e, f, f1, f2, f3, f4), nil},
		{"moved", say(base(), "", f4, f2, f, f3, e, f1), nil},
		{"merged", say(base(), "", e, f, strings.TrimSuffix(f1, ".")+" serta "+strings.ToLower(f2), f3, f4), nil},
		{"split", say(base(), "", e, f, "Memantau pencapaian sasaran dan target kinerja organisasi.", "Mengawasi pemenuhan sasaran dan target kinerja organisasi.", f2, f3, f4), nil},
		{"one lost", say(base(), "", e, f, f1, f2, f4), []string{"ketentuan-tidak-ada note"}},
		{"one lost, one added", say(base(), "", e, f, f1, f2, f4, "Kendaraan dinas diparkir di halaman."), []string{"ketentuan-tidak-ada note", "ketentuan-tambahan note"}},
	} {
		got, err := Compare(shipped(t), tt.doc.done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := codes(got.Deviations); !slices.Equal(found, append([]string{}, tt.want...)) {
			t.Errorf("%s: %q, want %q\n%s", tt.name, found, tt.want, dump(got.Deviations))
		}
		for _, row := range got.Pairs {
			if tt.name == "split" && row.Atom == "pantau-kinerja" && len(row.Others) != 2 {
				t.Errorf("split: %d passages answer %s", len(row.Others), row.Atom)
			}
		}
	}
}

// TestActors: handing a duty down is usual; giving it to somebody else is a
// note.
func TestActors(t *testing.T) {
	for who, want := range map[string]string{"Kepala Perangkat Daerah": "", "Kepala OPD": "", "pegawai": "", "": "", "Camat dan Lurah": "pelaksana-berubah note"} {
		d := newDoc(primary).cites().period("2024-04-16", "2024-04-17").services().standing()
		for i := range d.rec.Clauses {
			if c := &d.rec.Clauses[i]; c.Duty != nil && c.Duty.Topic == "pantau-kinerja" {
				c.Duty.Who = who
			}
		}
		got, err := Compare(shipped(t), d.done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(codes(got.Deviations), ", "); found != want {
			t.Errorf("%q: %q, want %q", who, found, want)
		}
	}
}

// TestProhibition: forbidding what the centre requires is contrary; forbidding
// what it wants prevented is not.
func TestProhibition(t *testing.T) {
	for text, want := range map[string]string{
		"Kepala Perangkat Daerah dilarang membuka kanal pengaduan.": "bertentangan error",
		"Dilarang mengganggu pelayanan.":                            "",
	} {
		d := newDoc(primary).cites().period("2024-04-16", "2024-04-17").services().standing()
		topic := "kanal-pengaduan"
		if want == "" {
			topic = "tidak-mengganggu"
		}
		d.rec.Clauses = slices.DeleteFunc(d.rec.Clauses, func(c circular.Clause) bool { return c.Duty != nil && c.Duty.Topic == topic })
		d.duty(circular.KindProhibition, topic, circular.ForceDilarang, text)
		got, err := Compare(shipped(t), d.done(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(codes(got.Deviations), ", "); found != want {
			t.Errorf("%s: %q, want %q", text, found, want)
		}
	}
}
