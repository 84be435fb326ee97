package compare

import (
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// TestVersions: what a new version adds, drops, weakens and tightens; nothing
// where only the layout differs.
func TestVersions(t *testing.T) {
	penalty := "Pegawai yang mangkir dikenai sanksi pemotongan tunjangan."
	duty := "Kepala Perangkat Daerah wajib melaporkan kehadiran pegawai setiap hari."
	old := func() *doc {
		return newDoc(primary).period("2024-04-16", "2024-04-17").quota(wfh, most, 50, admin).
			duty(circular.KindSanction, "", "", penalty).duty(obligation, "", circular.ForceWajib, duty)
	}
	without := newDoc(primary).period("2024-04-16", "2024-04-17").quota(wfh, most, 50, admin).duty(obligation, "", circular.ForceWajib, duty)
	weaker := newDoc(primary).period("2024-04-16", "2024-04-18").quota(wfh, most, 60, admin).
		duty(circular.KindSanction, "", "", penalty).duty(obligation, "", circular.ForceDiimbau, strings.Replace(duty, "wajib", "diimbau", 1))
	for _, tt := range []struct {
		name     string
		old, new *doc
		want     string
	}{
		{"the same", old(), old(), ""},
		{"a penalty dropped", old(), without, "dropped sanction"},
		{"a penalty added", without, old(), "added sanction"},
		{"weakened", old(), weaker, "changed period, weakened quota, weakened obligation"},
		{"tightened", weaker, old(), "changed period, tightened quota, tightened obligation"},
	} {
		got, err := Versions(tt.old.done(t), tt.new.done(t), "id")
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, c := range got.Changes {
			found = append(found, strings.TrimSpace(string(c.Change)+" "+string(c.Kind)+c.Field))
			if c.Why == "" || strings.Contains(c.Why, "{") {
				t.Errorf("%s: why %q", tt.name, c.Why)
			}
		}
		if s := strings.Join(found, ", "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}
