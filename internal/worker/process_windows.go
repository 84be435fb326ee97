package worker

import (
	"os"
	"os/exec"
	"syscall"
	"unsafe"
)

// environment returns the environment of a reader: what Windows itself needs
// to load a program.
func environment() []string { return []string{"SystemRoot=" + os.Getenv("SystemRoot")} }

// isolate starts the process without a window and out of reach of Ctrl-C.
func isolate(cmd *exec.Cmd) {
	const noWindow = 0x08000000
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP | noWindow}
}

// kill ends the process; a reader starts no others.
func kill(cmd *exec.Cmd) { cmd.Process.Kill() }

// memoryInfo finds the memory of a process (PROCESS_MEMORY_COUNTERS).
var memoryInfo = syscall.NewLazyDLL("kernel32.dll").NewProc("K32GetProcessMemoryInfo")

// resident returns the working set of a process in bytes.
func resident(pid int) (int64, bool) {
	const query, read = 0x0400, 0x0010
	h, err := syscall.OpenProcess(query|read, false, uint32(pid))
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
