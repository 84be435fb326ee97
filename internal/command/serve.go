package command

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/internal/worker"
	"github.com/telaah/telaah/web"
)

// defaultListen is where the page is served.
const defaultListen = "127.0.0.1:8417"

// Limits of the server. Uploads come from this machine: they are quick.
const (
	headTimeout  = 10 * time.Second
	readTimeout  = 2 * time.Minute
	writeTimeout = 2 * time.Minute
	idleTimeout  = 2 * time.Minute
	stopTimeout  = 10 * time.Second
)

func serveCommand(a *app) *cobra.Command {
	var (
		listen    string
		noOpen    bool
		tesseract string
	)
	cmd := a.command("serve", func(cmd *cobra.Command, _ []string) error {
		return a.serve(cmd, listen, tesseract, !noOpen)
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	flags := cmd.Flags()
	flags.StringVar(&listen, "listen", defaultListen, a.t("flag.listen"))
	flags.BoolVar(&noOpen, "no-open", false, a.t("flag.no-open"))
	flags.StringVar(&tesseract, "tesseract", "", a.t("flag.tesseract"))
	return cmd
}

// serve serves the page until the program is told to stop.
func (a *app) serve(cmd *cobra.Command, listen, tesseract string, open bool) error {
	host, _, err := net.SplitHostPort(listen)
	if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return &usageError{a.t("serve.loopback", listen), a.t("serve.loopback.hint")}
	}
	handler, done, err := a.pages(cmd, tesseract)
	if err != nil {
		return err
	}
	defer done()
	l, err := listenNear(listen, cmd.Flag("listen") != nil && cmd.Flag("listen").Changed)
	if err != nil {
		return &usageError{a.t("serve.taken", listen), a.t("serve.taken.hint")}
	}
	url := "http://" + l.Addr().String() + "/"
	fmt.Fprintln(a.out, url)
	fmt.Fprintln(a.err, "telaah: "+a.t("serve.ready", a.corpusPath()))
	if open {
		openBrowser(url) // a reader without one types the address
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: headTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err = <-ended:
	case <-cmd.Context().Done():
		ctx, cancel := context.WithTimeout(context.Background(), stopTimeout)
		defer cancel()
		err = server.Shutdown(ctx)
	}
	if errors.Is(err, http.ErrServerClosed) || errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

// pages returns the handler of the pages, and what ends its work. Pages are drawn
// beside what is being read, so that they need not wait for it.
func (a *app) pages(cmd *cobra.Command, tesseract string) (http.Handler, func(), error) {
	read := reading{tesseract: tesseract, jobs: 2}
	o, err := read.options(a, cmd)
	if err != nil {
		return nil, nil, err
	}
	show := worker.New(2)
	s, err := web.New(web.Options{Corpus: a.corpusPath(), Lang: a.lang, Read: o, Show: show.Show})
	if err != nil {
		return nil, nil, err
	}
	return s, func() { s.Close(); show.Close() }, nil
}

// listenNear listens on an address; one that nobody asked for and that is taken
// gives way to any free port.
func listenNear(address string, asked bool) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil && !asked {
		return net.Listen("tcp", "127.0.0.1:0")
	}
	return l, err
}

// openBrowser shows an address in the reader's browser.
func openBrowser(url string) {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	case "darwin":
		name = "open"
	}
	if cmd := exec.Command(name, args...); cmd.Start() == nil {
		go cmd.Wait() // nobody looks at how it ended
	}
}
