//go:build !linux

package main

func ext4Cuts(bool, func([]string) []string) (int, error) {
	return 0, errSkipped{"file systems are mounted on Linux only"}
}

func fullDisks(bool, func([]string) []string) (int, error) {
	return 0, errSkipped{"file systems are mounted on Linux only"}
}
