package command

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
)

// The passages of the sample draft that the cases below change.
const (
	draftBasis  = `Nomor 1 Tahun 2024 tentang Penyesuaian`
	draftOther  = `Peraturan Presiden Nomor 21 Tahun 2023`
	draftPeriod = `tanggal 16 s.d. 17 April 2024`
	draftQuota  = `(WFH) paling banyak 60% (enam puluh persen)`
)

// rewrite returns the sample draft with its main part changed.
func rewrite(t *testing.T, change func(body string) string) []byte {
	t.Helper()
	z, err := zip.OpenReader(filepath.Join("..", "..", "corpus", "samples", "contoh-60-persen.docx"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		data := mainPart(t, &z.Reader, f.Name)
		if f.Name == "word/document.xml" {
			before := data
			if data = change(data); data == before {
				t.Fatal("the sample has no such passage")
			}
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(w, data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mainPart returns a part of a Word document.
func mainPart(t *testing.T, z *zip.Reader, name string) string {
	t.Helper()
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checked returns the findings of a draft, and writes it marked where a file
// is named.
func checked(t *testing.T, draft, marked string) []circular.Deviation {
	t.Helper()
	args := []string{"check", draft, "--format", "json"}
	if marked != "" {
		args = append(args, "--marked", marked)
	}
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, strings.NewReader(""), &out, &errs); status == statusFailed {
		t.Fatal(errs.String())
	}
	var report struct{ Comparisons []circular.Comparison }
	if err := json.Unmarshal(out.Bytes(), &report); err != nil || len(report.Comparisons) != 1 {
		t.Fatalf("%v: %s", err, out.String())
	}
	return report.Comparisons[0].Deviations
}

// A draft comes back with what is settled by an edit as tracked changes, in
// whatever runs, paragraphs or tables its words stand: accepted, they leave
// nothing to change; rejected, they leave the draft as it was.
func TestMarkedDraft(t *testing.T) {
	put := func(old, new string) func(string) string {
		return func(body string) string { return strings.Replace(body, old, new, 1) }
	}
	const cut = `</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">`
	right := put("60% (enam puluh persen)", "50% (lima puluh persen)")
	for _, tt := range []struct {
		name   string
		change func(string) string
		want   string // deleted and inserted words of each change, in order
	}{
		{"quota", put(draftQuota, draftQuota+" "), "60% (enam puluh persen)>50% (lima puluh persen)"},
		{"quota in runs", put(draftQuota, "(WFH) paling "+cut+"banyak 6"+cut+"0% (enam"+cut+" puluh persen)"), "6|0% (enam| puluh persen)>50% (lima puluh persen)"},
		{"quota in a table", func(body string) string {
			at := strings.Index(body, draftQuota)
			start, end := strings.LastIndex(body[:at], "<w:p>"), at+strings.Index(body[at:], "</w:p>")+len("</w:p>")
			return body[:start] + "<w:tbl><w:tr><w:tc>" + body[start:end] + "</w:tc></w:tr></w:tbl>" + body[end:]
		}, "60% (enam puluh persen)>50% (lima puluh persen)"},
		{"quota over paragraphs", put(" paling banyak 60%", `</w:t></w:r></w:p><w:p><w:pPr><w:ind w:left="800"/></w:pPr><w:r><w:t>paling banyak 60%`), "60% (enam puluh persen)>50% (lima puluh persen)"},
		{"year of the basis", func(s string) string { return right(put(draftBasis, "Nomor 1 Tahun 2023 tentang Penyesuaian")(s)) }, "2023>2024"},
		{"number of the basis", func(s string) string {
			return right(put(draftBasis, "Nomor 1"+cut+"7 Tahun 2024 tentang Penyesuaian")(s))
		}, "1|7>01"},
		{"year of another act", func(s string) string { return right(put(draftOther, "Peraturan Presiden Nomor 21 Tahun 2022")(s)) }, "2022>2023"},
		{"number of another act", func(s string) string { return right(put(draftOther, "Peraturan Presiden Nomor 12 Tahun 2023")(s)) }, "12>21"},
		{"title of another act", func(s string) string {
			return right(put(draftOther+" tentang Hari Kerja dan Jam Kerja Instansi", draftOther+" tentang Hari Kerja dan Jam Kerja Kantor Instansi")(s))
		}, "Hari Kerja dan Jam Kerja Kantor Instansi Pemerintah dan Pegawai Aparatur Sipil Negara>Hari Kerja dan Jam Kerja Instansi Pemerintah dan Pegawai Aparatur Sipil Negara"},
		{"end of the period", func(s string) string { return right(put(draftPeriod, "tanggal 16 s.d. 19 April 2024")(s)) }, "19 April 2024>17 April 2024"},
		{"start of the period", func(s string) string { return right(put(draftPeriod, "tanggal 15 April 2024 s.d. 17 April 2024")(s)) }, "15 April 2024>16 April 2024"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			draft, marked, rejected := filepath.Join(dir, "a.docx"), filepath.Join(dir, "b.docx"), filepath.Join(dir, "c.docx")
			if err := os.WriteFile(draft, rewrite(t, tt.change), 0o666); err != nil {
				t.Fatal(err)
			}
			before := checked(t, draft, marked)
			z, err := zip.OpenReader(marked)
			if err != nil {
				t.Fatal(err)
			}
			defer z.Close()
			body := mainPart(t, &z.Reader, "word/document.xml")
			if got := changes(body); got != tt.want {
				t.Errorf("changes %q, want %q", got, tt.want)
			}
			for _, d := range checked(t, marked, "") {
				if d.Replace != nil {
					t.Errorf("accepted, there is still %s: %s", d.Code, d.Why)
				}
			}
			undone := regexp.MustCompile(`<w:ins .*?</w:ins>`).ReplaceAllString(body, "")
			undone = strings.NewReplacer("w:delText", "w:t").Replace(regexp.MustCompile(`</?w:del( [^>]*)?>`).ReplaceAllString(undone, ""))
			if err := os.WriteFile(rejected, rewrite(t, func(string) string { return undone }), 0o666); err != nil {
				t.Fatal(err)
			}
			after := checked(t, rejected, "")
			if len(after) != len(before) {
				t.Fatalf("rejected, there are %d findings, want %d", len(after), len(before))
			}
			for i := range after {
				if after[i].Why != before[i].Why {
					t.Errorf("rejected, it says %q, want %q", after[i].Why, before[i].Why)
				}
			}
		})
	}
}

// A Word document that can be read but not marked is said to be one, in the
// language asked for, and nothing is written.
func TestUnmarkable(t *testing.T) {
	dir := t.TempDir()
	draft, marked := filepath.Join(dir, "a.docx"), filepath.Join(dir, "b.docx")
	bare := func(body string) string { // the same without prefixes
		return strings.NewReplacer("<w:", "<", "</w:", "</", "xmlns:w=", "xmlns=").Replace(body)
	}
	if err := os.WriteFile(draft, rewrite(t, bare), 0o666); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"id": "tidak dapat ditandai", "en": "cannot be marked"} {
		var out, errs bytes.Buffer
		status := run(t.Context(), []string{"check", "--lang", lang, draft, "--marked", marked}, strings.NewReader(""), &out, &errs)
		if status != statusFailed || !strings.Contains(errs.String(), want) {
			t.Errorf("%s: status %d: %s", lang, status, errs.String())
		}
		if _, err := os.Stat(marked); err == nil {
			t.Error("a file was written")
		}
	}
}

// changes returns the deleted and inserted words of the tracked changes of a
// body.
func changes(body string) string {
	var out strings.Builder
	for _, m := range regexp.MustCompile(`<w:(del|ins) [^>]*>.*?<w:(?:delText|t) [^>]*>([^<]*)<`).FindAllStringSubmatch(body, -1) {
		if m[1] == "ins" {
			out.WriteString(">")
		} else if out.Len() > 0 {
			out.WriteString("|")
		}
		out.WriteString(m[2])
	}
	return out.String()
}
