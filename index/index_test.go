package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/index/internal/bleve"

	"golang.org/x/sync/errgroup"
)

// record makes a record from clauses given as "kind|text".
func record(id, number string, year int, region circular.Region, clauses ...string) *circular.Record {
	var body strings.Builder
	r := &circular.Record{
		Schema: circular.RecordSchema,
		Source: circular.Source{Path: id + ".txt", SHA256: strings.Repeat(id, 64/len(id))[:64], Grade: circular.GradePrimary, Pages: 1},
	}
	head := "SURAT EDARAN\n"
	body.WriteString(head)
	for _, c := range clauses {
		kind, text, _ := strings.Cut(c, "|")
		start := body.Len()
		body.WriteString(text + "\n")
		cl := circular.Clause{Kind: circular.Kind(kind), Text: text, Span: circular.Span{Start: start, End: start + len(text), Page: 1},
			Assertion: circular.AssertRule, Confidence: 1, Rule: "test/rule"}
		switch cl.Kind {
		case circular.KindQuota:
			p := 50.0
			cl.Quota = &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &p}
		case circular.KindExemption:
			cl.Exemption = &circular.Exemption{Effect: circular.EffectMustWFO}
		case circular.KindPeriod:
			cl.Period = &circular.Period{Start: circular.Date{Year: year, Month: 4, Day: 16}, End: circular.Date{Year: year, Month: 4, Day: 17}}
		default:
			cl.Duty = &circular.Duty{What: text}
		}
		r.Clauses = append(r.Clauses, cl)
	}
	text := circular.Plain(body.String())
	r.Text = &text
	r.Circulars = []circular.Circular{{
		Role: circular.RoleSubject, Type: "SE", Number: number, Year: year, Title: "Penyesuaian Sistem Kerja", Issuer: "Gubernur " + region.Name,
		Region: region, Level: circular.LevelProvince, Span: circular.Span{End: len(head), Page: 1},
		Signatory: circular.Signatory{Name: "Budi Santoso", Office: "Gubernur", NIP: "196001011985031001", Evidence: circular.EvidenceSigned},
	}}
	return r
}

func seq(records ...*circular.Record) iter.Seq2[*circular.Record, error] {
	return func(yield func(*circular.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

var (
	banten = record("aa11", "800/1234/SJ", 2024, circular.Region{Name: "Banten", Code: "36"},
		"quota|Paling banyak 50% pegawai bekerja dari rumah.", "exemption|Rumah sakit tetap masuk kantor.",
		"period|Berlaku 16 sampai dengan 17 April.", "obligation|Kepala perangkat daerah wajib mengawasi kinerja.")
	central = record("bb22", "01", 2024, circular.Region{Name: "Indonesia"},
		"quota|Instansi mengatur pegawai yang melaksanakan tugas kedinasan dari rumah paling banyak 50 persen.")
	jateng = record("cc33", "5", 2020, circular.Region{Name: "Jawa Tengah", Code: "33"},
		"quota|Sebanyak 30 persen bekerja di kantor.", "period|Mulai 16 April.")
)

func open(t *testing.T, records ...*circular.Record) *Index {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	if err := Rebuild(t.Context(), dir, seq(records...), nil); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// ids searches and returns the ids of the hits, shortened to the first four
// letters and the place.
func ids(t *testing.T, x *Index, text string) string {
	t.Helper()
	q, err := ParseQuery(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var out []string
	for _, h := range res.Hits {
		out = append(out, h.ID[:4]+h.ID[len(h.ID)-1:])
	}
	return strings.Join(out, " ")
}

func TestSearch(t *testing.T) {
	x := open(t, banten, central, jateng)
	for _, tc := range []struct{ query, want string }{
		{"kuota banten", "aa111"},
		{"jenis:kuota wilayah:36", "aa111"},
		{"kind:quota region:banten", "aa111"},
		{"wilayah:jateng jenis:kuota", "cc331"},
		{"wilayah:33 periode", "cc332"},
		{`"tetap masuk"`, "aa112"},
		{`"masuk tetap"`, ""},
		{"jenis:kuota persen:>50", ""},
		{"jenis:kuota persen:>=50 tahun:2020", "cc331"},
		{"jenis:periode berlaku:2020-04-16", "cc332"},
		{"berlaku:2024-04-18", ""},
		{"800/1234/SJ jenis:kartu", "aa110"},
		{"nomor:01 jenis:kuota", "bb221"},
		{"kuota -kantor tahun:2024", "bb221 aa111"},
		{"rumah -sakit 50%", "aa111 bb221"},
		{"mengawas* jenis:kewajiban", "aa114"},
		{"196001011985031001", ""},
	} {
		if got := ids(t, x, tc.query); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.query, got, tc.want)
		}
	}
}

func TestNumberForms(t *testing.T) {
	x := open(t, banten, central, jateng)
	for _, query := range []string{"SE 1/2024", "SE Nomor 01 Tahun 2024", "01 tahun 2024", "surat edaran nomor 1 tahun 2024", "1/2024", "nomor 01"} {
		if got := ids(t, x, query); !strings.HasPrefix(got, "bb220") {
			t.Errorf("%s: got %q, want the card of 01/2024 first", query, got)
		}
	}
}

// size returns how many documents a record gives.
func size(t *testing.T, r *circular.Record) int {
	t.Helper()
	docs, err := documents(r)
	if err != nil {
		t.Fatal(err)
	}
	return len(docs)
}

// documentsIn returns how many documents an index has.
func documentsIn(t *testing.T, x *Index) int {
	t.Helper()
	n, err := x.Count()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestUpdateAndDelete(t *testing.T) {
	x := open(t, banten, central)
	shorter := *banten
	shorter.Clauses = shorter.Clauses[:1]
	if err := x.Update(&shorter, jateng); err != nil {
		t.Fatal(err)
	}
	if got := ids(t, x, "jenis:pengecualian"); got != "" {
		t.Errorf("a clause that the record no longer has is still found: %s", got)
	}
	if n, want := documentsIn(t, x), size(t, &shorter)+size(t, central)+size(t, jateng); n != want {
		t.Errorf("%d documents, want %d", n, want)
	}
	if err := x.Delete(central.Source.SHA256, jateng.Source.ID(), "ffffffffffff"); err != nil {
		t.Fatal(err)
	}
	if got := ids(t, x, "jenis:kuota"); got != "aa111" {
		t.Errorf("after deleting: %q", got)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
		t.Errorf("missing: %v", err)
	}
	x, err := Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
		t.Errorf("not closed: %v", err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	name, err := folder(dir).Current()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name, "store", "root.bolt"), []byte("damaged"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
		t.Errorf("damaged: %v", err)
	}
	if err := Rebuild(t.Context(), dir, seq(banten), nil); err != nil {
		t.Fatalf("rebuilding a damaged index: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, bleve.CurrentFile), []byte("v0-000001\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrRebuild) {
		t.Errorf("other version: %v", err)
	}
}

func TestRebuildErrorKeepsOld(t *testing.T) {
	dir := t.TempDir()
	if err := Rebuild(t.Context(), dir, seq(banten), nil); err != nil {
		t.Fatal(err)
	}
	bad := func(yield func(*circular.Record, error) bool) {
		_ = yield(central, nil) && yield(nil, errors.New("unreadable record"))
	}
	if err := Rebuild(t.Context(), dir, bad, nil); err == nil {
		t.Fatal("no error")
	}
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if n, want := documentsIn(t, x), size(t, banten); n != want {
		t.Errorf("%d documents, want the old %d", n, want)
	}
}

// The result of a query depends on the records only, not on their order, on
// batches, or on what was deleted meanwhile.
func TestSameResultInAnyOrder(t *testing.T) {
	a := open(t, banten, central, jateng)
	b := open(t)
	for _, r := range []*circular.Record{jateng, banten, central, jateng, banten} {
		if err := b.Update(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"", "kuota", "pegawai rumah", "50 persen", "wfh ATAU kantor", "SE 1/2024"} {
		q, err := ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		q.Limit = 100
		ra, errA := a.Search(context.Background(), q)
		rb, errB := b.Search(context.Background(), q)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if len(ra.Hits) != len(rb.Hits) || ra.Total != rb.Total {
			t.Fatalf("%q: %d and %d hits", text, ra.Total, rb.Total)
		}
		for i := range ra.Hits {
			if ra.Hits[i].ID != rb.Hits[i].ID || ra.Hits[i].Score != rb.Hits[i].Score {
				t.Errorf("%q: hit %d is %s %v and %s %v", text, i, ra.Hits[i].ID, ra.Hits[i].Score, rb.Hits[i].ID, rb.Hits[i].Score)
			}
		}
	}
}

func TestCancelledSearchIsAnError(t *testing.T) {
	x := open(t, banten)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Searches at the same time, while records come and go, share what they keep
// and each find what a search alone finds.
func TestConcurrentSearches(t *testing.T) {
	x := open(t, banten, central, jateng)
	queries := []string{"kuota", "pegawai rumah", `"tetap masuk" kantor`, "jenis:kuota persen:>=50 tahun:2024", "rumah -sakit"}
	want := map[string]string{}
	for _, text := range queries {
		want[text] = ids(t, x, text)
	}
	var group errgroup.Group
	for range 4 {
		group.Go(func() error {
			for i := range 40 {
				text := queries[i%len(queries)]
				q, err := ParseQuery(text)
				if err != nil {
					return err
				}
				q.Facets = true
				res, err := x.Search(t.Context(), q)
				if err != nil {
					return err
				}
				var got []string
				for _, h := range res.Hits {
					got = append(got, h.ID[:4]+h.ID[len(h.ID)-1:])
				}
				if s := strings.Join(got, " "); s != want[text] {
					return fmt.Errorf("%s: got %q, want %q", text, s, want[text])
				}
			}
			return nil
		})
	}
	for range 10 {
		if err := x.Update(banten, jateng); err != nil {
			t.Error(err)
		}
	}
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
}
