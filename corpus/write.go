package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile puts b under a name of the corpus by the protocol of the package:
// when it returns nil the file survives a power cut, and when it does not, the
// name holds what it held before or b, never a part of b.
func (s *Store) writeFile(name string, b []byte) (err error) {
	path := s.path(name)
	dir := filepath.Dir(path)
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing %s: %w", name, err)
		}
	}()
	if err := s.makeDir(dir); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := s.at("create"); err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		return err
	}
	if err := s.at("write"); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := s.at("sync"); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	if err := s.at("rename"); err != nil {
		return err
	}
	return syncDir(dir)
}

// at runs the failure hook of the tests.
func (s *Store) at(step string) error {
	if s.step == nil {
		return nil
	}
	return s.step(step)
}

// makeDir makes a folder and its missing parents and syncs the parent of each
// one that it made.
func (s *Store) makeDir(dir string) error {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: dir, Err: errors.New("is a file")}
		}
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := s.makeDir(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(parent)
}

// removeFile removes a file durably; a missing one is no error.
func (s *Store) removeFile(name string) error {
	path := s.path(name)
	if err := os.Remove(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return fmt.Errorf("removing %s: %w", name, err)
	}
	if err := s.at("remove"); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// sweep removes the temporary files that a crashed writer left; the lock must
// be held. An original without a record stays: it may be all that damage left.
func (s *Store) sweep() error {
	for _, dir := range []string{originalDir, recordDir, correctionDir} {
		left, err := filepath.Glob(filepath.Join(s.dir, dir, "??", tempPrefix+"*"))
		if err != nil {
			return fmt.Errorf("sweeping corpus: %w", err)
		}
		for _, path := range left {
			if err := os.Remove(path); err != nil {
				return fmt.Errorf("sweeping corpus: %w", err)
			}
		}
	}
	return nil
}

// sum is the second line of a sealed file.
type sum struct {
	SHA256 string `json:"sha256"`
}

// seal writes a value as one line of JSON and its SHA-256 as a second line.
func seal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	second, err := json.Marshal(sum{hash(b.Bytes()[:b.Len()-1])})
	if err != nil {
		return nil, err
	}
	return append(append(b.Bytes(), second...), '\n'), nil
}

// unseal reads what seal wrote into v, and fails where one byte differs.
func (s *Store) unseal(id, name string, v any) error {
	b, err := readBounded(s.path(name), maxStored)
	if err != nil {
		return err
	}
	damaged := func(err error) error { return &DamageError{ID: id, File: name, Err: err} }
	first, second, ok := bytes.Cut(b, []byte("\n"))
	if !ok {
		return damaged(errors.New("cut short"))
	}
	var want sum
	if err := json.Unmarshal(second, &want); err != nil {
		return damaged(fmt.Errorf("reading its checksum: %w", err))
	}
	if want.SHA256 != hash(first) {
		return damaged(errors.New("its bytes do not match their checksum"))
	}
	if err := json.Unmarshal(first, v); err != nil {
		return damaged(err)
	}
	return nil
}

// readBounded reads a whole file of at most limit bytes.
func readBounded(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = fmt.Errorf("reading %s: more than %d bytes", path, limit)
	}
	return b, err
}

// hash returns the SHA-256 of b in hex.
func hash(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
