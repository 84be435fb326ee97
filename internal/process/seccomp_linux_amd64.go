package process

import "golang.org/x/sys/unix"

// auditArch names this machine to the kernel (AUDIT_ARCH_X86_64).
const auditArch = 0xc000003e

// Calls that only this machine has.
var (
	readerArch  = []uint32{unix.SYS_EPOLL_WAIT, unix.SYS_ARCH_PRCTL, unix.SYS_POLL, unix.SYS_GETRLIMIT}
	programArch = []uint32{unix.SYS_ACCEPT, unix.SYS_FORK, unix.SYS_VFORK, unix.SYS_MKDIR, unix.SYS_MKNOD, unix.SYS_UNLINK, unix.SYS_RMDIR,
		unix.SYS_LINK, unix.SYS_SYMLINK, unix.SYS_RENAME, unix.SYS_RENAMEAT, unix.SYS_CREAT, unix.SYS_CHMOD, unix.SYS_CHOWN, unix.SYS_LCHOWN}
)
