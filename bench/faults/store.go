package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/internal/disk"
	"github.com/telaah/telaah/internal/disk/strict"
)

// dir is where the corpus stands on a disk in memory.
const dir = "/korpus"

// honest is the disk as it is; tests give one that lies.
func honest(f *strict.FS) disk.FS { return f }

// letter returns the bytes of document n and its record.
func letter(n int) ([]byte, circular.Record) {
	body := fmt.Sprintf("SURAT EDARAN NOMOR %d TAHUN 2024", n)
	sum := sha256.Sum256([]byte(body))
	text := circular.Plain(body)
	half := 50.0
	return []byte(body), circular.Record{
		Schema:    circular.RecordSchema,
		Source:    circular.Source{Path: "edaran.txt", SHA256: hex.EncodeToString(sum[:]), MediaType: "text/plain", Grade: circular.GradePrimary, Pages: 1},
		Text:      &text,
		Circulars: []circular.Circular{{Role: circular.RoleSubject, Type: "SE", Number: fmt.Sprint(n), Year: 2024, Span: text.Span(0, 12)}},
		Clauses: []circular.Clause{{Kind: circular.KindQuota, Text: body[:12], Span: text.Span(0, 12), Assertion: circular.AssertRule, Confidence: 1, Rule: "t",
			Quota: &circular.Quota{Mode: circular.ModeWFH, Bound: circular.BoundMax, Percent: &half}}},
	}
}

// id returns the full id of document n.
func id(n int) string {
	_, rec := letter(n)
	return rec.Source.SHA256
}

// seen is what a reader sees of a document.
func seen(s *corpus.Store, id string) string {
	d, err := s.Load(id)
	switch {
	case errors.Is(err, corpus.ErrNotFound):
		return "none"
	case err != nil:
		return err.Error()
	}
	state := "there"
	for _, c := range d.Corrections {
		state += " " + c.Value
	}
	return state
}

// change is a change of document n, and what is seen after it.
type change struct {
	name string
	do   func(s *corpus.Store, n int) error
	want string
}

var life = []change{
	{"save", save, "there"},
	{"correct", func(s *corpus.Store, n int) error {
		_, err := s.Correct(id(n), corpus.Correction{Field: "number", Value: "koreksi", By: "B", Why: "w"})
		return err
	}, "there koreksi"},
	{"save again", save, "there koreksi"},
	{"review", func(s *corpus.Store, n int) error {
		_, err := s.Review(id(n), corpus.Review{State: corpus.ReviewDone, By: "B", Note: "w"})
		return err
	}, "there koreksi"},
	{"remove", func(s *corpus.Store, n int) error { return s.Remove(id(n), "B", "w") }, "none"},
	{"undo", func(s *corpus.Store, n int) error {
		list, err := s.Undoable()
		if err != nil || len(list) == 0 {
			return errors.Join(err, errors.New("nothing to undo"))
		}
		_, err = s.UndoEvent(list[0].N, "B", "w")
		return err
	}, "there koreksi"},
}

func save(s *corpus.Store, n int) error {
	b, rec := letter(n)
	return s.Save(b, rec)
}

// powerCuts cuts the power behind every operation of the lives of documents in
// some corpora, each cut leaving several states of what was not synced.
func powerCuts(short bool, on func(*strict.FS) disk.FS) (states int, err error) {
	corpora, rounds := 10, 15
	if short {
		corpora, rounds = 2, 4
	}
	for n := range corpora {
		more, err := powerCutsOf(on, 2*n, rounds)
		states += more
		if err != nil {
			return states, err
		}
	}
	return states, nil
}

// powerCutsOf is powerCuts for a corpus of the documents first and first+1.
func powerCutsOf(on func(*strict.FS) disk.FS, first, rounds int) (states int, err error) {
	fsys := strict.New()
	s, err := corpus.CreateOn(on(fsys), dir)
	if err != nil {
		return 0, err
	}
	want := map[string]string{} // what was acknowledged
	now, after, doing := "", "", ""
	fsys.After = func(op, file string) {
		for round := range rounds {
			if err != nil {
				return
			}
			var rnd *rand.Rand
			if round > 0 {
				rnd = rand.New(rand.NewPCG(uint64(first*100_000+states), uint64(round)))
			}
			states++
			if e := survived(fsys.Crash(rnd), want, now, after); e != nil {
				err = fmt.Errorf("%s, power cut behind %s %s: %w", doing, op, file, e)
			}
		}
	}
	for n := first; n < first+2; n++ {
		now, want[id(n)] = id(n), "none"
		for i, c := range life {
			after, doing = c.want, c.name
			if e := c.do(s, n); e != nil {
				return states, e
			}
			want[now] = after
			if i%2 == 1 {
				if e := s.Indexed(); e != nil {
					return states, e
				}
			}
			if err != nil {
				return states, err
			}
		}
	}
	return states, nil
}

// survived reports what of the acknowledged is not there after a power cut. Of
// the document that is being changed, before and after will do.
func survived(left *strict.FS, want map[string]string, now, after string) error {
	s, err := corpus.CreateOn(left, dir)
	if err != nil {
		return err
	}
	for id, w := range want {
		if got := seen(s, id); got != w && (id != now || got != after) {
			return fmt.Errorf("%s is %q, want %q", id[:12], got, w)
		}
	}
	found, _, err := s.Check()
	if err == nil && len(found) > 0 {
		err = found[0]
	}
	return err
}

// failures makes each operation of each change fail, once with each error.
func failures(short bool, on func(*strict.FS) disk.FS) (runs int, note string, err error) {
	count := map[string]int{}
	defer func() {
		var parts []string
		for _, op := range slices.Sorted(maps.Keys(count)) {
			parts = append(parts, fmt.Sprint(op, " ", count[op]))
		}
		note = strings.Join(parts, ", ")
	}()
	kinds := []error{syscall.EIO, syscall.ENOSPC, syscall.EMFILE, syscall.EACCES}
	if short {
		kinds = kinds[:1]
	}
	for _, kind := range kinds {
		for i, c := range life {
			for cut := 1; ; cut++ {
				failed, err := fail(on, life[:i], c, cut, kind)
				if err != nil {
					return runs, "", fmt.Errorf("%s, operation %d (%s) gives %v: %w", c.name, cut, failed, kind, err)
				}
				if failed == "" {
					break
				}
				runs++
				count[failed]++
			}
		}
	}
	return runs, "", nil
}

// fail makes one operation of a change fail and looks at what is left. It returns
// which operation that was; "" where there are fewer.
func fail(on func(*strict.FS) disk.FS, before []change, c change, cut int, kind error) (failed string, err error) {
	fsys := strict.New()
	s, err := corpus.CreateOn(on(fsys), dir)
	if err != nil {
		return "", err
	}
	want := "none"
	for _, b := range before {
		if err := b.do(s, 1); err != nil {
			return "", err
		}
		want = b.want
	}
	if err := s.Indexed(); err != nil {
		return "", err
	}
	n := 0
	fsys.Before = func(op, _ string) error {
		if n++; n == cut {
			failed = op
			return kind
		}
		return nil
	}
	changed := c.do(s, 1)
	fsys.Before = nil
	if n < cut {
		return "", nil
	}
	if changed == nil {
		want = c.want
	} else if !errors.Is(changed, kind) {
		return failed, changed
	}
	behind := s.IndexBehind()
	err = s.Indexed()
	if changed != nil && behind && !s.IndexBehind() {
		return failed, errors.New("the index is called current")
	}
	s.Close()
	again, e := corpus.CreateOn(fsys.Crash(rand.New(rand.NewPCG(1, uint64(cut)))), dir)
	if e != nil {
		return failed, e
	}
	if got := seen(again, id(1)); got != want && (changed == nil || got != c.want) {
		return failed, fmt.Errorf("%q, want %q", got, want)
	}
	return failed, err
}

// storeDamage is how damage is looked for.
func storeDamage(left *strict.FS) ([]*corpus.DamageError, error) {
	s, err := corpus.OpenOn(left, dir)
	var d *corpus.DamageError
	if errors.As(err, &d) {
		return []*corpus.DamageError{d}, nil
	}
	if err != nil { // the mark of another layout: the corpus is refused
		return []*corpus.DamageError{{File: "telaah-corpus.json", Err: err}}, nil
	}
	found, _, err := s.Check()
	return found, err
}

// storeFlips flips bits of each file of a corpus; each flip must be found, and
// its file named.
func storeFlips(short bool, look func(*strict.FS) ([]*corpus.DamageError, error)) (flips int, err error) {
	fsys := strict.New()
	s, err := corpus.CreateOn(fsys, dir)
	if err != nil {
		return 0, err
	}
	for n := range 3 {
		for _, c := range life[:2+n] { // the last one is in the bin
			if err := c.do(s, n); err != nil {
				return 0, err
			}
		}
	}
	s.Close()
	each := 40
	if short {
		each = 5
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	for _, name := range fsys.Names() {
		size, _, _ := fsys.Size(name)
		for range each {
			if size == 0 {
				break
			}
			left := fsys.Crash(nil)
			if _, _, err := left.Size(name); err != nil {
				break // never durable: who writes now
			}
			bit := rnd.IntN(int(size) * 8)
			left.Flip(name, bit)
			flips++
			found, err := look(left)
			if err != nil {
				return flips, err
			}
			named := false
			for _, d := range found {
				named = named || strings.HasSuffix(name, "/"+d.File)
			}
			if !named {
				return flips, fmt.Errorf("bit %d of %s is not found", bit, name)
			}
		}
	}
	return flips, nil
}
