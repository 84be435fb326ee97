package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// sample is one answer.
type sample struct {
	page   string
	status int
	first  time.Duration // to the first byte
	whole  time.Duration // to the last
}

// get opens a page and measures its first and its last byte.
func get(c *http.Client, url, page string) sample {
	begun := time.Now()
	resp, err := c.Get(url + page)
	if err != nil {
		return sample{page: kind(page)}
	}
	defer resp.Body.Close()
	var one [1]byte
	resp.Body.Read(one[:])
	s := sample{page: kind(page), status: resp.StatusCode, first: time.Since(begun)}
	io.Copy(io.Discard, resp.Body)
	s.whole = time.Since(begun)
	return s
}

// kind is the page without what it is about.
func kind(page string) string {
	path, query, _ := strings.Cut(page, "?")
	switch {
	case strings.HasPrefix(path, "/dokumen/") && strings.Contains(query, "halaman=1"):
		return "/dokumen/300"
	case strings.HasSuffix(path, ".png"):
		return "/dokumen/png"
	case strings.HasPrefix(path, "/dokumen/"):
		return "/dokumen/ID"
	case strings.Contains(query, "sejak="):
		return path + "?sejak"
	}
	return path
}

// report prints the times of each page.
func report(all []sample) {
	byPage := map[string][]sample{}
	var names []string
	for _, s := range all {
		if byPage[s.page] == nil {
			names = append(names, s.page)
		}
		byPage[s.page] = append(byPage[s.page], s)
	}
	slices.Sort(names)
	fmt.Printf("%-16s %6s  %9s %9s %9s  %9s %9s  statuses\n", "page", "n", "first p50", "p99", "largest", "whole p50", "p99")
	for _, name := range names {
		list := byPage[name]
		statuses := map[int]int{}
		for _, s := range list {
			statuses[s.status]++
		}
		first := at(list, func(s sample) time.Duration { return s.first })
		whole := at(list, func(s sample) time.Duration { return s.whole })
		fmt.Printf("%-16s %6d  %9s %9s %9s  %9s %9s  %v\n", name, len(list), first(0.5), first(0.99), first(1), whole(0.5), whole(0.99), statuses)
	}
}

// at returns what gives the duration below which a share of the samples lies.
func at(list []sample, of func(sample) time.Duration) func(share float64) string {
	var all []time.Duration
	for _, s := range list {
		all = append(all, of(s))
	}
	slices.Sort(all)
	return func(share float64) string { return short(all[int(share*float64(len(all)-1))]) }
}

func short(d time.Duration) string { return d.Round(100 * time.Microsecond).String() }

// single opens every page by itself, n times, and prints what the server spent
// on each: the time of one request, and its processor time.
func single(client *http.Client, url string, pages []string, n, pid int) error {
	byKind := map[string][]string{}
	var names []string
	for _, p := range pages {
		if byKind[kind(p)] == nil {
			names = append(names, kind(p))
		}
		byKind[kind(p)] = append(byKind[kind(p)], p)
	}
	fmt.Printf("%-16s %6s  %9s %9s %9s  %12s\n", "page, alone", "n", "least", "p50", "p99", "CPU/request")
	for _, name := range names {
		var list []sample
		get(client, url, byKind[name][0]) // what is worked out once
		before := processor(pid)
		for i := range n {
			s := get(client, url, byKind[name][i%len(byKind[name])])
			if s.status != http.StatusOK {
				return fmt.Errorf("%s: status %d", name, s.status)
			}
			list = append(list, s)
		}
		spent := (processor(pid) - before) / time.Duration(n)
		whole := at(list, func(s sample) time.Duration { return s.whole })
		fmt.Printf("%-16s %6d  %9s %9s %9s  %12s\n", name, n, whole(0), whole(0.5), whole(0.99), short(spent))
	}
	return nil
}

// processor returns the processor time that a process has used, in steps of
// 10 ms; 0 where the system does not tell.
func processor(pid int) time.Duration {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(b), ") ") // behind the name of the program
	f := strings.Fields(rest)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// memory returns the resident memory of a process in bytes, 0 where the system
// does not tell.
func memory(pid int) int64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	var kb int64
	for line := range strings.Lines(string(b)) {
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	return 0
}
