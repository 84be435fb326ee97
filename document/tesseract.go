package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"time"

	"github.com/telaah/telaah/internal/process"
)

// Recognizer reads the words of a picture. Its methods may be called by
// several goroutines at once.
type Recognizer interface {
	// Recognize reads a picture in the portable bitmap format (PBM) whose
	// resolution is dpi, and returns the table of words that tesseract
	// writes (TSV): as a page of text from top to bottom, or, where it is
	// sparse, as scattered words among drawings. It ends when ctx does.
	Recognize(ctx context.Context, pbm []byte, dpi int, sparse bool) (tsv []byte, err error)
}

// ErrNoOCR says that no program for character recognition was found.
var ErrNoOCR = errors.New("tesseract was not found")

// Tesseract is a [Recognizer] that runs the program of that name, one process
// a picture, over pipes, without files.
type Tesseract struct {
	Path string // of the program
	Data string // folder of the models, "" for the program's own

	// Launcher is a program with its arguments that is to start Path, which is
	// put behind them: one that confines it. nil for none.
	Launcher []string
}

// FindTesseract looks for the program: at the path given by the user, in a
// folder "tesseract" beside the running program, in Program Files, and on the
// PATH. Without one it returns ErrNoOCR.
func FindTesseract(given string) (*Tesseract, error) {
	name := "tesseract"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if given != "" {
		if info, err := os.Stat(given); err == nil && info.IsDir() {
			given = filepath.Join(given, name)
		}
		if _, err := os.Stat(given); err != nil {
			return nil, fmt.Errorf("%w at %s", ErrNoOCR, given)
		}
		return newTesseract(given), nil
	}
	var dirs []string
	if exe, err := os.Executable(); err == nil {
		dirs = append(dirs, filepath.Join(filepath.Dir(exe), "tesseract"), filepath.Dir(exe))
	}
	for _, env := range []string{"ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"} {
		if d := os.Getenv(env); d != "" {
			dirs = append(dirs, filepath.Join(d, "Tesseract-OCR"), filepath.Join(d, "Programs", "Tesseract-OCR"))
		}
	}
	for _, d := range dirs {
		if info, err := os.Stat(filepath.Join(d, name)); err == nil && info.Mode().IsRegular() {
			return newTesseract(filepath.Join(d, name)), nil
		}
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, ErrNoOCR
	}
	return newTesseract(path), nil
}

// newTesseract names the models that stand beside a program that was copied
// without being installed.
func newTesseract(path string) *Tesseract {
	t := &Tesseract{Path: path}
	if data := filepath.Join(filepath.Dir(path), "tessdata"); exists(filepath.Join(data, "eng.traineddata")) {
		t.Data = data
	}
	return t
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Limits of one run of tesseract.
const (
	pictureTime   = 60 * time.Second // of computing
	pictureMemory = 1 << 30
	maxTSV        = 16 << 20
)

// Recognize implements [Recognizer]. The model is the English one: the
// Indonesian one has no per cent sign. One thread a process: more of them cost
// much and gain nothing.
func (t *Tesseract) Recognize(ctx context.Context, pbm []byte, dpi int, sparse bool) ([]byte, error) {
	layout := "4"
	if sparse {
		layout = "11"
	}
	args := []string{"stdin", "stdout", "-l", "eng", "--psm", layout, "--dpi", strconv.Itoa(dpi)}
	if t.Data != "" {
		args = append(args, "--tessdata-dir", t.Data)
	}
	argv := slices.Concat(t.Launcher, []string{t.Path}, args, []string{"tsv"})
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = environment()
	cmd.Stdin = bytes.NewReader(pbm)
	out := &capped{most: maxTSV}
	cmd.Stdout = out
	cmd.WaitDelay = time.Second
	if err := process.Run(ctx, cmd, process.Limits{Time: pictureTime, Memory: pictureMemory}); err != nil {
		return nil, fmt.Errorf("running tesseract: %w", err)
	}
	return out.buf.Bytes(), nil
}

// environment returns what tesseract needs of the environment: nothing but
// one thread, the place of its models, and what Windows needs to start it.
func environment() []string {
	env := []string{"OMP_THREAD_LIMIT=1", "LC_ALL=C"}
	for _, k := range []string{"TESSDATA_PREFIX", "SystemRoot", "LD_LIBRARY_PATH"} {
		if v := os.Getenv(k); v != "" {
			env = append(env, k+"="+v)
		}
	}
	return env
}

// capped keeps what is written up to a limit, and fails beyond.
type capped struct {
	buf  bytes.Buffer
	most int
}

func (c *capped) Write(p []byte) (int, error) {
	if c.buf.Len()+len(p) > c.most {
		return 0, errors.New("too much output")
	}
	return c.buf.Write(p)
}
