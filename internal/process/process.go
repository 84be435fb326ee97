// Package process limits programs that this one starts: by the time that they
// compute, and by the memory that they hold.
//
// A limit on time counts what a process computes, not what passes: on a machine
// that is busy with other work the clock runs on while the process waits. Only
// a process that neither computes nor ends, however long it is left, is ended
// by the clock.
package process

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"
)

// Why a process was ended.
var (
	ErrTime   = errors.New("the time of the process is over")
	ErrMemory = errors.New("the process took too much memory")
)

// Limits of a process.
type Limits struct {
	Time   time.Duration // of computing; see [Over]
	Memory int64         // resident, in bytes
}

// Patience is how many times its limit of computing time a process may live.
const Patience = 6

// lookEvery is how often [Run] looks at a process.
const lookEvery = 50 * time.Millisecond

// Over reports whether a process that computed for cpu, as far as that is known,
// and lived for wall has had its time. Where it is not known, the clock decides.
func Over(limit, cpu time.Duration, known bool, wall time.Duration) bool {
	if !known {
		return wall > limit
	}
	return cpu > limit || wall > Patience*limit
}

// Run runs cmd in a group of its own, and kills it when ctx ends or when it goes
// beyond its limits. Then the error wraps that of ctx, ErrTime or ErrMemory.
func Run(ctx context.Context, cmd *exec.Cmd, limits Limits) error {
	Isolate(cmd)
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	begun := time.Now()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	end := func(why error) error {
		Kill(cmd)
		<-done
		return why
	}
	for {
		select {
		case err := <-done:
			return err
		case <-ctx.Done():
			return end(ctx.Err())
		case <-look.C:
			cpu, known := CPU(cmd.Process.Pid)
			if wall := time.Since(begun); Over(limits.Time, cpu, known, wall) {
				return end(fmt.Errorf("%w: it computed for %v of %v", ErrTime, cpu.Round(time.Second), wall.Round(time.Second)))
			}
			if size, ok := Resident(cmd.Process.Pid); ok && size > limits.Memory {
				return end(fmt.Errorf("%w: %d MB", ErrMemory, size>>20))
			}
		}
	}
}
