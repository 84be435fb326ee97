package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/telaah/telaah/internal/disk"
)

// writeFile puts b under a name of the corpus: when it returns nil the file
// survives a power cut, and when it does not, the name holds what it held
// before or b, never a part of b.
func (s *Store) writeFile(name string, b []byte) error {
	tmp, err := s.prepare(name, b)
	if err != nil {
		return err
	}
	return s.commit(tmp, name)
}

// prepare writes b durably under a temporary name in the folder of name, and
// returns that; commit gives it its name.
func (s *Store) prepare(name string, b []byte) (tmp string, err error) {
	path := s.path(name)
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing %s: %w", name, err)
		}
	}()
	if err := disk.MkdirAll(s.disk, filepath.Dir(path)); err != nil {
		return "", err
	}
	var f disk.File
	for n := 0; ; n++ { // what a crash left may have the name
		tmp = filepath.Join(filepath.Dir(path), fmt.Sprintf("%s%d-%s", tempPrefix, n, filepath.Base(path)))
		if f, err = s.disk.Create(tmp); err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) || n > 99 {
			return "", err
		}
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = s.disk.Remove(tmp) // the next writer sweeps it
		return "", err
	}
	return tmp, nil
}

// commit gives what prepare wrote its name, durably.
func (s *Store) commit(tmp, name string) error {
	path := s.path(name)
	err := s.disk.Rename(tmp, path)
	if err == nil {
		err = s.disk.SyncDir(filepath.Dir(path))
	}
	if err != nil {
		_ = s.disk.Remove(tmp) // the next writer sweeps it
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// removeFile removes a file durably; a missing one is no error.
func (s *Store) removeFile(name string) error {
	path := s.path(name)
	if err := s.disk.Remove(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return fmt.Errorf("removing %s: %w", name, err)
	}
	return s.disk.SyncDir(filepath.Dir(path))
}

// moveFile moves a file durably; a missing one is no error.
func (s *Store) moveFile(from, to string) error {
	a, b := s.path(from), s.path(to)
	err := disk.MkdirAll(s.disk, filepath.Dir(b))
	if err == nil {
		err = s.disk.Rename(a, b)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = s.disk.SyncDir(filepath.Dir(b))
	}
	if err == nil {
		err = s.disk.SyncDir(filepath.Dir(a))
	}
	if err != nil {
		return fmt.Errorf("moving %s to %s: %w", from, to, err)
	}
	return nil
}

// sweep removes the temporary files that a crashed writer left; the lock must
// be held. An original without a record stays: it may be all that damage left.
func (s *Store) sweep() error {
	for _, dir := range append([]string{""}, shardedDirs...) {
		shards := []string{""}
		if dir != "" {
			var err error
			if shards, err = s.disk.List(s.path(dir)); errors.Is(err, fs.ErrNotExist) {
				continue
			} else if err != nil {
				return fmt.Errorf("sweeping corpus: %w", err)
			}
		}
		for _, shard := range shards {
			folder := filepath.Join(s.path(dir), shard)
			names, err := s.disk.List(folder)
			if err != nil {
				continue // no folder
			}
			for _, n := range names {
				if strings.HasPrefix(n, tempPrefix) {
					if err := s.disk.Remove(filepath.Join(folder, n)); err != nil {
						return fmt.Errorf("sweeping corpus: %w", err)
					}
				}
			}
		}
	}
	return nil
}

// sum is the second line of a sealed file.
type sum struct {
	SHA256 string `json:"sha256"`
}

// seal writes a value as one line of JSON and its SHA-256 as a second line. It
// returns that sum, too.
func seal(v any) (sealed []byte, digest string, err error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, "", err
	}
	digest = hash(b.Bytes()[:b.Len()-1])
	second, err := json.Marshal(sum{digest})
	if err != nil {
		return nil, "", err
	}
	return append(append(b.Bytes(), second...), '\n'), digest, nil
}

// unseal reads what seal wrote into v and returns its sum. It fails where one
// byte differs, with a *DamageError.
func (s *Store) unseal(id, name string, v any) (digest string, err error) {
	b, err := disk.ReadFile(s.disk, s.path(name), maxStored)
	if err != nil {
		return "", err
	}
	damaged := func(err error) error { return &DamageError{ID: id, File: name, Err: err} }
	first, second, ok := bytes.Cut(b, []byte("\n"))
	if !ok {
		return "", damaged(errors.New("cut short"))
	}
	digest = hash(first)
	if string(second) != `{"sha256":"`+digest+"\"}\n" {
		return "", damaged(errors.New("its bytes do not match their checksum"))
	}
	if err := json.Unmarshal(first, v); err != nil {
		return "", damaged(err)
	}
	return digest, nil
}

// hash returns the SHA-256 of b in hex.
func hash(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
