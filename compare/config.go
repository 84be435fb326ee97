package compare

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/telaah/telaah/circular"
)

// Config is what a folder of drafts says about its checks, in .telaah.yaml.
type Config struct {
	Exclude      []string          `yaml:"exclude"`      // patterns of files that are no drafts, see Covers
	FailOn       circular.Severity `yaml:"fail_on"`      // level of findings that fails a check; "" the default
	Baselines    []PathBaseline    `yaml:"baseline"`     // the first that covers a file is its baseline
	Suppressions []Suppression     `yaml:"suppressions"` // findings that are taken out
}

// PathBaseline names the baseline of some files.
type PathBaseline struct {
	Path string `yaml:"path"` // pattern, see Covers
	Use  string `yaml:"use"`  // id of a baseline
}

// ParseConfig reads the YAML of a Config. The error is a *FileError, which shows
// the line and a caret.
func ParseConfig(name string, data []byte) (Config, error) {
	var c Config
	e := &FileError{Name: name, kind: ErrSuppression}
	if e.decode(data, &c); len(e.faults) > 0 {
		return Config{}, e
	}
	bad := func(at, key string, values ...string) { e.add(caret(data, at), key, values...) }
	for i, p := range c.Exclude {
		checkPattern(p, fmt.Sprintf("$.exclude[%d]", i), bad)
	}
	levels := []circular.Severity{circular.SeverityError, circular.SeverityWarning, circular.SeverityNote, circular.SeverityNone}
	if c.FailOn != "" && !slices.Contains(levels, c.FailOn) {
		bad("$.fail_on", "choice", "kunci", "fail_on", "nilai", string(c.FailOn), "pilihan", join(levels))
	}
	for i, b := range c.Baselines {
		at := fmt.Sprintf("$.baseline[%d]", i)
		if b.Path == "" || b.Use == "" {
			bad(at, "pair")
		}
		checkPattern(b.Path, at+".path", bad)
	}
	for i, s := range c.Suppressions {
		s.check(fmt.Sprintf("$.suppressions[%d].code", i), bad)
	}
	if len(e.faults) > 0 {
		return Config{}, e
	}
	return c, nil
}

// checkPattern reports a pattern that Covers could not use.
func checkPattern(p, at string, bad func(at, key string, values ...string)) {
	if _, err := path.Match(strings.TrimSuffix(p, "/**"), "x"); err != nil {
		bad(at, "pattern", "nilai", p)
	}
}

// Covers reports whether a pattern of path.Match covers a file: its whole path
// as it was named, or its last element; "folder/**" covers all below a folder.
func Covers(pattern, file string) bool {
	file = strings.TrimPrefix(strings.ReplaceAll(file, `\`, "/"), "./")
	if dir, ok := strings.CutSuffix(pattern, "/**"); ok {
		for at, r := range file {
			if r == '/' {
				if hit, _ := path.Match(dir, file[:at]); hit { // the pattern was checked
					return true
				}
			}
		}
		return false
	}
	whole, _ := path.Match(pattern, file)
	last, _ := path.Match(pattern, path.Base(file))
	return whole || last
}

// Excludes reports whether a file is no draft.
func (c *Config) Excludes(file string) bool {
	return slices.ContainsFunc(c.Exclude, func(p string) bool { return Covers(p, file) })
}

// Baseline returns the id of the baseline of a file, or "".
func (c *Config) Baseline(file string) string {
	for _, b := range c.Baselines {
		if Covers(b.Path, file) {
			return b.Use
		}
	}
	return ""
}
