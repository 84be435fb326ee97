// Package web is the page that legal staff open in their browser: check a
// draft, read documents beside their pages, correct what was read wrong,
// compare, search.
//
// It holds no rule of its own: what is read, ruled and found comes from
// ingest, compare, report, index and corpus; this package shows it. A page is
// one struct, one template under pages and one handler, together in the file
// that is named after it. Reading works without JavaScript.
//
// Checking a draft stores nothing: drafts live in memory until the program
// ends. Nothing leaves the machine.
package web

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"sync"
	"time"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/compare"
	"github.com/telaah/telaah/corpus"
	"github.com/telaah/telaah/document"
	"github.com/telaah/telaah/ingest"
	"github.com/telaah/telaah/internal/account"
	"github.com/telaah/telaah/internal/say"
)

// Options are what a server works with.
type Options struct {
	Corpus string         // folder of the corpus; it need not exist
	Lang   say.Lang       // language of a reader who has not chosen one
	Read   ingest.Options // how documents are read; Jobs and Progress are not used

	// Show draws a page of a document, as document.Show does.
	Show func(ctx context.Context, name string, data []byte, page, width int, o document.Options) (document.View, error)

	Now func() time.Time // nil: time.Now

	Watch string // folder whose files are taken in, "" none

	// Door lets people in; nil: whoever uses this machine may do everything.
	Door    *account.Door
	Hosts   []string                         // names under which the server is asked, beside those of this machine
	Secure  bool                             // readers come by TLS, ended here or at a proxy
	Proxied bool                             // a proxy in front says where requests come from
	Log     func(event string, pairs ...any) // told of logins, for the operator; nil: nobody is
}

// Server is the handler of all pages. Close ends its work.
type Server struct {
	o         Options
	mux       http.Handler
	pages     pages
	baselines []circular.Baseline
	queue     *queue
	library   library
	sheets    sheets
	now       func() time.Time
	writing   sync.Mutex // held while this program writes the corpus
	loading   loading
	watch     *ingest.Watch // nil: no folder is watched
	ctx       context.Context
	stop      context.CancelFunc
	work      sync.WaitGroup
}

//go:embed static
var static embed.FS

// New returns a server. The corpus is opened when it is needed, and made when
// something is saved.
func New(o Options) (*Server, error) {
	list, err := compare.Load(corpus.Baselines, "baselines")
	if err != nil {
		return nil, fmt.Errorf("loading the baselines: %w", err)
	}
	s := &Server{o: o, baselines: list, queue: newQueue(), library: library{dir: o.Corpus, engine: o.Read.Engine, baselines: list}, now: o.Now}
	if s.now == nil {
		s.now = time.Now
	}
	if s.pages, err = parsePages(); err != nil {
		return nil, err
	}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.mux = guard(o.Hosts, s.enter(s.routes()))
	s.work.Go(func() { s.library.shelf() }) // so that the first reader need not wait; an error is theirs to see
	for range parses {
		s.work.Go(s.parse)
	}
	if o.Watch != "" {
		by := text(o.Lang, "watch.name")
		s.watch = ingest.NewWatch(o.Watch, o.Corpus, o.Read, func(f func(*corpus.Store) error) error { return s.write(by, f) })
		s.work.Go(func() { s.watch.Run(s.ctx) })
	}
	return s, nil
}

// Close ends what is being read and waits for it.
func (s *Server) Close() {
	s.stop()
	s.queue.close()
	s.work.Wait()
	s.library.close()
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	files, err := fs.Sub(static, "static")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux.Handle("GET /aset/", http.StripPrefix("/aset/", cached(http.FileServerFS(files))))
	mux.HandleFunc("GET /bahasa", s.language)
	mux.HandleFunc("GET /kertas", s.paper)
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("POST /periksa", s.upload)
	mux.HandleFunc("GET /pantauan", s.watched)
	mux.HandleFunc("POST /contoh", s.samples)
	mux.HandleFunc("GET /periksa/{job}", s.draft)
	mux.HandleFunc("GET /periksa/{job}/kartu", s.draftCard)
	mux.HandleFunc("GET /periksa/{job}/unduh/{file}", s.draftFile)
	mux.HandleFunc("GET /periksa/{job}/naskah", s.draftText)
	mux.HandleFunc("GET /periksa/{job}/naskah/halaman/{page}", s.draftPNG)
	mux.HandleFunc("POST /periksa/{job}/{act}", s.draftAct)
	mux.HandleFunc("GET /dokumen", s.documents)
	mux.HandleFunc("GET /dokumen/{id}", s.document)
	mux.HandleFunc("GET /dokumen/{id}/halaman/{page}", s.documentPNG)
	mux.HandleFunc("GET /dokumen/{id}/asli", s.documentFile)
	mux.HandleFunc("GET /dokumen/{id}/koreksi", s.correction)
	mux.HandleFunc("POST /dokumen/{id}/koreksi", s.correct)
	mux.HandleFunc("GET /dokumen/{id}/catatan", s.note)
	mux.HandleFunc("POST /dokumen/{id}/catatan", s.keepNote)
	mux.HandleFunc("POST /dokumen/{id}/batalkan", s.undo)
	mux.HandleFunc("POST /dokumen/{id}/telaah", s.review)
	mux.HandleFunc("GET /cari", s.search)
	mux.HandleFunc("GET /cari.xlsx", s.searchSheet)
	mux.HandleFunc("POST /cari/tersimpan", s.keepSearch)
	mux.HandleFunc("GET /cari/tersimpan.atom", s.savedFeed)
	mux.HandleFunc("GET /perubahan", s.changes)
	mux.HandleFunc("GET /perubahan.atom", s.changesFeed)
	mux.HandleFunc("GET /tenggat.ics", s.calendar)
	mux.HandleFunc("GET /banding", s.compare)
	mux.HandleFunc("GET /banding/unduh/{file}", s.compareFile)
	mux.HandleFunc("GET /matriks", s.matrix)
	mux.HandleFunc("GET /matriks/unduh/{file}", s.matrixFile)
	mux.HandleFunc("GET /matriks/surat", s.matrixLetter)
	mux.HandleFunc("GET /perlu-dibaca", s.doubts)
	mux.HandleFunc("POST /perlu-dibaca", s.settle)
	s.apiRoutes(mux)
	if s.o.Door != nil {
		mux.HandleFunc("GET /masuk", s.loginForm)
		mux.HandleFunc("POST /masuk", s.loginNow)
		mux.HandleFunc("POST /keluar", s.logout)
	}
	mux.HandleFunc("/", s.missing)
	return mux
}

// write opens the corpus for writing, makes it where there is none, and calls f
// in somebody's name ("" nobody's). Whoever reads next sees what it did.
func (s *Server) write(by string, f func(st *corpus.Store) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	st, err := corpus.Create(s.o.Corpus)
	if err != nil {
		return err
	}
	defer st.Close()
	st.By = by
	if err := f(st); err != nil {
		return err
	}
	_, err = s.library.fresh()
	return err
}
