package command

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/telaah/telaah/internal/account"
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
	s := serving{open: true}
	var noOpen bool
	cmd := a.command("serve", func(cmd *cobra.Command, _ []string) error {
		s.open = !noOpen && s.auth == ""
		return a.serve(cmd, s)
	})
	cmd.Args = a.needs(0, 0, "usage.no-args")
	flags := cmd.Flags()
	flags.StringVar(&s.listen, "listen", defaultListen, a.t("flag.listen"))
	flags.BoolVar(&noOpen, "no-open", false, a.t("flag.no-open"))
	flags.StringVar(&s.tesseract, "tesseract", "", a.t("flag.tesseract"))
	flags.StringVar(&s.trust, "trust", "", a.t("flag.trust"))
	flags.StringVar(&s.watch, "watch", "", a.t("flag.watch"))
	flags.StringVar(&s.auth, "auth", "", a.t("flag.auth"))
	flags.StringVar(&s.cert, "tls-cert", "", a.t("flag.tls-cert"))
	flags.StringVar(&s.key, "tls-key", "", a.t("flag.tls-key"))
	flags.BoolVar(&s.proxied, "behind-proxy", false, a.t("flag.behind-proxy"))
	flags.StringArrayVar(&s.hosts, "host", nil, a.t("flag.host"))
	return cmd
}

// serving is how the page is served.
type serving struct {
	listen    string
	tesseract string
	trust     string   // file of certificates, "" none
	open      bool     // in a browser
	watch     string   // folder
	auth      string   // file of accounts, "" none
	cert, key string   // files of the certificate, "" none
	proxied   bool     // behind a proxy that ends TLS
	hosts     []string // names by which readers ask for the server
}

// check holds that what is served to other machines is served to people with an
// account, and out of reach of those between.
func (s *serving) check(a *app) error {
	host, _, err := net.SplitHostPort(s.listen)
	ip := net.ParseIP(host)
	here := host == "localhost" || ip != nil && ip.IsLoopback()
	switch {
	case err != nil || !here && ip == nil && host != "":
		return &usageError{a.t("serve.address", s.listen), a.t("serve.address.hint")}
	case !here && s.auth == "":
		return &usageError{a.t("serve.loopback", s.listen), a.t("serve.loopback.hint")}
	case !here && s.cert == "" && !s.proxied:
		return &usageError{a.t("serve.plain", s.listen), a.t("serve.plain.hint")}
	case (s.cert == "") != (s.key == ""):
		return &usageError{a.t("serve.pair"), a.t("serve.pair.hint")}
	case s.proxied && len(s.hosts) == 0:
		return &usageError{a.t("serve.host"), a.t("serve.host.hint")}
	}
	return nil
}

// serve serves the page until the program is told to stop.
func (a *app) serve(cmd *cobra.Command, s serving) error {
	if err := s.check(a); err != nil {
		return err
	}
	certificate, err := s.certificate(a)
	if err != nil {
		return err
	}
	handler, done, err := a.pages(cmd, s, certificate)
	if err != nil {
		return err
	}
	defer done()
	l, err := listenNear(s.listen, cmd.Flag("listen") != nil && cmd.Flag("listen").Changed)
	if err != nil {
		return &usageError{a.t("serve.taken", s.listen), a.t("serve.taken.hint")}
	}
	url := "http://" + l.Addr().String() + "/"
	if certificate != nil {
		url = "https" + strings.TrimPrefix(url, "http")
		l = tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{*certificate}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}})
	}
	fmt.Fprintln(a.out, url)
	fmt.Fprintln(a.err, "telaah: "+a.t("serve.ready", a.corpusPath()))
	if s.open {
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
func (a *app) pages(cmd *cobra.Command, s serving, certificate *tls.Certificate) (http.Handler, func(), error) {
	read := reading{tesseract: s.tesseract, trust: s.trust, jobs: 2}
	o, err := read.options(a, cmd)
	if err != nil {
		return nil, nil, err
	}
	show := worker.New(2)
	w := web.Options{Corpus: a.corpusPath(), Lang: a.lang, Read: o, Show: show.Show, Watch: s.watch, Hosts: s.names(certificate), Secure: certificate != nil || s.proxied, Proxied: s.proxied}
	if s.auth != "" {
		if w.Door, err = account.Open(s.auth, nil); err != nil {
			return nil, nil, a.accountError(s.auth, err)
		}
		w.Log = slog.New(slog.NewTextHandler(a.err, nil)).Info
	}
	if s.watch != "" {
		if info, err := os.Stat(s.watch); err != nil || !info.IsDir() {
			return nil, nil, &usageError{a.t("serve.watch", s.watch), a.t("serve.watch.hint")}
		}
	}
	pages, err := web.New(w)
	if err != nil {
		return nil, nil, err
	}
	return pages, func() { pages.Close(); show.Close() }, nil
}

// certificate reads the certificate, nil where there is none.
func (s *serving) certificate(a *app) (*tls.Certificate, error) {
	if s.cert == "" {
		return nil, nil
	}
	c, err := tls.LoadX509KeyPair(s.cert, s.key)
	if err == nil && c.Leaf == nil {
		c.Leaf, err = x509.ParseCertificate(c.Certificate[0])
	}
	if err != nil {
		return nil, &usageError{a.t("serve.cert", s.cert, err), a.t("serve.cert.hint")}
	}
	return &c, nil
}

// names returns the names by which readers ask for the server: those given,
// those of its certificate, and the address that it listens on.
func (s *serving) names(c *tls.Certificate) (list []string) {
	for _, h := range s.hosts {
		list = append(list, strings.ToLower(h))
	}
	if host, _, err := net.SplitHostPort(s.listen); err == nil && host != "" {
		list = append(list, strings.ToLower(host))
	}
	if c != nil {
		for _, n := range c.Leaf.DNSNames {
			list = append(list, strings.ToLower(n))
		}
		for _, ip := range c.Leaf.IPAddresses {
			list = append(list, ip.String())
		}
	}
	return list
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
