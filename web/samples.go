package web

import (
	"net/http"
	"path"
	"slices"
	"sync"

	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/ingest"
)

// loading is the sample documents on their way into the corpus.
type loading struct {
	mu  sync.Mutex
	now loadingState
}

// loadingState is how far that has come.
type loadingState struct {
	Running     bool
	Done, Total int
	Err         error
}

func (l *loading) state() loadingState {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.now
}

func (l *loading) change(f func(*loadingState)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f(&l.now)
}

// samples puts the sample documents into the corpus, in the background.
func (s *Server) samples(w http.ResponseWriter, r *http.Request) {
	all, err := ingest.Embedded(corpus.Samples)
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	inputs := slices.DeleteFunc(all, func(in ingest.Input) bool { return path.Ext(in.Name) == ".jsonl" })
	begun := false
	s.loading.change(func(l *loadingState) {
		if !l.Running {
			*l, begun = loadingState{Running: true, Total: len(inputs)}, true
		}
	})
	if by := name(r); begun {
		s.work.Go(func() {
			err := s.write(by, func(st *corpus.Store) error {
				o := s.o.Read
				o.Jobs = parses
				return ingest.Into(s.ctx, st, inputs, o, func(ingest.Result) {
					s.loading.change(func(l *loadingState) { l.Done++ })
				})
			})
			s.loading.change(func(l *loadingState) { l.Running, l.Err = false, err })
		})
	}
	back(w, r, "/dokumen", "")
}

// empty reports whether the corpus holds no document.
func (s *Server) empty() bool {
	sh, err := s.library.shelf()
	return err != nil || len(sh.entries)+len(sh.damaged) == 0
}
