package compare

import (
	"errors"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
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
	config, err := ParseConfig("telaah.yaml", []byte(suppressions))
	if err != nil {
		t.Fatal(err)
	}
	list := config.Suppressions
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

func TestParseConfigRefuses(t *testing.T) {
	for _, tt := range []struct{ old, new, id, en string }{
		{"code: lebih-longgar", "code: lebih-bebas", `code "lebih-bebas" tidak dikenal`, `unknown code "lebih-bebas"`},
		{"issuer: Bupati Contoh", `issuer: ""`, "issuer atau path wajib", "issuer or path is required"},
		{"reason: masih draf", `reason: " "`, "reason wajib", "reason is required"},
		{"expires: 2024-06-30", "reason2: x", "YAML tidak terbaca", "not readable as YAML"},
		{"    expires: 2024-06-30\n", "", "expires wajib", "expires is required"},
		{"expires: 2024-12-31", "expires: 2024-02-31", `tanggal "2024-02-31"`, `date "2024-02-31"`},
		{`path: "draf/*.txt"`, `path: "draf/[.txt"`, `path "draf/[.txt": pola tidak sah`, `path "draf/[.txt": not a valid pattern`},
		{"suppressions:\n", "fail_on: berat\nsuppressions:\n", `fail_on "berat" tidak dikenal`, `unknown fail_on "berat"`},
		{"suppressions:\n", "exclude: ['[']\nsuppressions:\n", `path "[": pola tidak sah`, `path "[": not a valid pattern`},
		{"suppressions:\n", "baseline:\n  - path: a\nsuppressions:\n", "path dan use wajib", "path and use are required"},
		{"suppressions:\n  - code: ", "suppressions:\n  - kode: ", "YAML tidak terbaca", "not readable as YAML"},
	} {
		_, err := ParseConfig("telaah.yaml", []byte(strings.Replace(suppressions, tt.old, tt.new, 1)))
		var e *FileError
		if !errors.Is(err, ErrSuppression) || !errors.As(err, &e) {
			t.Errorf("%s: %v", tt.new, err)
			continue
		}
		for _, m := range []struct{ got, want string }{{e.Message("id"), "telaah.yaml: pengecualian tidak sah: " + tt.id}, {e.Message("en"), "telaah.yaml: invalid suppression: " + tt.en}} {
			if !strings.HasPrefix(m.got, m.want) || !strings.Contains(m.got, "^") {
				t.Errorf("%s: %s\nwant %s", tt.new, m.got, m.want)
			}
		}
	}
}

func TestConfig(t *testing.T) {
	c, err := ParseConfig("telaah.yaml", []byte("exclude: [arsip/**, catatan.txt]\nfail_on: warning\nbaseline:\n  - {path: 2020/*, use: panrb-19-2020}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]bool{"arsip/a.txt": true, "arsip/b/c.txt": true, "./catatan.txt": true, `x\catatan.txt`: true, "arsip.txt": false, "a/arsip/b.txt": false} {
		if got := c.Excludes(file); got != want {
			t.Errorf("%s: excluded %v", file, got)
		}
	}
	if c.FailOn != circular.SeverityWarning || c.Baseline("2020/a.txt") != "panrb-19-2020" || c.Baseline("a.txt") != "" {
		t.Errorf("%+v", c)
	}
}
