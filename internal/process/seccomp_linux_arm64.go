package process

import "golang.org/x/sys/unix"

// auditArch names this machine to the kernel (AUDIT_ARCH_AARCH64).
const auditArch = 0xc00000b7

// Calls that only this machine has.
var (
	readerArch  []uint32
	programArch = []uint32{unix.SYS_ACCEPT, unix.SYS_RENAMEAT}
)
