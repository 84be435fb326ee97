//go:build darwin || netbsd || openbsd

package process

import (
	"fmt"
	"syscall"

	"golang.org/x/sys/unix"
)

// Confine limits the files that this process may write and its time of
// computing. There is nothing here that keeps it from files and network: the
// parser of PDFs runs in a sandbox of its own, the others do not.
func Confine() (c Confined) {
	c.Limits = true
	for _, l := range []struct {
		what int
		most uint64
	}{{unix.RLIMIT_FSIZE, 0}, {unix.RLIMIT_CORE, 0}, {unix.RLIMIT_CPU, hardTime}, {unix.RLIMIT_NOFILE, hardFiles}} {
		c.Limits = unix.Setrlimit(l.what, &unix.Rlimit{Cur: l.most, Max: l.most}) == nil && c.Limits
	}
	return c
}

// Launches reports that Launch confines anything on this system.
const Launches = false

// Launch makes this process the program that argv names.
func Launch(argv []string, _ []string, env []string) error {
	if err := syscall.Exec(argv[0], argv, env); err != nil {
		return fmt.Errorf("starting %s: %w", argv[0], err)
	}
	return nil
}
