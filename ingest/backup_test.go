package ingest

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/telaah/telaah/corpus"
)

// A backup that is taken while documents come in is a whole corpus, and the next
// one, brought up to date, equals the corpus.
func TestBackupOfABusyCorpus(t *testing.T) {
	dir, to := filepath.Join(t.TempDir(), "korpus"), filepath.Join(t.TempDir(), "cadangan")
	take := func(from, n int) {
		st, err := corpus.Create(dir)
		if err != nil {
			t.Error(err)
			return
		}
		defer st.Close()
		var inputs []Input
		for i := from; i < from+n; i++ {
			inputs = append(inputs, Input{Name: "a.txt", Read: func() ([]byte, error) { return []byte(edict(i)), nil }})
		}
		if err := Into(context.Background(), st, inputs, Options{Jobs: 1}, func(Result) {}); err != nil {
			t.Error(err)
		}
	}
	take(0, 3)
	done := make(chan bool)
	go func() {
		for i := range 10 {
			take(10+5*i, 5)
		}
		close(done)
	}()
	for busy := true; busy; {
		select {
		case <-done:
			busy = false
		default:
		}
		if _, err := corpus.Backup(dir, to); err != nil {
			t.Fatal(err)
		}
		h, err := Check(context.Background(), to)
		if err != nil || len(h.Damage) > 0 || len(h.Leftovers) > 0 {
			t.Fatalf("a backup of a busy corpus: %v, %v, %v", err, h.Damage, h.Leftovers)
		}
	}
	ids := func(dir string) []string {
		st, err := corpus.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		list, err := st.IDs()
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if got := ids(to); len(got) != 53 || !slices.Equal(got, ids(dir)) {
		t.Errorf("the backup has %d documents", len(got))
	}
}
