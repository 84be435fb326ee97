package compare

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestMarshal: every shipped baseline survives being written and read.
func TestMarshal(t *testing.T) {
	for _, b := range shipped(t) {
		data, err := Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse("tulis.yaml", data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if !reflect.DeepEqual(got, b) {
			t.Errorf("%s changed:\n%s", b.ID, data)
		}
	}
}

// TestFromRecord: a circular conforms to the baseline made from it, and one
// that is looser does not.
func TestFromRecord(t *testing.T) {
	governor := faithful(primary).quota(wfh, most, 30, admin).quota(wfo, least, 60, leaders).exempt(circular.EffectMustWFO, public, health).
		exempt(circular.EffectMayWFH, "kondisi.hamil").done(t)
	b, err := FromRecord(governor)
	if err != nil {
		t.Fatal(err)
	}
	if !b.Derived || b.ID != "bupati-contoh-800-12-2024" {
		t.Errorf("id %q, derived %v", b.ID, b.Derived)
	}
	data, err := Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if b, err = Parse("turunan.yaml", data); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	all := append(shipped(t), b)
	got, err := Compare(all, governor, Options{Baseline: b.ID})
	if err != nil {
		t.Fatal(err)
	}
	if !got.Comparable || len(got.Deviations) > 0 || len(got.NotJudged) > 0 || got.Baseline.Reconstructed {
		t.Errorf("comparable %v, findings %q, not judged %q", got.Comparable, codes(got.Deviations), codes(got.NotJudged))
	}
	looser := faithful(primary).act(circular.RoleBasis, "Bupati Contoh", circular.LevelRegency, "800/12/2024", 2024, "").
		quota(wfh, most, 50, admin).quota(wfo, least, 60, leaders).exempt(circular.EffectMustWFO, public, health).exempt(circular.EffectMayWFH, "kondisi.hamil")
	looser.rec.Circulars[0].Number = "800/13/2024"
	got, err = Compare(all, looser.done(t), Options{Baseline: b.ID})
	if err != nil {
		t.Fatal(err)
	}
	if found := strings.Join(codes(got.Deviations), ", "); found != "lebih-longgar error" {
		t.Errorf("looser: %q\n%s", found, dump(got.Deviations))
	}
	if _, err := FromRecord(newDoc(primary).done(t)); !errors.Is(err, ErrNoRules) {
		t.Errorf("no rules: %v", err)
	}
}

// TestReissue: the words of the act take the place of the reconstruction under
// the same ids, and its figures win.
func TestReissue(t *testing.T) {
	official := faithful(primary).quota(wfh, most, 45, admin).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public, health).
		duty(obligation, "presensi", circular.ForceWajib, "Pegawai WFH wajib melakukan presensi daring.")
	c := &official.rec.Circulars[0]
	c.Number, c.Issuer, c.Level = "1", "Menteri PANRB", circular.LevelCentral
	b, err := Reissue(shipped(t)[0], official.done(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"izin-kombinasi", "masa", "administrasi-wfh", "masyarakat-wfo", "pantau-kinerja", "rujukan", "presensi"} {
		if b.Atom(id) == nil {
			t.Errorf("atom %s is gone", id)
		}
	}
	if a := b.Atom("administrasi-wfh"); a != nil && (*a.Percent != 45 || !a.Real) {
		t.Errorf("atom = %+v", a)
	}
	if _, err := Reissue(shipped(t)[1], official.rec); !errors.Is(err, ErrUnknownBaseline) {
		t.Errorf("another act: %v", err)
	}
}
