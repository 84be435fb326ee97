package corpus

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/telaah/telaah/internal/disk/strict"
)

// seen is what a reader sees of a document: whether it is there, and what
// people made of it.
func seen(s *Store, id string) string {
	d, err := s.Load(id)
	switch {
	case errors.Is(err, ErrNotFound):
		return "none"
	case err != nil:
		return err.Error()
	}
	state := "there"
	for _, c := range d.Corrections {
		state += " " + c.Field + "=" + c.Value
	}
	for _, r := range d.Reviews {
		state += " " + string(r.State)
	}
	return state
}

// inIndex is the part of what is seen that an index knows of, too.
func inIndex(state string) string { return strings.TrimSuffix(state, " done") }

// life is what happens to a document, step by step, with what is seen after each.
var life = []struct {
	name string
	do   func(s *Store, body string) error
	want string
}{
	{"save", save, "there"},
	{"correct", func(s *Store, body string) error {
		_, err := s.Correct(hash([]byte(body)), Correction{Field: "number", Value: "9", By: "B", Why: "w"})
		return err
	}, "there number=9"},
	{"review", func(s *Store, body string) error {
		_, err := s.Review(hash([]byte(body)), Review{State: ReviewDone, By: "B"})
		return err
	}, "there number=9 done"},
	{"again", save, "there number=9 done"},
	{"remove", func(s *Store, body string) error { return s.Remove(hash([]byte(body)), "B", "w") }, "none"},
	{"undo", undo, "there number=9 done"},
	{"undo review", undo, "there number=9"},
	{"remove again", func(s *Store, body string) error { return s.Remove(hash([]byte(body)), "B", "w") }, "none"},
	{"save anew", save, "there"},
}

func save(s *Store, body string) error {
	b, rec := sample(body)
	return s.Save(b, rec)
}

func undo(s *Store, _ string) error {
	list, err := s.Undoable()
	if err != nil {
		return err
	}
	_, err = s.UndoEvent(list[0].N, "B", "w")
	return err
}

// A power cut behind any operation on the file system, whatever it leaves of
// what was not synced, leaves a corpus that reads as before or after the change
// that was under way, has all that was acknowledged, says that its index is
// behind where it is, and goes on.
func TestPowerCut(t *testing.T) {
	rounds := 6
	if testing.Short() {
		rounds = 2
	}
	const body, other = "dokumen yang hidup", "yang lain"
	id, otherID := hash([]byte(body)), hash([]byte(other))
	fsys := strict.New()
	s, err := CreateOn(fsys, "/korpus")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(save(s, other), s.Indexed()); err != nil {
		t.Fatal(err)
	}
	before, after, indexed, states := "none", "", "none", 0
	name := ""
	fsys.After = func(op, file string) {
		for round := range rounds {
			var rnd *rand.Rand
			if round > 0 {
				rnd = rand.New(rand.NewPCG(uint64(states), uint64(round)))
			}
			states++
			where := fmt.Sprintf("%s, cut behind %s %s, state %d", name, op, file, states)
			left := fsys.Crash(rnd)
			r, err := OpenOn(left, "/korpus")
			if err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			if got := seen(r, id); got != before && got != after {
				t.Fatalf("%s: a reader sees %q, want %q or %q", where, got, before, after)
			}
			again, err := CreateOn(left, "/korpus")
			if err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			got := seen(again, id)
			if got != before && got != after {
				t.Fatalf("%s: %q, want %q or %q", where, got, before, after)
			}
			if seen(again, otherID) != "there" {
				t.Fatalf("%s: the other document: %q", where, seen(again, otherID))
			}
			if inIndex(got) != inIndex(indexed) && !again.IndexBehind() {
				t.Fatalf("%s: the index is said to be current", where)
			}
			found, leftovers, err := again.Check()
			if err != nil || len(found) > 0 {
				t.Fatalf("%s: Check = %v, %v", where, found, err)
			}
			for _, l := range leftovers {
				if !strings.HasPrefix(l, originalDir) {
					t.Fatalf("%s: left over %s", where, l)
				}
			}
			if err := save(again, "yang berikutnya"); err != nil {
				t.Fatalf("%s: the next document: %v", where, err)
			}
		}
	}
	for i, step := range life {
		name, after = step.name, step.want
		if err := step.do(s, body); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		before = after
		if i%2 == 1 {
			indexed = before
			if err := s.Indexed(); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d states", states)
	if states < 200 {
		t.Errorf("only %d states were looked at", states)
	}
}

// Each operation of each change fails once: nothing that was acknowledged is
// lost, the index is never called current, and the next run goes on.
func TestEachOperationFails(t *testing.T) {
	broken := errors.New("input/output error")
	const body = "dokumen yang hidup"
	id := hash([]byte(body))
	runs := 0
	for i, step := range life {
		for cut := 1; ; cut++ {
			fsys := strict.New()
			s, err := CreateOn(fsys, "/korpus")
			if err != nil {
				t.Fatal(err)
			}
			before := "none"
			for _, earlier := range life[:i] {
				if err := earlier.do(s, body); err != nil {
					t.Fatal(err)
				}
				before = earlier.want
			}
			if err := s.Indexed(); err != nil {
				t.Fatal(err)
			}
			n := 0
			fsys.Before = func(string, string) error {
				if n++; n == cut {
					return broken
				}
				return nil
			}
			err = step.do(s, body)
			fsys.Before = nil
			runs++
			where := fmt.Sprintf("%s, operation %d failed: %v", step.name, cut, err)
			if n < cut {
				break
			}
			if err == nil { // a failure that did not matter
				before = step.want
			} else if !errors.Is(err, broken) {
				t.Fatal(where)
			}
			behind := s.IndexBehind()
			if e := s.Indexed(); e != nil {
				t.Fatalf("%s: %v", where, e)
			}
			s.Close()
			if err != nil && behind && !s.IndexBehind() {
				t.Fatalf("%s: the index is called current", where)
			}
			again, err2 := CreateOn(fsys, "/korpus")
			if err2 != nil {
				t.Fatalf("%s: %v", where, err2)
			}
			if got := seen(again, id); got != before && got != step.want {
				t.Fatalf("%s: %q, want %q or %q", where, got, before, step.want)
			}
			if found, _, err := again.Check(); err != nil || len(found) > 0 {
				t.Fatalf("%s: Check = %v, %v", where, found, err)
			}
			if err != nil && seen(again, id) == before && before != step.want {
				if err := step.do(again, body); err != nil {
					t.Fatalf("%s: repeated: %v", where, err)
				}
				if got := seen(again, id); got != step.want {
					t.Fatalf("%s: repeated: %q, want %q", where, got, step.want)
				}
			}
			again.Close()
		}
	}
	if runs < 80 {
		t.Errorf("only %d runs", runs)
	}
}

// Every flipped bit of every file is found and named.
func TestEveryFlipIsFound(t *testing.T) {
	fsys := strict.New()
	s, err := CreateOn(fsys, "/korpus")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range life[:5] { // the last one fills the bin
		if err := step.do(s, "satu dokumen"); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range life[:3] {
		if err := step.do(s, "dua dokumen"); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	rnd := rand.New(rand.NewPCG(1, 2))
	flips := 0
	for _, name := range fsys.Names() {
		if strings.HasSuffix(name, "/"+writerFile) || strings.HasSuffix(name, "/"+lockFile) {
			continue // they hold nothing
		}
		size, _, _ := fsys.Size(name)
		for range 60 {
			flips++
			bit := rnd.IntN(int(size) * 8)
			left := fsys.Crash(rand.New(rand.NewPCG(3, 4)))
			left.Flip(name, bit)
			c := &Store{dir: "/korpus", disk: left, now: s.now}
			found, _, err := c.Check()
			if err != nil || len(found) == 0 {
				t.Fatalf("bit %d of %s: %v, %v", bit, name, found, err)
			}
			if got := "/korpus/" + found[0].File; got != name {
				t.Errorf("bit %d of %s: %v is named", bit, name, found)
			}
		}
	}
	t.Logf("%d flips", flips)
}

// A record that was changed and sealed anew is noticed: the log has the sum of
// what was saved.
func TestForgedRecord(t *testing.T) {
	s := create(t, t.TempDir())
	b, rec := sample("dokumen")
	if err := s.Save(b, rec); err != nil {
		t.Fatal(err)
	}
	ninety := 90.0
	rec.Clauses[0].Quota.Percent = &ninety
	forged, _, err := seal(rec)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.writeFile(recordName(rec.Source.SHA256), forged); err != nil {
		t.Fatal(err)
	}
	var d *DamageError
	if _, err := s.Load(rec.Source.SHA256); !errors.As(err, &d) || d.File != recordName(rec.Source.SHA256) {
		t.Errorf("Load = %v", err)
	}
}

// Removed documents leave the bin after its time, and not before.
func TestBinTime(t *testing.T) {
	fsys := strict.New()
	s, err := CreateOn(fsys, "/korpus")
	if err != nil {
		t.Fatal(err)
	}
	b, rec := sample("dokumen")
	id := rec.Source.SHA256
	if err := errors.Join(s.Save(b, rec), s.Remove(id, "B", "salah unggah")); err != nil {
		t.Fatal(err)
	}
	now := s.now()
	for _, later := range []struct {
		wait   int // days
		binned bool
	}{{0, true}, {29, true}, {31, false}} {
		s.now = func() time.Time { return now.AddDate(0, 0, later.wait) }
		s.emptyBin()
		if s.inBin(id) != later.binned {
			t.Errorf("after %d days: in the bin is %v", later.wait, !later.binned)
		}
	}
	if list, err := s.Undoable(); err != nil || len(list) != 0 {
		t.Errorf("out of the bin, yet undoable: %v, %v", list, err)
	}
	if found, leftovers, err := s.Check(); err != nil || len(found)+len(leftovers) > 0 {
		t.Errorf("Check = %v, %v, %v", found, leftovers, err)
	}
}
