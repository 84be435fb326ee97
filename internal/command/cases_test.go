package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// inputCase says what must come out of one of the files in ../shared/cases:
// patterns that some line of what was read must match, and patterns that none
// may. The lines are those of caseLines.
type inputCase struct {
	file    string
	status  int
	has     []string
	not     []string
	ocr     bool   // its text is a picture
	pending string // why it is not yet so; "" where it is
}

// What most of the files say: the circular itself, beyond its ceiling.
const (
	caseAct    = `^17/2024 2024-04-15 Bupati Tanjung Reka$`
	caseQuota  = `^WFH max 75 .*layanan administrasi pemerintahan`
	caseBreach = `^lebih-longgar$`
)

var inputCases = []inputCase{
	{file: "01-formulir-terisi.pdf", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "02-anotasi-teks.pdf", status: 1, has: []string{caseAct, `^WFH max 75 .*dukungan pimpinan`, caseBreach, `^mark annotation: 5\. Pegawai`}, not: []string{`^ketentuan-tidak-ada$`}},
	{file: "03-tanda-hubung.pdf", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "03b-tanda-hubung-lunak.txt", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "04-angka-catatan-kaki.pdf", status: 1, has: []string{caseAct, caseQuota, caseBreach, `75¹ persen`}},
	{file: "05-ganti-halaman.pdf", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "06-tanpa-tounicode.pdf", status: 1, ocr: true, has: []string{caseQuota, caseBreach}},
	{file: "07-xfa.pdf", status: 2, has: []string{`lalu cetak ke PDF`}},
	{file: "08-lampiran-dalam-pdf.pdf", status: 1, has: []string{`^file .*08-lampiran-dalam-pdf.pdf/SE-17-2024.pdf`, caseAct, caseQuota, caseBreach}},
	{file: "09-bukan-pdf.pdf", status: 2, has: []string{`laman web`}},
	{file: "09b-penunjuk-lfs.pdf", status: 2, has: []string{`hanya penunjuk`}},
	{file: "10-opendokumen.odt", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "11-lampiran.xlsx", status: 3, has: []string{`^WFH max 30 .*Dinas Arsip`, `^mark table: Unit\tKetentuan`}},
	{file: "12-surel.eml", status: 1, has: []string{`^file .*12-surel.eml/edaran.pdf`, caseAct, caseQuota, caseBreach}, not: []string{`90`}},
	{file: "13-halaman-tersimpan.mht", status: 3, has: []string{`^WFH max 50 .*administrasi pemerintahan$`, `^must_wfo .*layanan masyarakat$`}, not: []string{`=3D`, `^must_wfo .*administrasi`}},
	{file: "14-altchunk.docx", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "15-teks-tersembunyi.docx", has: []string{`^WFH max 50 `, `^! hidden-text`}, not: []string{`^WFH max 90`, caseBreach}, status: 1},
	{file: "16-daftar-lalu-butir.txt", not: []string{caseBreach}, status: 0},
	{file: "16b-paragraf-sesudah-daftar.docx", status: 1, has: []string{`^must_wfo .*rumah sakit umum daerah\+satuan pemadam kebakaran$`}, not: []string{`^must_wfo .*(Ketentuan lain|berikut)`}},
	{file: "17-html-tanpa-jeda.html", status: 3, has: []string{`^WFH max 50 .*administrasi pemerintahan$`, `^must_wfo .*layanan masyarakat$`}, not: []string{`<p>`, `^must_wfo .*administrasi`}},
	{file: "18-html-hidden.html", status: 3, has: []string{`^WFH max 50 `}, not: []string{`80`}},
	{file: "19-di-atas.txt", status: 1, has: []string{`^WFH min 60 `, `^(lebih-longgar|bertentangan)$`}},
	{file: "20-persen-ocr.txt", status: 1, has: []string{`^WFH max 75 `}},
	{file: "20b-persen-serangkai.txt", status: 1, has: []string{caseQuota, caseBreach}},
	{file: "20c-persen-mustahil.txt", status: 3, has: []string{`^! .*150`}},
	{file: "20d-persen-berspasi.txt", status: 1, not: []string{`^WFH max 5 `}, has: []string{`^WFH max 75 |^! `}},
	{file: "20e-persen-lama.txt", status: 1, has: []string{`^WFH max 25 `, `^WFH max 75 `}, not: []string{`^WFH max 5 `}},
	{file: "20f-orang-ribuan.txt", status: 3, has: []string{`^WFH max 1250 orang`, `^not judged: basis-hitung-berubah$`}},
	{file: "21-tanggal-berselang.txt", status: 1, has: []string{`^period 2024-04-15 2024-04-15$`, `^period 2024-04-17 2024-04-17$`, `^period 2024-04-19 2024-04-19$`}},
	{file: "22-tanggal-berspasi.txt", status: 1, not: []string{` 2024-04-05 `}, has: []string{`^! |^17/2024 2024-04-15`}},
	{file: "23-rentang-sd.txt", status: 1, has: []string{`^WFH range 25-50 `}, not: []string{`^bertentangan$`}},
	{file: "24-mulai-berlaku.txt", status: 1, has: []string{`^period 2024-04-15 -$`}},
	{file: "25-rancangan.md", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "27-catatan-kaki.docx", status: 1, has: []string{`^WFH max 75 .*dukungan pimpinan`, caseBreach, `^mark note: `}, not: []string{`^ketentuan-tidak-ada$`}},
	{file: "28-gambar-dalam-docx.docx", status: 1, ocr: true, has: []string{caseQuota, caseBreach}},
	{file: "29-pindaian-stempel-digital.pdf", status: 1, ocr: true, has: []string{caseQuota}},
	{file: "40-html-daftar.html", status: 1, has: []string{caseAct, caseQuota, caseBreach, `^must_wfo .*layanan masyarakat`}},
	{file: "41-tabel-kepala-gabung.docx", status: 1, has: []string{`^WFH max 75 .*administrasi`, `^WFO min 25 .*administrasi`, caseBreach}},
	{file: "41b-tabel-wfh-dua-kolom.docx", status: 1, has: []string{`^WFH max 75 .*administrasi`, `^WFH max 50 .*dukungan`}, not: []string{`^ketentuan-tidak-ada$`}},
	{file: "42-simbol-persen.docx", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
	{file: "43-coret.docx", status: 1, has: []string{`^WFH max 50 `, `^! struck-text`}, not: []string{`^WFH max 75`, caseBreach}},
	{file: "44-nomor-di-kepala.docx", status: 1, has: []string{caseAct, caseQuota, caseBreach}},
}

// TestInputCases runs the program over files that were read wrongly once.
func TestInputCases(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "cases")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no ../shared/cases")
	}
	_, noOCR := exec.LookPath("tesseract")
	for _, c := range inputCases {
		t.Run(c.file, func(t *testing.T) {
			if c.ocr && (noOCR != nil || testing.Short()) {
				t.Skip("reads pictures")
			}
			lines, status := caseLines(t, filepath.Join(folder, c.file))
			var faults []string
			if status != c.status {
				faults = append(faults, fmt.Sprintf("status %d, want %d", status, c.status))
			}
			for _, p := range c.has {
				if !matches(p, lines) {
					faults = append(faults, "nothing matches "+p)
				}
			}
			for _, p := range c.not {
				if matches(p, lines) {
					faults = append(faults, "something matches "+p)
				}
			}
			switch {
			case c.pending != "" && len(faults) == 0:
				t.Log("is as it must be: no longer pending")
			case c.pending != "":
				t.Skipf("pending: %s: %s", c.pending, strings.Join(faults, "; "))
			case len(faults) > 0:
				t.Errorf("%s in\n%s", strings.Join(faults, "\n"), strings.Join(lines, "\n"))
			}
		})
	}
	t.Run("26-telaah-bom.yaml", func(t *testing.T) { checkMarkedYAML(t, filepath.Join(folder, "26-telaah-bom.yaml")) })
}

func matches(pattern string, lines []string) bool {
	re := regexp.MustCompile(pattern)
	for _, l := range lines {
		if re.MatchString(l) {
			return true
		}
	}
	return false
}

// caseLines tells what the commands extract and check say of a file, one thing a
// line, and the status of check.
func caseLines(t *testing.T, file string) (lines []string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	run(t.Context(), []string{"extract", "--format", "json", file}, strings.NewReader(""), &out, &errs)
	for dec := json.NewDecoder(&out); dec.More(); {
		var r circular.Record
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, "file "+r.Source.Path)
		lines = append(lines, strings.Split(r.Text.Body, "\n")...)
		for _, m := range r.Text.Marks {
			lines = append(lines, fmt.Sprintf("mark %s: %s", m.Kind, r.Text.Slice(m.Span)))
		}
		if c := r.Subject(); c != nil {
			lines = append(lines, fmt.Sprintf("%s/%d %s %s", c.Number, c.Year, c.DateSigned, c.Issuer))
		}
		for i := range r.Clauses {
			lines = append(lines, caseClause(&r.Clauses[i]))
		}
		for _, w := range r.Warnings {
			lines = append(lines, "! "+w.Code+": "+w.Message)
		}
	}
	out.Reset()
	errs.Reset()
	status = run(t.Context(), []string{"check", "--baseline", "panrb-1-2024", "--format", "json", file}, strings.NewReader(""), &out, &errs)
	var found struct{ Comparisons []circular.Comparison }
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	for _, c := range found.Comparisons {
		for _, d := range c.Deviations {
			if d.Level == circular.SeverityError || d.Level == circular.SeverityWarning {
				lines = append(lines, string(d.Code))
			}
		}
		for _, d := range c.NotJudged {
			lines = append(lines, "not judged: "+string(d.Code))
		}
	}
	return append(lines, strings.Split(errs.String(), "\n")...), status
}

// caseClause writes a clause in one line.
func caseClause(c *circular.Clause) string {
	groups := strings.Join(c.Groups, "+")
	if c.Assertion != circular.AssertRule {
		return "no rule: " + groups
	}
	switch {
	case c.Quota != nil && c.Quota.PercentLo != nil:
		return fmt.Sprintf("%s %s %v-%v %s", c.Quota.Mode, c.Quota.Bound, *c.Quota.PercentLo, *c.Quota.PercentHi, groups)
	case c.Quota != nil && c.Quota.Percent != nil:
		return fmt.Sprintf("%s %s %v %s", c.Quota.Mode, c.Quota.Bound, *c.Quota.Percent, groups)
	case c.Quota != nil:
		return fmt.Sprintf("%s %s %d %s %s", c.Quota.Mode, c.Quota.Bound, c.Quota.Count, c.Quota.Unit, groups)
	case c.Exemption != nil:
		return fmt.Sprintf("%s %s", c.Exemption.Effect, groups)
	case c.Period != nil:
		day := func(d circular.Date) string {
			if d.IsZero() {
				return "-"
			}
			return d.String()
		}
		return fmt.Sprintf("period %s %s", day(c.Period.Start), day(c.Period.End))
	}
	return string(c.Kind)
}

// checkMarkedYAML runs a check beside exceptions that begin with a byte order
// mark.
func checkMarkedYAML(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for name, data := range map[string][]byte{".telaah.yaml": data, "contoh.txt": []byte("SURAT EDARAN\nNOMOR 1 TAHUN 2024\nTENTANG\nSISTEM KERJA\n")} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"check", "contoh.txt"}, strings.NewReader(""), &out, &errs); status == statusFailed {
		t.Errorf("status %d: %s", status, errs.String())
	}
}
