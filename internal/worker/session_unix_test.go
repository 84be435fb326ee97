//go:build unix

package worker

import (
	"os/exec"
	"syscall"
	"time"
)

func setSession(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// computed returns for how long this process has computed, without a file.
func computed() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func kill(pid int) error { return syscall.Kill(pid, 0) }
