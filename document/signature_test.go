package document

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/smallstep/pkcs7"

	"github.com/telaah/telaah/circular"
)

// authority is somebody who issues certificates.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// certify makes a certificate for a name, by its own key where issuer is nil.
func certify(t *testing.T, name string, issuer *authority) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(int64(len(name))), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, IsCA: issuer == nil, BasicConstraintsValid: true}
	by := &authority{c, key}
	if issuer != nil {
		by = issuer
	}
	der, err := x509.CreateCertificate(rand.Reader, c, by.cert, &key.PublicKey, by.key)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	return &authority{c, key}
}

func (a *authority) pem() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.cert.Raw})
}

// room is what a PDF keeps free for its signature, in hexadecimal digits.
const room = 8192

// unsignedField is the object of a signature that is to be made, and the field
// that holds it.
func unsignedField() []string {
	return []string{"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 ---------- ---------- ----------] /Contents <" + strings.Repeat("0", room) + "> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Sig1) /V 5 0 R /Rect [0 0 0 0] /P 3 0 R /F 132 >>"}
}

const fieldsOfSignature = "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>"

// sign fills in the signature of the last unsigned field of a PDF.
func sign(t *testing.T, data []byte, by, issuer *authority) []byte {
	t.Helper()
	data = bytes.Clone(data)
	from := bytes.LastIndex(data, []byte("/Contents <"+strings.Repeat("0", room))) + len("/Contents ")
	to := from + room + 2
	ranges := fmt.Sprintf("/ByteRange [0 %010d %010d %010d]", from, to, len(data)-to)
	copy(data[bytes.LastIndex(data[:from], []byte("/ByteRange")):], ranges)
	s, err := pkcs7.NewSignedData(append(bytes.Clone(data[:from]), data[to:]...))
	if err != nil {
		t.Fatal(err)
	}
	s.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := s.AddSignerChain(by.cert, by.key, []*x509.Certificate{issuer.cert}, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	s.Detach()
	der, err := s.Finish()
	if err != nil {
		t.Fatal(err)
	}
	copy(data[from+1:], hex.EncodeToString(der))
	return data
}

// update appends another version of an object to a PDF, as programs do that
// change a file.
func update(data []byte, number int, object string) []byte {
	var b bytes.Buffer
	b.Write(data)
	last := bytes.LastIndex(data, []byte("startxref\n"))
	var prev int
	fmt.Sscanf(string(data[last:]), "startxref\n%d", &prev)
	b.WriteByte('\n')
	at := b.Len()
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, object)
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF", number, at, 20, prev, xref)
	return b.Bytes()
}

// What a signature proves is what its bytes prove: who changed the file behind
// it is found out, whoever he is, and what he wrote is no rule.
func TestSignatures(t *testing.T) {
	page := func(percent string) string {
		return "BT /F1 11 Tf 70 700 Td (1. Instansi dapat melaksanakan tugas dari rumah) Tj 0 -20 Td (paling banyak " + percent + " persen dari jumlah pegawai.) Tj ET"
	}
	root, stranger := certify(t, "Otoritas Contoh", nil), certify(t, "Orang Lain", nil)
	mayor := certify(t, "Sari Wijaya", root)
	whole := sign(t, onePagePDF(page("50"), "", fieldsOfSignature, unsignedField()...), mayor, root)
	again := sign(t, update(update(whole, 4, stream("", page("90"))), 7, unsignedField()[0]), stranger, stranger)
	broken := bytes.Replace(whole, []byte("50 persen"), []byte("90 persen"), 1)
	garbage := bytes.Clone(whole)
	copy(garbage[bytes.Index(garbage, []byte("/Contents <"))+11:], strings.Repeat("ab", 2000))
	list := append(stranger.pem(), root.pem()...)

	for _, c := range []struct {
		name  string
		data  []byte
		trust []byte
		want  circular.SignatureState
		by    string
		apart string // what is no rule
	}{
		{"none", onePagePDF(page("50"), "", ""), list, "", "", ""},
		{"intact", whole, nil, circular.SignatureIntact, "Sari Wijaya", ""},
		{"by somebody else", whole, stranger.pem(), circular.SignatureIntact, "Sari Wijaya", ""},
		{"known", whole, list, circular.SignatureTrusted, "Sari Wijaya", ""},
		{"with a line end", append(bytes.Clone(whole), "\r\n"...), list, circular.SignatureTrusted, "Sari Wijaya", ""},
		{"a byte was changed", broken, list, circular.SignatureChanged, "Sari Wijaya", ""},
		{"appended", update(whole, 4, stream("", page("90"))), list, circular.SignatureChanged, "Sari Wijaya", "paling banyak 90 persen dari jumlah pegawai."},
		{"appended, nothing shows", update(whole, 8, "<< /Type /DSS >>"), list, circular.SignatureTrusted, "Sari Wijaya", ""},
		{"appended, signed by an unknown", again, root.pem(), circular.SignatureChanged, "Sari Wijaya", "paling banyak 90 persen dari jumlah pegawai."},
		{"appended, signed by nobody known", again, nil, circular.SignatureIntact, "Orang Lain", ""},
		{"no signature at its place", garbage, list, circular.SignatureUnchecked, "", ""},
		{"a range in a comment", append(bytes.Clone(update(whole, 4, stream("", page("90")))), "\n% /ByteRange [0 10 20 99999]"...), list, circular.SignatureChanged, "Sari Wijaya", "paling banyak 90 persen dari jumlah pegawai."},
	} {
		d, err := Read(context.Background(), c.name, c.data, Options{Trust: c.trust})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		apart := ""
		for _, m := range d.Text.Marks {
			if m.Kind == circular.MarkUnsigned {
				apart += d.Text.Slice(m.Span)
			}
		}
		got := d.Source.Signature
		if got.State != c.want || got.Signer != c.by || apart != c.apart {
			t.Errorf("%s: %+v, unsigned %q, want %s by %q, %q", c.name, got, apart, c.want, c.by, c.apart)
		}
		warned := false
		for _, w := range d.Warnings {
			warned = warned || w.Code == "signature-"+string(c.want)
		}
		if warned != (c.want != "") {
			t.Errorf("%s: warnings %v", c.name, d.Warnings)
		}
	}
}

func TestRoots(t *testing.T) {
	if _, err := Roots([]byte("no certificate")); err == nil {
		t.Error("a file without a certificate is a trust list")
	}
}
