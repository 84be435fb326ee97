// Package pdfium reads PDF pages with PDFium, compiled to WebAssembly: no C
// compiler, no shared library, and a sandbox without files, network, clock or
// environment around code that parses hostile input.
//
// The binary and its host functions come from go-pdfium. Its wrappers cost
// some ten calls into the sandbox for each character; this package calls the
// exported functions directly, which reads a page three times as fast.
package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages bounds the memory of one sandbox, in pages of 64 KB: 640 MB.
const memoryPages = 640 << 20 >> 16

// Engine makes sandboxes. It is safe for use by several goroutines.
type Engine struct {
	mu   sync.Mutex // guards the making of a sandbox: grab catches the last one made
	pool gopdfium.Pool
	grab *grabber
}

// New compiles PDFium, or loads it from the folder cache, where the compiled
// code is kept for the next time; with cache "" nothing is kept.
func New(cache string) (*Engine, error) {
	if cache != "" {
		if e, err := newEngine(cache); err == nil {
			return e, nil
		}
	}
	return newEngine("") // the cache may be damaged or read-only
}

func newEngine(dir string) (*Engine, error) {
	rc := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, fmt.Errorf("opening the cache of compiled code: %w", err)
		}
		rc = rc.WithCompilationCache(cache)
	}
	grab := new(grabber)
	pool, err := webassembly.Init(webassembly.Config{
		Context:  experimental.WithFunctionListenerFactory(context.Background(), grab),
		MaxTotal: 64, MaxIdle: 1,
		FSConfig:      wazero.NewFSConfig(), // no files
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RandomSource:  zeros{}, // the same input gives the same bytes
		RuntimeConfig: rc,
	})
	if err != nil {
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	return &Engine{pool: pool, grab: grab}, nil
}

// zeros is a source of randomness without any.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// grabber catches the module of a sandbox while go-pdfium initialises it: only
// that one function is listened to, so that no other pays for it.
type grabber struct{ mod api.Module }

func (g *grabber) NewFunctionListener(def api.FunctionDefinition) experimental.FunctionListener {
	for _, name := range def.ExportNames() {
		if name == "FPDF_InitLibrary" {
			return g
		}
	}
	return nil
}

func (g *grabber) Before(_ context.Context, mod api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
	g.mod = mod
}
func (*grabber) After(context.Context, api.Module, api.FunctionDefinition, []uint64) {}
func (*grabber) Abort(context.Context, api.Module, api.FunctionDefinition, error)    {}

// sandbox is one instance of PDFium with its own memory.
type sandbox struct {
	instance gopdfium.Pdfium
	mod      api.Module
	funcs    map[string]api.Function
	stack    [16]uint64
	err      error // the first trap; everything after it returns 0
}

// ErrTrap says that PDFium gave up on the input: out of memory or out of
// bounds. The process goes on.
var ErrTrap = errors.New("the PDF reader failed on this file")

func (e *Engine) sandbox() (*sandbox, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.grab.mod = nil
	inst, err := e.pool.GetInstance(time.Minute)
	if err != nil {
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	if e.grab.mod == nil {
		inst.Close()
		return nil, errors.New("starting PDFium: its module was not seen")
	}
	return &sandbox{instance: inst, mod: e.grab.mod, funcs: map[string]api.Function{}}, nil
}

func (s *sandbox) close() { s.instance.Close() }

// call calls an exported function; after a trap it returns 0.
func (s *sandbox) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.funcs[name]
	if f == nil {
		if f = s.mod.ExportedFunction(name); f == nil {
			s.err = fmt.Errorf("PDFium has no function %s", name)
			return 0
		}
		s.funcs[name] = f
	}
	s.stack[0] = 0
	copy(s.stack[:], args)
	if err := f.CallWithStack(context.Background(), s.stack[:]); err != nil {
		s.err = fmt.Errorf("%w: %s", ErrTrap, name)
		return 0
	}
	return s.stack[0]
}

// int calls a function that returns a C int.
func (s *sandbox) int(name string, args ...uint64) int { return int(int32(s.call(name, args...))) }

// alloc returns the address of n bytes in the sandbox, 0 where it has none.
func (s *sandbox) alloc(n int) uint64 { return s.call("malloc", uint64(n)) & 0xFFFFFFFF }

func (s *sandbox) free(at uint64) { s.call("free", at) }

func (s *sandbox) f32(at uint64) float64 {
	v, _ := s.mod.Memory().ReadFloat32Le(uint32(at))
	return float64(v)
}

func (s *sandbox) f64(at uint64) float64 {
	v, _ := s.mod.Memory().ReadFloat64Le(uint32(at))
	return v
}
