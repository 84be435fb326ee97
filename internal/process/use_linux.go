package process

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// Resident returns the resident memory of a process in bytes.
func Resident(pid int) (int64, bool) {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0, false
	}
	f := bytes.Fields(b)
	if len(f) < 2 {
		return 0, false
	}
	pages, err := strconv.ParseInt(string(f[1]), 10, 64)
	return pages * int64(os.Getpagesize()), err == nil
}

// tick is the unit in which the kernel tells times of processes: USER_HZ is 100
// on every platform that Go supports.
const tick = 10 * time.Millisecond

// CPU returns for how long a process has computed, all its threads together.
func CPU(pid int) (time.Duration, bool) {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0, false
	}
	f := bytes.Fields(b[bytes.LastIndexByte(b, ')')+1:]) // behind the name, which may hold anything
	if len(f) < 13 {
		return 0, false
	}
	user, err1 := strconv.ParseInt(string(f[11]), 10, 64)
	system, err2 := strconv.ParseInt(string(f[12]), 10, 64)
	return time.Duration(user+system) * tick, err1 == nil && err2 == nil
}
