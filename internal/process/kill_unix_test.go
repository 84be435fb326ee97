//go:build unix

package process

import "syscall"

func kill(pid int) error { return syscall.Kill(pid, 0) }
