package document

import (
	_ "embed"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/telaah/telaah/circular"
)

//go:embed data/grade.txt
var gradeData string

// cue is one line of data/grade.txt.
type cue struct {
	grade  circular.Grade
	weight int
	name   string
	re     *regexp.Regexp
}

// cues returns the cues of data/grade.txt; a test keeps the file well formed.
var cues = sync.OnceValues(func() ([]cue, error) {
	var out []cue
	for i, line := range strings.Split(gradeData, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("line %d has %d parts, want 4", i+1, len(f))
		}
		weight, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		re, err := regexp.Compile("(?mi)" + f[3])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		out = append(out, cue{circular.Grade(f[0]), weight, f[2], re})
	}
	return out, nil
})

// gradeSample is how many bytes at each end of a long text are looked at.
const gradeSample = 24 << 10

// infer returns the grade of a document and the reason in one phrase. Mostly
// pages read by OCR, or not read at all, are a scan unless its words are those
// of a report.
func infer(d *Document) (circular.Grade, string) {
	list, err := cues()
	if err != nil {
		return circular.GradeNews, "tidak dapat disimpulkan"
	}
	text := d.Text.Body
	if len(text) > 2*gradeSample { // what tells stands at both ends
		text = strings.ToValidUTF8(text[:gradeSample], "") + "\n" + strings.ToValidUTF8(text[len(text)-gradeSample:], "")
	}
	sum := map[circular.Grade]int{}
	why := map[circular.Grade][]string{}
	for _, c := range list {
		if c.re.MatchString(text) {
			sum[c.grade] += c.weight
			if !slices.Contains(why[c.grade], c.name) {
				why[c.grade] = append(why[c.grade], c.name)
			}
		}
	}
	reason := func(g circular.Grade) string { return strings.Join(why[g][:min(3, len(why[g]))], ", ") }
	primary, news := sum[circular.GradePrimary], sum[circular.GradeNews]
	switch {
	case headed(&d.Text) && news <= primary:
		return circular.GradeScan, "kepala surat edaran berupa gambar"
	case 2*d.pictures > len(d.Text.Pages) && news <= primary:
		return circular.GradeScan, fmt.Sprintf("%d dari %d halaman berupa gambar", d.pictures, len(d.Text.Pages))
	case primary > news && primary >= 4:
		return circular.GradePrimary, reason(circular.GradePrimary)
	case office(d.Source.URL):
		return circular.GradeRelease, "situs resmi " + host(d.Source.URL)
	case news > 0:
		return circular.GradeNews, reason(circular.GradeNews)
	}
	return circular.GradeNews, "tanpa ciri naskah surat edaran"
}

// heading matches the line with which a circular begins.
var heading = regexp.MustCompile(`(?m)^\W*SURAT\s+EDARAN\W*$`)

// headed reports whether OCR read the page with the heading of a circular, whose
// clauses stand there and on the next pages: typed forms behind it do not count.
func headed(t *circular.Text) bool {
	m := heading.FindStringIndex(t.Body)
	if m == nil {
		return false
	}
	p := t.PageAt(m[0])
	return p > 0 && t.Pages[p-1].Method == circular.MethodOCR
}

// host returns the host of an address, or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// office reports whether an address is that of a public office or school.
func office(address string) bool {
	h := host(address)
	return slices.ContainsFunc([]string{".go.id", ".mil.id", ".ac.id", ".sch.id"}, func(s string) bool { return strings.HasSuffix(h, s) })
}
