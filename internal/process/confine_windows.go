package process

import (
	"errors"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Confine puts this process into a job of its own, in which it may start no
// other process and hold no more memory than the limits say. There is nothing
// here that keeps it from files and network: the parser of PDFs runs in a
// sandbox of its own, the others do not.
func Confine() (c Confined) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return c
	}
	var info windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_ACTIVE_PROCESS | windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY |
		windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | windows.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
	info.BasicLimitInformation.ActiveProcessLimit = 1
	info.ProcessMemoryLimit = jobMemory
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info)))
	if err == nil {
		err = windows.AssignProcessToJobObject(job, windows.CurrentProcess())
	}
	c.Limits = err == nil
	return c // the job lives as long as its handle: the process
}

// jobMemory is the most that a confined process may commit, in bytes.
const jobMemory = 2 << 30

// Launches reports that Launch works on this system.
const Launches = false

// Launch is not there: Windows cannot make one process another.
func Launch([]string, []string, []string) error {
	return errors.New("programs cannot be confined on this system")
}
