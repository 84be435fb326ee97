package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/telaah/telaah/internal/disk"
)

// Backup copies the corpus in dir to the folder to, which is empty, missing, or
// an earlier backup of it, and returns how many files it copied. It may be served
// and written to meanwhile: most is copied without a lock, and then, under the
// lock, what has changed since. The search index is left out: it is built
// anew. A file is copied when size or time differ from those of its copy.
func Backup(dir, to string) (copied int, err error) {
	st, err := Open(dir)
	if err != nil {
		return 0, err
	}
	if err := backupTarget(dir, to); err != nil {
		return 0, err
	}
	if copied, err = mirror(st.dir, to); err != nil {
		return copied, err
	}
	lock, err := disk.OS{}.Lock(st.path(lockFile), backupPatience)
	if errors.Is(err, disk.ErrLocked) {
		who, _ := disk.ReadFile(st.disk, st.path(writerFile), 1<<10)
		return copied, fmt.Errorf("locking corpus %s: %w", dir, &BusyError{strings.TrimSpace(string(who))})
	}
	if err != nil {
		return copied, fmt.Errorf("locking corpus %s: %w", dir, err)
	}
	defer lock.Close()
	n, err := mirror(st.dir, to)
	return copied + n, err
}

// backupPatience is how long a backup waits for a writer.
const backupPatience = time.Minute

// notBackedUp are the files that are no part of what is kept.
var notBackedUp = []string{lockFile, writerFile, indexDir}

// backupTarget holds that a folder is empty, missing or a corpus.
func backupTarget(dir, to string) error {
	from, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	there, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(from, there); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return fmt.Errorf("backup to %s: %w", to, ErrForeign)
	}
	if _, err = Open(to); errors.Is(err, ErrNoCorpus) {
		return nil
	}
	return err
}

// mirror makes the folder to hold the files that from has, and no others.
func mirror(from, to string) (copied int, err error) {
	seen := map[string]bool{}
	err = filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a temporary file of a writer
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		for _, name := range notBackedUp {
			if rel == name && d.IsDir() {
				return filepath.SkipDir
			} else if rel == name {
				return nil
			}
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), disk.FolderMode)
		}
		if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), tempPrefix) {
			return nil
		}
		seen[rel] = true
		did, err := copyFile(path, filepath.Join(to, rel))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if did {
			copied++
		}
		return err
	})
	if err == nil {
		err = prune(to, seen)
	}
	if err != nil {
		return copied, fmt.Errorf("backup: %w", err)
	}
	return copied, nil
}

// prune removes the files of an earlier backup that are no more.
func prune(to string, keep map[string]bool) error {
	return filepath.WalkDir(to, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if rel, err := filepath.Rel(to, path); err != nil || keep[rel] || strings.HasPrefix(rel, indexDir+string(filepath.Separator)) {
			return err
		}
		return os.Remove(path)
	})
}

// copyFile copies a file where its copy is not as it is, durably and with its
// time. The copy has its name only when it is whole.
func copyFile(from, to string) (did bool, err error) {
	in, err := os.Open(from)
	if err != nil {
		return false, err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return false, err
	}
	if have, err := os.Stat(to); err == nil && have.Size() == info.Size() && have.ModTime().Equal(info.ModTime()) {
		return false, nil
	}
	tmp := filepath.Join(filepath.Dir(to), tempPrefix+filepath.Base(to))
	out, err := os.OpenFile(tmp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, info.Mode().Perm())
	if err != nil {
		return false, err
	}
	_, err = io.Copy(out, in)
	err = errors.Join(err, out.Sync(), out.Close())
	if err == nil {
		err = os.Chtimes(tmp, time.Now(), info.ModTime())
	}
	if err == nil {
		err = os.Rename(tmp, to)
	}
	if err != nil {
		os.Remove(tmp)
		return false, err
	}
	return true, disk.OS{}.SyncDir(filepath.Dir(to))
}
