package disk

import (
	"errors"
	"io"
	"os"
	"syscall"
	"time"
)

// syncDir does nothing: Windows has no way to sync a folder, and NTFS journals
// its names.
func syncDir(string) error { return nil }

// errSharing is ERROR_SHARING_VIOLATION: another process has the file open.
const errSharing = syscall.Errno(32)

// lock opens a file that no other process may open at the same time.
func lock(path string, patience time.Duration) (io.Closer, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	for waited := time.Duration(0); ; waited += lockPoll {
		h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
			syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
		if err == nil {
			return os.NewFile(uintptr(h), path), nil
		}
		if !errors.Is(err, errSharing) {
			return nil, &os.PathError{Op: "lock", Path: path, Err: err}
		}
		if waited >= patience {
			return nil, ErrLocked
		}
		time.Sleep(lockPoll)
	}
}
