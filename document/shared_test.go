package document

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// sharedPDFs returns the files of the shared PDFs whose class begins so; tests
// that need them skip where they are absent.
func sharedPDFs(t testing.TB, class string) []string {
	t.Helper()
	index, err := os.ReadFile("../../shared/pdf/index.tsv")
	if err != nil {
		t.Skip("needs the shared PDFs, which are not here")
	}
	var out []string
	for _, line := range strings.Split(string(index), "\n")[1:] {
		if f := strings.Split(line, "\t"); len(f) > 2 && strings.HasPrefix(f[1], class) {
			out = append(out, filepath.Join("../../shared/pdf", f[0]))
		}
	}
	return out
}

// peer returns what pdftotext reads.
func peer(t testing.TB, file string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("needs pdftotext as a peer, which is not here")
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, "pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// wordF1 compares two texts as bags of words.
func wordF1(got, want string) float64 {
	count := map[string]int{}
	a, b := strings.Fields(got), strings.Fields(want)
	for _, w := range b {
		count[w]++
	}
	hit := 0
	for _, w := range a {
		if count[w] > 0 {
			count[w]--
			hit++
		}
	}
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(hit) / float64(len(a)+len(b))
}

var cited = regexp.MustCompile(`(?i)\bnomor\s+(\d[\w./-]*)\s+tahun\s+(\d{4})`)

// acts returns the acts that a text cites, each as "number/year".
func acts(text string) map[string]bool {
	out := map[string]bool{}
	for _, m := range cited.FindAllStringSubmatch(text, -1) {
		out[strings.ToLower(m[1])+"/"+m[2]] = true
	}
	return out
}

func TestBornDigitalAgainstPeer(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many pages")
	}
	sum, n := 0.0, 0
	for _, f := range sharedPDFs(t, "born-digital") {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(context.Background(), f, data, Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		for _, w := range d.Warnings {
			t.Logf("%s: %s: %s", filepath.Base(f), w.Code, w.Message)
		}
		want := peer(t, f)
		f1 := wordF1(d.Text.Body, want)
		t.Logf("%.4f %3d pages %s", f1, d.Source.Pages, filepath.Base(f))
		sum, n = sum+f1, n+1
		got := acts(d.Text.Body)
		for a := range acts(want) {
			if !got[a] {
				t.Errorf("%s: act %s is not found", filepath.Base(f), a)
			}
		}
	}
	if mean := sum / float64(n); mean < 0.99 {
		t.Errorf("word F1 against the peer is %.4f on average, want 0.99", mean)
	} else {
		t.Logf("word F1 against the peer is %.4f on average over %d files", mean, n)
	}
}
