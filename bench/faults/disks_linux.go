package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// mounted runs do on a mounted file system, where this machine allows that.
func mounted(at string, do func() error, args ...string) error {
	if err := os.MkdirAll(at, 0o777); err != nil {
		return err
	}
	if out, err := exec.Command("mount", append(args, at)...).CombinedOutput(); err != nil {
		return errSkipped{"mounting is not possible here: " + strings.TrimSpace(string(out)+" "+err.Error())}
	}
	err := do()
	for range 50 { // somebody may still look
		if out, e := exec.Command("umount", at).CombinedOutput(); e == nil {
			return err
		} else if !strings.Contains(string(out), "busy") {
			return errors.Join(err, fmt.Errorf("unmounting: %w: %s", e, out))
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errors.Join(err, errors.New("unmounting: it stays busy"))
}

// ext4Cuts cuts the power of an ext4 file system again and again while an ingest
// writes it: the program is stopped, and what of the file system has reached the
// device by then is mounted as after a power cut. What was acknowledged must be
// there.
func ext4Cuts(short bool, more func([]string) []string) (cuts int, err error) {
	want, documents := 100, 40
	if short {
		want, documents = 3, 20
	}
	if os.Geteuid() != 0 {
		return 0, errSkipped{"only root may mount"}
	}
	if _, err := exec.LookPath("mkfs.ext4"); err != nil {
		return 0, errSkipped{"mkfs.ext4 is not here"}
	}
	tmp, folder, err := workplace(documents)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	rnd := rand.New(rand.NewPCG(13, 17))
	for cuts < want {
		image := filepath.Join(tmp, "disk")
		if err := os.WriteFile(image, nil, 0o666); err != nil {
			return cuts, err
		}
		if err := os.Truncate(image, 48<<20); err != nil {
			return cuts, err
		}
		if out, err := exec.Command("mkfs.ext4", "-q", "-F", image).CombinedOutput(); err != nil {
			return cuts, fmt.Errorf("mkfs.ext4: %w: %s", err, out)
		}
		at := filepath.Join(tmp, "mnt")
		n, err := 0, error(nil)
		if err = mounted(at, func() error {
			n, err = cutsOf(image, at, folder, filepath.Join(tmp, "left"), min(want-cuts, 12), rnd, more)
			return err
		}, "-o", "loop", image); err != nil {
			return cuts + n, err
		}
		cuts += n
	}
	return cuts, nil
}

// cutsOf makes up to n cuts in one ingest.
func cutsOf(image, at, folder, left string, n int, rnd *rand.Rand, more func([]string) []string) (cuts int, err error) {
	cmd, err := telaah("ingest", "--corpus", filepath.Join(at, "korpus"), "--format", "json", "--jobs", "1", folder)
	if err != nil {
		return 0, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	var s saved
	told, ended := make(chan int, 1000), make(chan struct{})
	go func() {
		s.follow(out, func(n int) { told <- n })
		close(ended)
	}()
	defer func() {
		_ = cmd.Process.Kill() // it may be done
		<-ended
		_ = cmd.Wait()
	}()
	for cuts < n {
		select {
		case <-told:
		case <-ended:
			return cuts, nil
		}
		time.Sleep(time.Duration(rnd.IntN(8000)) * time.Microsecond)
		if err := cmd.Process.Signal(syscall.SIGSTOP); err != nil {
			return cuts, nil // it is done
		}
		acknowledged := s.list()
		if out, err := exec.Command("cp", "--sparse=always", image, left).CombinedOutput(); err != nil {
			return cuts, fmt.Errorf("cp: %w: %s", err, out)
		}
		if err := cmd.Process.Signal(syscall.SIGCONT); err != nil {
			return cuts, err
		}
		err := mounted(left+"-mnt", func() error { return allThere(filepath.Join(left+"-mnt", "korpus"), more(acknowledged)) }, "-o", "loop", left)
		if err != nil {
			return cuts, fmt.Errorf("cut behind %d documents: %w", len(acknowledged), err)
		}
		cuts++
	}
	return cuts, nil
}

// fullDisks takes letters in until the disk has no more bytes, then no more
// inodes: what was acknowledged is there and found meanwhile, and all of it once
// there is space.
func fullDisks(short bool, more func([]string) []string) (acknowledged int, err error) {
	if os.Geteuid() != 0 {
		return 0, errSkipped{"only root may mount"}
	}
	tmp, folder, err := workplace(150)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(tmp)
	for _, full := range []string{"size=1500k", "nr_inodes=200"} {
		at := filepath.Join(tmp, full)
		err := mounted(at, func() error {
			dir := filepath.Join(at, "korpus")
			ids, err := takeIn(dir, folder)
			if err == nil {
				return fmt.Errorf("%s: the disk is not full", full)
			}
			acknowledged += len(ids)
			if err := allThere(dir, more(ids)); err != nil {
				return fmt.Errorf("%s: %w", full, err)
			}
			if out, err := exec.Command("mount", "-o", "remount,size=100m,nr_inodes=10000", at).CombinedOutput(); err != nil {
				return fmt.Errorf("more space: %w: %s", err, out)
			}
			if ids, err = takeIn(dir, folder); err != nil || len(ids) != 150 {
				return fmt.Errorf("%s: with space, %d of 150 are there: %v", full, len(ids), err)
			}
			return allThere(dir, ids)
		}, "-t", "tmpfs", "-o", full, "tmpfs")
		if err != nil {
			return acknowledged, err
		}
	}
	return acknowledged, nil
}

// takeIn runs an ingest and returns what it acknowledged as saved or known.
func takeIn(dir, folder string) ([]string, error) {
	cmd, err := telaah("ingest", "--corpus", dir, "--format", "json", folder)
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var s saved
	s.follow(out, func(int) {})
	return s.list(), cmd.Wait()
}
