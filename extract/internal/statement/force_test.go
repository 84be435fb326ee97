package statement

import (
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/extract/internal/reading"
	"github.com/telaah/telaah/lexicon"
)

// read returns the reading of a line.
func read(s string) *reading.Reading {
	t := circular.Plain(s)
	return reading.Of(lexicon.Default(), &t)
}

// TestModalAt holds that negations before and behind a word of force are counted.
func TestModalAt(t *testing.T) {
	for _, c := range []struct {
		words string
		sense Sense
		force circular.Force
	}{
		{"wajib hadir", Must, circular.ForceWajib},
		{"tidak wajib hadir", Free, ""},
		{"tidak lagi diwajibkan hadir", Free, ""},
		{"belum wajib hadir", Free, ""},
		{"bukan merupakan kewajiban", Free, ""},
		{"tidak ada kewajiban hadir", Free, ""},
		{"tidak bersifat wajib", Free, ""},
		{"wajib untuk tidak menolak", Ban, circular.ForceWajib},
		{"diminta untuk tidak menolak", Ban, circular.ForceDiminta},
		{"boleh menolak", May, circular.ForceDapat},
		{"tidak boleh menolak", Ban, circular.ForceDilarang},
		{"tidak dibenarkan menolak", Ban, circular.ForceDilarang},
		{"boleh tidak hadir", Free, ""},
		{"dapat memilih untuk tidak hadir", Free, ""},
		{"tidak boleh tidak hadir", Must, circular.ForceWajib},
		{"dilarang menolak", Ban, circular.ForceDilarang},
		{"dilarang tidak melayani", Must, circular.ForceWajib},
		{"tidak dilarang menerima", May, circular.ForceDapat},
		{"tidak lagi dilarang menerima", May, circular.ForceDapat},
		{"bukan suatu larangan", May, circular.ForceDapat},
		{"tidak melarang", May, circular.ForceDapat},
		{"tidak mewajibkan", Free, ""},
		{"tidak dianjurkan", Ban, circular.ForceDiimbau},
		{"dibebaskan dari kewajiban hadir", Free, ""},
		{"tidak dibebaskan dari denda", Kept, ""},
		{"tidak dapat dibebaskan dari denda", Kept, ""},
		{"dapat dikecualikan", Out, ""},
		{"tidak dikecualikan", Kept, ""},
		{"tidak berlaku bagi guru", Out, ""},
		{"tidak perlu hadir", Free, ""},
		{"tidak dituntut hadir", Free, ""},
	} {
		r := read(c.words)
		m, ok := ModalAt(r, 0, len(r.Toks), Official)
		if !ok || m.Sense != c.sense || m.Force != c.force {
			t.Errorf("%s: %v %v %q, want %v %q", c.words, ok, m.Sense, m.Force, c.sense, c.force)
		}
	}
	for _, words := range []string{"wajib pajak", "tidak menerapkan", "tidak diminta", "dituntut", "perlu ditata", "boleh tidak lebih dari 50 persen"} {
		r := read(words)
		if m, ok := ModalAt(r, 0, len(r.Toks), Official); ok && (m.Sense != May || words[0] != 'b') {
			t.Errorf("%s: %v, want no force", words, m.Sense)
		}
	}
}

// TestPredicateOf holds that a sentence denied as a whole, a clause within it and the
// noun of a rule keep their sense.
func TestPredicateOf(t *testing.T) {
	for _, c := range []struct {
		words string
		sense Sense
	}{
		{"Pegawai wajib hadir.", Must},
		{"Pegawai yang tidak hadir wajib melapor.", Must},
		{"Bank wajib memblokir rekening yang tidak dapat diverifikasi.", Must},
		{"Bank, tanpa menunggu laporan, wajib memblokir rekening.", Must},
		{"Tidak seorang pun pegawai boleh menolak.", Ban},
		{"Tidak ada pegawai yang boleh menolak.", Ban},
		{"Bukan berarti pegawai dilarang menerima.", May},
		{"Cendera mata bukan pemberian yang dilarang.", May},
		{"Menolak pasien adalah perbuatan yang dilarang.", Ban},
		{"Tidak ada perubahan jam dan pegawai wajib hadir.", Must},
		{"Kewajiban mengikuti wisuda ditiadakan.", Free},
		{"Larangan bepergian dicabut.", May},
		{"Bupati melarang pegawai bepergian.", Ban},
		{"Sekolah tidak mewajibkan murid hadir.", Free},
		{"Pegawai agar tidak menerima hadiah.", Ban},
		{"Pegawai tidak menerima hadiah.", Ban},
		{"Pegawai menyusun jadwal.", None},
	} {
		r := read(c.words)
		if p := PredicateOf(r, 0, len(r.Toks)); p.Sense() != c.sense {
			t.Errorf("%s: %v, want %v", c.words, p.Sense(), c.sense)
		}
	}
}
