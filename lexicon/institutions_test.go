package lexicon

import (
	"strings"
	"testing"
)

func TestFindInstitution(t *testing.T) {
	for phrase, want := range map[string]string{
		"Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi": "panrb central",
		"SE Menpan RB":                          "panrb central",
		"MenPAN-RB":                             "panrb central",
		"KemenPANRB":                            "panrb central",
		"Menteri PANRB":                         "panrb central",
		"Mendagri":                              "kemendagri central",
		"Menteri Dalam Negeri":                  "kemendagri central",
		"Sekretaris Jenderal Kementerian Agama": "kemenag ministry",
		"Kemenag":                               "kemenag ministry",
		"Menteri Pendidikan dan Kebudayaan":     "kemendikbud ministry",
		"Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi": "kemendikbudristek ministry",
		"Rektor Universitas Indonesia":                         "ui institution",
		"Badan Kepegawaian Negara":                             "bkn central",
		"Badan Kepegawaian Daerah":                             "",
		"Kepala BNPB":                                          "bnpb ministry",
		"Kementerian":                                          "",
		"Gubernur Banten":                                      "",
	} {
		in, ok := FindInstitution(phrase)
		got := strings.TrimSpace(in.ID + " " + in.Level)
		if got != want || ok != (want != "") {
			t.Errorf("FindInstitution(%q) = %q, want %q", phrase, got, want)
		}
	}
	for _, in := range Institutions() {
		if got, _ := FindInstitution(in.Name); got != in {
			t.Errorf("FindInstitution(%q) = %v", in.Name, got)
		}
		if in.Head == "" {
			t.Errorf("%s has no head", in.ID)
		}
	}
}

func TestInstitutionMatchAtCoversTheName(t *testing.T) {
	for _, c := range []struct {
		tokens string
		at, n  int
	}{
		{"se menpan - rb nomor", 1, 3},
		{"se menpan-rb nomor", 1, 1},
		{"menteri pendidikan , kebudayaan", 0, 0},
		{"kementerian agama", 1, 0},
	} {
		if n, _ := DefaultInstitutions().MatchAt(strings.Fields(c.tokens), c.at); n != c.n {
			t.Errorf("MatchAt(%q, %d) covers %d tokens, want %d", c.tokens, c.at, n, c.n)
		}
	}
}

func TestParseInstitutionsNamesTheLine(t *testing.T) {
	for data, want := range map[string]string{
		"bkn central = BKN":                      "institutions.txt:1: want ID LEVEL HEAD = name; name",
		"# head\nbkn top Kepala = BKN":           `institutions.txt:2: level "top" is none of central, ministry, institution`,
		"bkn central Kepala = BKN;":              "institutions.txt:1: empty name",
		"a ministry X = Foo\nb ministry Y = foo": `institutions.txt:2: "foo" stands for a already`,
	} {
		if _, err := ParseInstitutions(data); err == nil || err.Error() != want {
			t.Errorf("ParseInstitutions(%q): error %v, want %s", data, err, want)
		}
	}
}
