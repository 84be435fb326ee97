package process

// Confined says what protects the machine from a process that has been
// confined. What does not hold on a system is false there.
type Confined struct {
	Files    bool // it sees no file (Landlock)
	Calls    bool // it may make only the calls that computing needs (seccomp): no file, network, process
	Limits   bool // the system itself ends it at limits of memory, files and time (rlimits, job objects)
	NoRights bool // it and what it starts can gain no rights (no_new_privs)
}

// The limits that the system itself keeps on a confined process, far above
// those that its parent watches.
const (
	hardTime  = 3600    // seconds of computing
	hardSpace = 6 << 30 // bytes of address space that it may write to
	hardFiles = 24      // open files
)
