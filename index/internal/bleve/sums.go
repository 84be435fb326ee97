package bleve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/telaah/telaah/index/internal/engine"
)

// SumsFile stands in the folder of an index that nobody has open for writing
// and says what its files hold. An index without it was not closed.
const SumsFile = "SUMS"

// verifyMost is how many bytes of an index are held to their sums when it is
// opened: about a million clauses, half a second. The rest is left to Verify.
const verifyMost = 512 << 20

// fileSum is the size of a file and its CRC-32 (Castagnoli). It is to find
// decay, not malice.
type fileSum struct {
	Name string `json:"name"` // below the folder of the index, with slashes
	Size int64  `json:"size"`
	CRC  uint32 `json:"crc"`
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Files returns the names of the files of an index, sorted.
func Files(path string) (names []string, err error) {
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == SumsFile || d.Name() == SumsFile+".new" {
			return err
		}
		rel, err := filepath.Rel(path, p)
		names = append(names, filepath.ToSlash(rel))
		return err
	})
	slices.Sort(names)
	return names, err
}

func sumFile(name string) (s fileSum, err error) {
	f, err := os.Open(name)
	if err != nil {
		return s, err
	}
	defer f.Close()
	h := crc32.New(castagnoli)
	s.Size, err = io.Copy(h, f)
	s.CRC = h.Sum32()
	return s, err
}

// seal writes the sums of an index that was closed. Segments never change, so
// that old sums of them hold; old may be nil. Every file gets the mode of the
// folder that holds all.
func seal(path string, old []fileSum) error {
	names, err := Files(path)
	if err != nil {
		return fmt.Errorf("summing index: %w", err)
	}
	share(path, names)
	sums := make([]fileSum, len(names))
	for i, n := range names {
		file := filepath.Join(path, filepath.FromSlash(n))
		if at := slices.IndexFunc(old, func(s fileSum) bool { return s.Name == n }); at >= 0 && strings.HasSuffix(n, ".zap") {
			if info, err := os.Stat(file); err == nil && info.Size() == old[at].Size {
				sums[i] = old[at]
				continue
			}
		}
		if sums[i], err = sumFile(file); err != nil {
			return fmt.Errorf("summing index: %w", err)
		}
		sums[i].Name = n
	}
	b, err := json.Marshal(sums)
	if err != nil {
		return err
	}
	b = fmt.Appendf(append(b, '\n'), "%08x\n", crc32.Checksum(b, castagnoli))
	tmp := filepath.Join(path, SumsFile+".new")
	err = os.WriteFile(tmp, b, 0o660)
	if err == nil {
		err = syncPath(tmp, false)
	}
	if err == nil {
		err = os.Rename(tmp, filepath.Join(path, SumsFile))
	}
	if err == nil {
		err = syncPath(path, true)
	}
	if err != nil {
		return fmt.Errorf("summing index: %w", err)
	}
	return nil
}

// share gives the files of an index the mode of the folder that holds it: the
// engine makes them for their owner alone.
func share(path string, names []string) {
	info, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return
	}
	_ = os.Chmod(filepath.Join(path, "store"), info.Mode().Perm()) // those of others stay as they are
	_ = os.Chmod(path, info.Mode().Perm())
	for _, n := range names {
		_ = os.Chmod(filepath.Join(path, filepath.FromSlash(n)), info.Mode().Perm()&0o666)
	}
}

// readSums returns the sums of an index, nil where there are none.
func readSums(path string) ([]fileSum, error) {
	b, err := os.ReadFile(filepath.Join(path, SumsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	first, second, _ := bytes.Cut(b, []byte("\n"))
	var sums []fileSum
	if string(second) != fmt.Sprintf("%08x\n", crc32.Checksum(first, castagnoli)) || json.Unmarshal(first, &sums) != nil {
		return nil, fmt.Errorf("%s does not match its checksum", SumsFile)
	}
	return sums, nil
}

// damaged returns the first file of an index that is not what its sums say,
// looking at no more than most bytes.
func damaged(path string, sums []fileSum, most int64) string {
	names, err := Files(path)
	if err != nil {
		return "."
	}
	slices.SortFunc(sums, func(a, b fileSum) int { // segments last: the rest is small
		return strings.Compare(filepath.Ext(b.Name)+b.Name, filepath.Ext(a.Name)+a.Name)
	})
	for _, s := range sums {
		if !slices.Contains(names, s.Name) {
			return s.Name
		}
	}
	for _, s := range sums {
		if most -= s.Size; most < 0 && strings.HasSuffix(s.Name, ".zap") {
			continue
		}
		got, err := sumFile(filepath.Join(path, filepath.FromSlash(s.Name)))
		if got.Name = s.Name; err != nil || got != s {
			return s.Name
		}
	}
	return ""
}

// Verify reads every file of the index, which nobody may have open for
// writing, and returns the names below its folder of those that are not what was
// written. An index that is missing, of another version or was not closed gives
// engine.ErrRebuild. It does not open the index.
func (f Folder) Verify() (bad []string, err error) {
	name, err := f.Current()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(f.Dir, name)
	sums, err := readSums(path)
	if err != nil {
		return []string{name + "/" + SumsFile}, nil
	}
	if sums == nil {
		return nil, fmt.Errorf("%w: the one in %s was not closed", engine.ErrRebuild, f.Dir)
	}
	for _, s := range sums {
		got, err := sumFile(filepath.Join(path, filepath.FromSlash(s.Name)))
		if got.Name = s.Name; err != nil || got != s {
			bad = append(bad, name+"/"+s.Name)
		}
	}
	return bad, nil
}
