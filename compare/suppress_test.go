package compare

import (
	"errors"
	"strings"
	"testing"

	"telaah/circular"
)

const suppressions = `suppressions:
  - code: lebih-longgar
    issuer: Bupati Contoh
    reason: disetujui Menteri, surat 1/2024
    expires: 2024-12-31
  - code: ketentuan-tambahan
    path: "draf/*.txt"
    reason: masih draf
    expires: 2024-06-30
`

func TestSuppress(t *testing.T) {
	list, err := ParseSuppressions("telaah.yaml", []byte(suppressions))
	if err != nil {
		t.Fatal(err)
	}
	run := func(today, issuer, file string) (string, string, []bool) {
		rec := faithful(primary).quota(wfh, most, 60, admin).quota(wfh, most, 50, leaders).exempt(circular.EffectMustWFO, public).
			duty(obligation, "", "", "Kendaraan dinas diparkir di halaman.").done(t)
		rec.Circulars[0].Issuer, rec.Source.Path = issuer, file
		c, err := Compare(shipped(t), rec, Options{})
		if err != nil {
			t.Fatal(err)
		}
		used := Suppress(&c, list, day(today))
		return strings.Join(codes(c.Deviations), ", "), strings.Join(codes(c.Suppressed), ", "), used
	}
	const both = "lebih-longgar error, ketentuan-tambahan note"
	for _, tt := range []struct{ today, issuer, file, kept, gone string }{
		{"2024-06-30", "BUPATI CONTOH", "draf/a.txt", "", both},
		{"2024-07-01", "Bupati Contoh", "draf/a.txt", "ketentuan-tambahan note", "lebih-longgar error"},
		{"2025-01-01", "Bupati Contoh", "draf/a.txt", both, ""},
		{"2024-06-30", "Bupati Lain", "akhir/a.txt", both, ""},
		{"2024-06-30", "Bupati Lain", `draf\a.txt`, "lebih-longgar error", "ketentuan-tambahan note"},
	} {
		kept, gone, used := run(tt.today, tt.issuer, tt.file)
		if kept != tt.kept || gone != tt.gone {
			t.Errorf("%v: kept %q, gone %q", tt, kept, gone)
		}
		if used[0] != strings.Contains(gone, "longgar") || used[1] != strings.Contains(gone, "tambahan") {
			t.Errorf("%v: used %v", tt, used)
		}
	}
	if !list[1].Expired(day("2024-07-01")) || list[1].Expired(day("2024-06-30")) {
		t.Error("the last day counts")
	}
}

func TestParseSuppressionsRefuses(t *testing.T) {
	for old, new := range map[string]string{
		"code: lebih-longgar":       "code: lebih-bebas",
		"issuer: Bupati Contoh":     "issuer: \"\"",
		"reason: masih draf":        "reason: \" \"",
		"expires: 2024-06-30":       "reason2: x",
		"expires: 2024-12-31":       "expires: 2024-02-31",
		`path: "draf/*.txt"`:        `path: "draf/[.txt"`,
		"suppressions:\n  - code: ": "suppressions:\n  - kode: ",
	} {
		_, err := ParseSuppressions("telaah.yaml", []byte(strings.Replace(suppressions, old, new, 1)))
		if !errors.Is(err, ErrSuppression) || !strings.HasPrefix(err.Error(), "telaah.yaml: ") || !strings.Contains(err.Error(), "^") {
			t.Errorf("%s: %v", new, err)
		}
	}
}
