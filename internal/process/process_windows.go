package process

import (
	"os/exec"
	"syscall"
	"time"
	"unsafe"
)

// Isolate starts the process without a window and out of reach of Ctrl-C. It is
// called before the process starts.
func Isolate(cmd *exec.Cmd) {
	const noWindow = 0x08000000
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP | noWindow}
}

// Kill ends the process, which is to start no others.
func Kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() } // it may have ended

// memoryInfo finds the memory of a process (PROCESS_MEMORY_COUNTERS).
var memoryInfo = syscall.NewLazyDLL("kernel32.dll").NewProc("K32GetProcessMemoryInfo")

// open opens a process to be asked about.
func open(pid int) (syscall.Handle, error) {
	const query, read = 0x0400, 0x0010
	return syscall.OpenProcess(query|read, false, uint32(pid))
}

// Resident returns the working set of a process in bytes.
func Resident(pid int) (int64, bool) {
	h, err := open(pid)
	if err != nil {
		return 0, false
	}
	defer syscall.CloseHandle(h)
	var c struct {
		size, faults           uint32
		peak, now              uintptr
		poolPeak, pool         uintptr
		nonPagedPeak, nonPaged uintptr
		pageFile, pageFilePeak uintptr
	}
	c.size = uint32(unsafe.Sizeof(c))
	ok, _, _ := memoryInfo.Call(uintptr(h), uintptr(unsafe.Pointer(&c)), uintptr(c.size))
	return int64(c.now), ok != 0
}

// CPU returns for how long a process has computed, all its threads together.
func CPU(pid int) (time.Duration, bool) {
	h, err := open(pid)
	if err != nil {
		return 0, false
	}
	defer syscall.CloseHandle(h)
	var created, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(h, &created, &ended, &kernel, &user); err != nil {
		return 0, false
	}
	ticks := func(t syscall.Filetime) time.Duration { // of 100 ns
		return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
	}
	return ticks(kernel) + ticks(user), true
}
