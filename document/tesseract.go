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
	"sync"
	"time"

	"github.com/telaah/telaah/internal/process"
)

// Recognizer reads the words of a picture. Its methods may be called by
// several goroutines at once.
type Recognizer interface {
	// Models returns the languages it has models of, such as "eng".
	Models() []string
	// Recognize reads a picture as a says and returns the table of words that
	// tesseract writes (TSV). The picture is a page in a portable format (PBM,
	// PGM), or lines of text as the pages of a TIFF. It ends when ctx does.
	Recognize(ctx context.Context, picture []byte, a Ask) (tsv []byte, err error)
}

// Ask says how a picture is to be recognised.
type Ask struct {
	DPI   int    `json:"dpi"`
	Model string `json:"model"`           // English or Indonesian
	Lines bool   `json:"lines,omitempty"` // each page of the picture is one line
}

// The models that readings of a page use. The English one knows the per cent
// sign and reads figures; the Indonesian one has no sign for it ("75%" becomes
// "7546"), and reads words and names better.
const (
	English    = "eng"
	Indonesian = "ind"
)

// ErrNoOCR says that no program for character recognition was found.
var ErrNoOCR = errors.New("tesseract was not found")

// Tesseract is a [Recognizer] that runs the program of that name, one process
// a picture, over pipes, without files.
type Tesseract struct {
	Path string // of the program
	Data string // folder of the models, "" for the program's own

	once   sync.Once
	models []string

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

// Models implements [Recognizer]. It looks for the files of the models where the
// program has them, and does not start it. The English one comes with it.
func (t *Tesseract) Models() []string {
	t.once.Do(func() {
		t.models = []string{English}
		dirs := []string{t.Data}
		if t.Data == "" {
			home := filepath.Dir(filepath.Dir(t.Path))
			dirs = []string{os.Getenv("TESSDATA_PREFIX"), filepath.Join(home, "share", "tessdata"), "/usr/share/tessdata", "/usr/local/share/tessdata"}
			more, _ := filepath.Glob("/usr/share/tesseract-ocr/*/tessdata")
			dirs = append(dirs, more...)
		}
		if slices.ContainsFunc(dirs, func(d string) bool { return d != "" && exists(filepath.Join(d, Indonesian+".traineddata")) }) {
			t.models = append(t.models, Indonesian)
		}
	})
	return t.models
}

// Recognize implements [Recognizer].
func (t *Tesseract) Recognize(ctx context.Context, picture []byte, a Ask) ([]byte, error) {
	if !slices.Contains(t.Models(), a.Model) {
		a.Model = English
	}
	layout := "4" // a column of lines of several sizes
	if a.Lines {
		layout = "7"
	}
	return t.run(ctx, picture, "stdin", "stdout", "-l", a.Model, "--psm", layout, "--dpi", strconv.Itoa(a.DPI), "tsv")
}

// run runs the program. One thread a process: more of them cost much and gain
// nothing.
func (t *Tesseract) run(ctx context.Context, in []byte, args ...string) ([]byte, error) {
	if t.Data != "" { // before the name of the format, which comes last
		args = slices.Insert(args, len(args)-1, "--tessdata-dir", t.Data)
	}
	argv := slices.Concat(t.Launcher, []string{t.Path}, args)
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = environment()
	cmd.Stdin = bytes.NewReader(in)
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
