//go:build unix

package document

import (
	"os/exec"
	"syscall"
)

// limitProcess has cmd killed with all its children when its time is over.
func limitProcess(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
