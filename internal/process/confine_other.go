//go:build !linux && !darwin && !netbsd && !openbsd && !windows

package process

import "errors"

// Confine does nothing here: the parent watches the process.
func Confine() Confined { return Confined{} }

// Launches reports that Launch confines anything on this system.
const Launches = false

// Launch is not there: programs are started as they are.
func Launch([]string, []string, []string) error {
	return errors.New("programs cannot be confined on this system")
}
