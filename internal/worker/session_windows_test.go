package worker

import (
	"os"
	"os/exec"
	"time"

	"github.com/telaah/telaah/internal/process"
)

func setSession(*exec.Cmd) {}

// computed returns for how long this process has computed.
func computed() time.Duration {
	cpu, _ := process.CPU(os.Getpid())
	return cpu
}

func kill(int) error { return nil }
