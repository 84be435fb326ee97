package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/circular"
)

// create makes a corpus with a standing clock.
func create(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	s.now = func() time.Time { return time.Date(2024, 4, 16, 1, 2, 3, 0, time.UTC) }
	t.Cleanup(func() { s.Close() })
	return s
}

// sound fails the test where Check finds anything.
func sound(t *testing.T, s *Store) {
	t.Helper()
	if found, leftovers, err := s.Check(); err != nil || len(found)+len(leftovers) > 0 {
		t.Errorf("Check = %v, %v, %v", found, leftovers, err)
	}
}

// sample makes a document and its record.
func sample(body string) ([]byte, circular.Record) {
	text := circular.Plain(body)
	pct := 50.0
	return []byte(body), circular.Record{
		Schema: circular.RecordSchema,
		Source: circular.Source{Path: "edaran.txt", SHA256: hash([]byte(body)), MediaType: "text/plain", Grade: circular.GradePrimary, Pages: 1},
		Text:   &text,
		Circulars: []circular.Circular{
			{Role: circular.RoleSubject, Type: "SE", Number: "8", Year: 2024, Span: text.Span(0, 5)},
			{Role: circular.RoleBasis, Type: "SE", Number: "1", Year: 2024, Span: text.Span(1, 5)},
		},
		Clauses: []circular.Clause{{
			Kind: circular.KindQuota, Text: body[:5], Span: text.Span(0, 5), Assertion: circular.AssertRule, Confidence: 1, Rule: "t",
			Groups: []string{"a"}, Quota: &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &pct},
		}},
	}
}

func TestSaveLoad(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	s := create(t, dir)
	var ids []string
	for _, body := range []string{"pertama", "kedua <&>", "ketiga"} {
		b, rec := sample(body)
		if err := s.Save(b, rec); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, rec.Source.SHA256)
		got, err := s.Load(rec.Source.SHA256)
		if err != nil || !reflect.DeepEqual(got.Record, rec) {
			t.Fatalf("loaded %+v, %v\nwant %+v", got.Record, err, rec)
		}
		if o, err := s.Original(got.ID()); err != nil || string(o) != body {
			t.Fatalf("original %q, %v", o, err)
		}
	}
	slices.Sort(ids)
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := r.IDs(); err != nil || !slices.Equal(got, ids) {
		t.Errorf("IDs = %v, %v; want %v", got, err, ids)
	}
	if got, err := r.Resolve(strings.ToUpper(ids[0][:12])); err != nil || got != ids[0] {
		t.Errorf("Resolve = %v, %v", got, err)
	}
	for _, bad := range []string{"", "abc", "../../x", "zzzz", strings.Repeat("a", 65)} {
		if _, err := r.Resolve(bad); !errors.Is(err, ErrNotFound) {
			t.Errorf("Resolve(%q) = %v, want ErrNotFound", bad, err)
		}
	}
	b, rec := sample("keempat")
	if err := r.Save(b, rec); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Save on a corpus open for reading: %v", err)
	}
	if err := s.Save([]byte("lain"), rec); err == nil {
		t.Error("Save keeps a record under bytes that are not its own")
	}
	sound(t, r)
}

func TestAmbiguous(t *testing.T) {
	s := create(t, t.TempDir())
	seen := map[string]string{}
	for i := 0; ; i++ { // two documents whose ids share four digits
		body := fmt.Sprintf("edaran %d", i)
		b, rec := sample(body)
		p := rec.Source.SHA256[:4]
		if other, ok := seen[p]; ok {
			ob, orec := sample(other)
			if err := errors.Join(s.Save(b, rec), s.Save(ob, orec)); err != nil {
				t.Fatal(err)
			}
			_, err := s.Resolve(p)
			var amb *AmbiguousError
			if !errors.As(err, &amb) || len(amb.IDs) != 2 {
				t.Errorf("Resolve(%q) = %v", p, err)
			}
			return
		}
		seen[p] = body
	}
}

func TestFoldersThatAreNoCorpus(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, ErrNoCorpus) {
		t.Errorf("missing folder: %v", err)
	}
	if _, err := Open(t.TempDir()); !errors.Is(err, ErrNoCorpus) {
		t.Errorf("empty folder: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "skripsi.docx"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(dir); !errors.Is(err, ErrForeign) {
		t.Errorf("foreign folder: %v", err)
	}
	if names, _ := os.ReadDir(dir); len(names) != 1 {
		t.Errorf("a refused folder was littered: %v", names)
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	first := create(t, dir)
	start := time.Now()
	_, err := Create(dir)
	var busy *BusyError
	if !errors.As(err, &busy) || !errors.Is(err, ErrBusy) || !strings.Contains(busy.Who, strconv.Itoa(os.Getpid())) {
		t.Fatalf("second writer: %v", err)
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("the answer took %v", d)
	}
	if _, err := Open(dir); err != nil {
		t.Errorf("reader beside a writer: %v", err)
	}
	first.Close()
	second, err := Create(dir)
	if err != nil {
		t.Fatalf("after the first writer closed: %v", err)
	}
	second.Close()
}

func TestDamageIsNamed(t *testing.T) {
	b, rec := sample("dokumen yang rusak")
	id := rec.Source.SHA256
	for name, damage := range map[string]func(b []byte) []byte{
		"flipped": func(b []byte) []byte { b[len(b)/3] ^= 1; return b },
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"empty":   func([]byte) []byte { return nil },
	} {
		for _, file := range []string{recordName(id), originalName(id), editName(id)} {
			t.Run(name+"/"+file[:7], func(t *testing.T) {
				dir := t.TempDir()
				s := create(t, dir)
				gb, good := sample("dokumen yang baik")
				if err := errors.Join(s.Save(b, rec), s.Save(gb, good)); err != nil {
					t.Fatal(err)
				}
				if _, err := s.Correct(id, Correction{Field: "number", Value: "9", By: "B", Why: "w"}); err != nil {
					t.Fatal(err)
				}
				content, err := os.ReadFile(s.path(file))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(s.path(file), damage(content), 0o666); err != nil {
					t.Fatal(err)
				}
				found, _, err := s.Check()
				if err != nil || len(found) != 1 || found[0].File != file || found[0].ID != id {
					t.Fatalf("Verify = %v, %v; want one damage of %s", found, err, file)
				}
				good2, bad := 0, 0
				for _, err := range s.All() {
					if err == nil {
						good2++
					} else {
						bad++
					}
				}
				if wantBad := map[bool]int{true: 0, false: 1}[file == originalName(id)]; bad != wantBad || good2 != 2-wantBad {
					t.Errorf("All: %d good, %d bad", good2, bad)
				}
				if file != editName(id) {
					if err := s.Save(b, rec); err != nil { // ingesting again mends it
						t.Fatal(err)
					}
				} else if done, again, err := s.Mend(found); err != nil || len(done) != 1 || done[0] != (Mended{file, Rebuilt}) || len(again) > 0 {
					t.Fatalf("Mend = %v, %v, %v", done, again, err)
				}
				sound(t, s)
				if d, err := s.Load(id); err != nil || len(d.Corrections) != 1 {
					t.Errorf("mended: %+v, %v", d.Corrections, err)
				}
			})
		}
	}
}

func TestLogSurvivesATornLine(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(s.path(logFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.path(logFile), append(whole, whole[:len(whole)/2]...), 0o666); err != nil {
		t.Fatal(err)
	}
	if events, err := s.Log(); err != nil || len(events) != 1 {
		t.Fatalf("Log = %v, %v", events, err)
	}
	if err := s.Remove(rec.Source.SHA256, "B", "w"); err != nil {
		t.Fatal(err)
	}
	events, err := s.Log()
	if err != nil || len(events) != 2 || events[0].Action != ActionSave || events[1].Action != ActionRemove || events[0].Path != "edaran.txt" {
		t.Errorf("Log = %+v, %v", events, err)
	}
}
