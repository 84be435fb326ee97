//go:build unix

package worker

import (
	"os/exec"
	"syscall"
)

// environment returns the environment of a reader: none.
func environment() []string { return []string{} }

// isolate puts the process at the head of a group of its own.
func isolate(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// kill ends the process with its group.
func kill(cmd *exec.Cmd) { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
