package ingest

import (
	"testing"
	"time"
)

// A search is answered while another process holds corpus and index for writing,
// in the middle of a change, too.
func TestSearchWhileWriting(t *testing.T) {
	dir := t.TempDir()
	st := create(t, dir)
	into(t, st, letters(3), Options{})
	idx, err := openIndex(t.Context(), st, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer idx.Close()
	want := hits(t, dir, "jenis:kuota")
	if want == 0 {
		t.Fatal("nothing found while the index is open elsewhere")
	}
	ids, err := st.IDs()
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Remove(ids[0], "B", "w"); err != nil { // the index is behind from here on
		t.Fatal(err)
	}
	start := time.Now()
	if got := hits(t, dir, "jenis:kuota"); got != want {
		t.Errorf("got %d while the index is behind, want the %d from before", got, want)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("the answer took %v", took)
	}
}
