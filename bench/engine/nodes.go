package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// node is a node of OpenSearch that this program started.
type node struct {
	cmd   *exec.Cmd
	alive io.Closer // its standard input: it ends with it
	url   string
}

// httpPort is that of the first node; the others follow.
const httpPort = 19220

// start starts so many nodes in one cluster, below a folder.
func start(dir string, count int) (nodes []*node, err error) {
	defer func() {
		if err != nil {
			stop(nodes)
		}
	}()
	var ports []string
	for i := range count {
		ports = append(ports, strconv.Itoa(httpPort+100+i))
	}
	for i := range count {
		args := []string{filepath.Join(dir, fmt.Sprintf("node-%d", i+1)), fmt.Sprintf("node-%d", i+1), strconv.Itoa(httpPort + i), ports[i]}
		if count > 1 {
			args = append(append(args, ports[:i]...), ports[i+1:]...)
		}
		n := &node{cmd: exec.Command("bench/engine/node/node.sh", args...), url: fmt.Sprintf("http://127.0.0.1:%d", httpPort+i)}
		n.cmd.Stderr = os.Stderr
		in, err := n.cmd.StdinPipe()
		if err != nil {
			return nodes, err
		}
		out, err := n.cmd.StdoutPipe()
		if err != nil {
			return nodes, err
		}
		if err := n.cmd.Start(); err != nil {
			return nodes, err
		}
		n.alive = in
		nodes = append(nodes, n)
		go func() { // whatever it says
			for s := bufio.NewScanner(out); s.Scan(); {
			}
		}()
	}
	return nodes, healthy(context.Background(), nodes[0].url, "", count, 3*time.Minute)
}

// stop ends the nodes.
func stop(nodes []*node) {
	for _, n := range nodes {
		n.alive.Close()
	}
	for _, n := range nodes {
		_ = n.cmd.Wait()
	}
}

// healthy waits until an index, or the whole cluster where it is "", has all copies
// on so many nodes.
func healthy(ctx context.Context, url, index string, nodes int, patience time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		path := fmt.Sprintf("%s/_cluster/health/%s?wait_for_status=green&wait_for_nodes=%%3E%%3D%d&timeout=5s", url, index, nodes)
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
		if err != nil {
			return err
		}
		if res, err := http.DefaultClient.Do(req); err == nil {
			body, _ := io.ReadAll(res.Body)
			res.Body.Close()
			if res.StatusCode == http.StatusOK && strings.Contains(string(body), `"timed_out":false`) {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s is not whole: %w", url, ctx.Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
}
