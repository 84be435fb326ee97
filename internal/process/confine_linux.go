package process

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/landlock-lsm/go-landlock/landlock"
	"golang.org/x/sys/unix"
)

// Confine takes from this process, for good, what reading a file needs not: it
// can open no file, reach no network, start nothing, and signal nobody. What is
// open stays open. It reports what of that the kernel keeps.
func Confine() (c Confined) {
	c.Limits = setLimits(0, hardSpace)
	c.NoRights = unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == nil
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0) // no core, no ptrace
	c.Files = landlock.V6.BestEffort().Restrict() == nil && landlocked()
	c.Calls = filterCalls(readerCalls)
	return c
}

// setLimits sets the limits of the system: written files of at most size bytes,
// and so much memory.
func setLimits(size, space uint64) bool {
	ok := true
	for _, l := range []struct {
		what int
		most uint64
	}{
		{unix.RLIMIT_FSIZE, size}, {unix.RLIMIT_CORE, 0}, {unix.RLIMIT_NOFILE, hardFiles},
		{unix.RLIMIT_CPU, hardTime}, {unix.RLIMIT_DATA, space}, {unix.RLIMIT_MEMLOCK, 0},
	} {
		limit := unix.Rlimit{Cur: l.most, Max: l.most}
		ok = unix.Setrlimit(l.what, &limit) == nil && ok
	}
	return ok
}

// landlocked reports whether files are out of reach by now: the kernel may not
// know Landlock.
func landlocked() bool {
	_, err := os.ReadDir("/")
	return err != nil
}

// Launches reports that Launch works on this system.
const Launches = true

// programSpace is the memory that a program started by Launch may write to.
const programSpace = 3 << 30

// Launch confines this process and makes it the program that argv names, with
// its arguments: that can read the folders of libraries, its own and read, but
// write nothing, reach no network, and start no other program. It returns only
// where that fails.
func Launch(argv []string, read []string, env []string) error {
	program, err := filepath.EvalSymlinks(argv[0])
	if err != nil {
		return fmt.Errorf("starting %s: %w", argv[0], err)
	}
	setLimits(0, programSpace)
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("starting %s: %w", argv[0], err)
	}
	libraries := []string{"/lib", "/lib64", "/lib32", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt", "/nix/store", filepath.Dir(program)}
	rules := []landlock.Rule{
		landlock.RODirs(libraries...).IgnoreIfMissing(),
		landlock.RODirs(append(read, "/usr/share", "/usr/local/share", "/etc/ld.so.conf.d", "/sys/devices/system/cpu")...).IgnoreIfMissing(),
		landlock.ROFiles("/etc/ld.so.cache", "/etc/ld.so.conf", "/proc/cpuinfo", "/proc/meminfo", "/dev/null").IgnoreIfMissing(),
	}
	_ = landlock.V6.BestEffort().Restrict(rules...) // an old kernel has the rest
	filterCalls(programCalls)
	if err := syscall.Exec(program, argv, env); err != nil {
		return fmt.Errorf("starting %s: %w", argv[0], err)
	}
	return nil
}
