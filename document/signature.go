package document

import (
	"bytes"
	"cmp"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smallstep/pkcs7"

	"github.com/telaah/telaah/circular"
	"github.com/telaah/telaah/document/internal/layout"
	"github.com/telaah/telaah/document/internal/pdfium"
)

// byteRange finds which bytes of a PDF a signature covers (ISO 32000-1,
// 12.8.1): two ranges around the signature itself.
var byteRange = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]`)

// maxSignatures bounds the signatures of one file that are checked: each is a
// pass over the file.
const maxSignatures = 16

// signature is one electronic signature of a PDF as it was found.
type signature struct {
	circular.Signature
	covered int  // the bytes before it are those of the version that was signed; 0 where nobody knows
	grown   bool // more bytes stand behind those
}

// ErrTrust says that a trust list holds no certificate.
var ErrTrust = errors.New("no certificate in PEM")

// Roots reads a trust list: certificates in PEM, one behind the other.
func Roots(trust []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(trust) {
		return nil, ErrTrust
	}
	return pool, nil
}

// ranked are the states of a signature, those first that prove more.
var ranked = []circular.SignatureState{circular.SignatureTrusted, circular.SignatureIntact, circular.SignatureChanged, circular.SignatureUnchecked}

// lastSignature returns the signature of a PDF that proves most, and among those
// that prove as much the last: what stands behind the last signature of a known
// issuer was not signed, whoever signed it again. Nothing is asked of the network
// or the clock: a certificate is held against the time at which it says that it
// signed.
func lastSignature(data []byte, roots *x509.CertPool) (best signature) {
	found := byteRange.FindAllSubmatch(data, -1)
	for _, m := range found[max(0, len(found)-maxSignatures):] {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(string(m[i+1])) // at most 12 digits
		}
		s := checked(data, n, roots)
		if best.State == "" || cmp.Or(slices.Index(ranked, best.State)-slices.Index(ranked, s.State), s.covered-best.covered) >= 0 {
			best = s
		}
	}
	best.grown = best.State != "" && len(bytes.TrimSpace(data[best.covered:])) > 0
	return best
}

// checked checks the signature between two ranges of bytes, each a start and a
// length.
func checked(data []byte, n [4]int, roots *x509.CertPool) (s signature) {
	s.State = circular.SignatureChanged
	if n[0] != 0 || n[2] < n[1] || n[2]+n[3] > len(data) {
		return s // it covers what is not there
	}
	s.covered = n[2] + n[3]
	p, err := parsedSignature(bytes.TrimSpace(data[n[1]:n[2]]))
	if err != nil || len(p.Content) > 0 { // a time stamp signs something else than these bytes
		s.State = circular.SignatureUnchecked
		return s
	}
	p.Content = slices.Concat(data[:n[1]], data[n[2]:s.covered])
	s.State = proved(p.VerifyWithChainAtTime(nil, time.Time{}))
	signer := p.GetOnlySigner()
	if signer == nil {
		return s
	}
	s.Signer = squeeze(clean(signer.Subject.CommonName))
	s.Issuer = squeeze(clean(cmp.Or(signer.Issuer.CommonName, strings.Join(signer.Issuer.Organization, " "))))
	if s.State == circular.SignatureIntact && roots != nil && issued(signer, p, roots) {
		s.State = circular.SignatureTrusted
	}
	return s
}

// parsedSignature reads the hexadecimal string of a signature, which zeros fill
// up.
func parsedSignature(contents []byte) (*pkcs7.PKCS7, error) {
	if len(contents) < 2 || contents[0] != '<' || contents[len(contents)-1] != '>' {
		return nil, errors.New("no hexadecimal string")
	}
	der := make([]byte, hex.DecodedLen(len(contents)-2))
	if _, err := hex.Decode(der, contents[1:len(contents)-1]); err != nil {
		return nil, err
	}
	var whole asn1.RawValue
	if _, err := asn1.Unmarshal(der, &whole); err == nil {
		der = whole.FullBytes
	}
	return pkcs7.Parse(der)
}

// proved turns the error of a check into what it proves.
func proved(err error) circular.SignatureState {
	var other *pkcs7.MessageDigestMismatchError
	switch {
	case err == nil:
		return circular.SignatureIntact
	case errors.As(err, &other), errors.Is(err, rsa.ErrVerification), strings.HasSuffix(err.Error(), "verification failure"):
		return circular.SignatureChanged
	}
	return circular.SignatureUnchecked // an algorithm that is not known here, or no certificate
}

// issued reports whether a certificate comes from one of the roots, as of the
// time at which it says that it signed.
func issued(signer *x509.Certificate, p *pkcs7.PKCS7, roots *x509.CertPool) bool {
	at := signer.NotBefore
	var said time.Time
	if p.UnmarshalSignedAttribute(pkcs7.OIDAttributeSigningTime, &said) == nil {
		at = said
	}
	between := x509.NewCertPool()
	for _, c := range p.Certificates {
		between.AddCert(c)
	}
	_, err := signer.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
	return err == nil
}

// signed says what the electronic signature of a PDF proves. Where more was
// written behind it, the pages are held against those that were signed: lines
// that did not stand there are taken out of the text, and a page of which a
// picture was read counts as a whole.
func (j *job) signed(data []byte, e *pdfium.Engine, f *pdfium.Doc, pages []sheet) circular.Signature {
	var roots *x509.CertPool
	if len(j.Trust) > 0 {
		roots, _ = Roots(j.Trust) // a list of nobody trusts nobody
	}
	s := lastSignature(data, roots)
	if s.grown && (s.State == circular.SignatureTrusted || s.State == circular.SignatureIntact) {
		before, err := e.Open(data[:s.covered], j.Password)
		if err != nil {
			s.State = circular.SignatureChanged
			return s.Signature
		}
		defer before.Close()
		if changed(before, f, pages) {
			s.State = circular.SignatureChanged
		}
	} else if s.grown {
		s.State = circular.SignatureChanged
	}
	return s.Signature
}

// changed reports whether pages show something else than before, and takes the
// lines that are new out of them.
func changed(before, now *pdfium.Doc, pages []sheet) (any bool) {
	old := map[string]bool{}
	for i := range before.Pages() {
		p, _ := before.Page(i)
		for _, r := range newSheet(p).rows {
			old[r.Text()] = true
		}
	}
	for i := range pages {
		if i < before.Pages() && bytes.Equal(shownAs(before, i), shownAs(now, i)) {
			continue
		}
		any = true
		for s := &pages[i]; s != nil; s = s.beside {
			s.rows = slices.DeleteFunc(s.rows, func(r layout.Row) bool {
				isNew := s.picture || !old[r.Text()]
				if isNew {
					s.unsigned = append(s.unsigned, r)
				}
				return isNew
			})
		}
	}
	return any || before.Pages() > len(pages)
}

// shownAs returns the picture of a page.
func shownAs(f *pdfium.Doc, i int) (pixels []byte) {
	_, err := f.Render(i, hiddenDPI, hiddenPixels, func(bgrx []byte, _, _ int) { pixels = bytes.Clone(bgrx) })
	if err != nil {
		return nil
	}
	return pixels
}

// signatureWarnings says what a signature proves.
func signatureWarnings(s circular.Signature) []circular.Warning {
	by := ""
	if s.Signer != "" {
		by = " oleh “" + s.Signer + "”"
	}
	if s.Issuer != "" {
		by += ", sertifikat dari “" + s.Issuer + "”"
	}
	message := map[circular.SignatureState]string{
		circular.SignatureTrusted:   "Berkas ditandatangani secara elektronik" + by + "; tidak berubah sesudahnya dan penerbit sertifikatnya ada dalam daftar kepercayaan. Pencabutan sertifikat tidak diperiksa.",
		circular.SignatureIntact:    "Berkas ditandatangani secara elektronik" + by + "; tidak berubah sesudahnya, tetapi penerbit sertifikatnya tidak dikenal (daftar kepercayaan: --trust BERKAS).",
		circular.SignatureChanged:   "Berkas berubah setelah ditandatangani secara elektronik" + by + ": ada isi yang tidak dicakup tanda tangannya; isi itu tidak dinilai. Bandingkan dengan naskah yang ditandatangani.",
		circular.SignatureUnchecked: "Berkas bertanda tangan elektronik" + by + " yang tidak dapat diperiksa di sini; ia tidak bertambah sesudahnya.",
	}[s.State]
	if message == "" {
		return nil
	}
	return []circular.Warning{{Code: "signature-" + string(s.State), Message: message}}
}
