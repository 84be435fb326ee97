//go:build unix

package process

import (
	"os/exec"
	"syscall"
)

// Isolate puts the process at the head of a group of its own, out of reach of
// Ctrl-C. It is called before the process starts.
func Isolate(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// Kill ends the process with its group.
func Kill(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) } // it may have ended
