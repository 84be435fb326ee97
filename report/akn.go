package report

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/telaah/telaah/circular"
)

// ErrNoAct is wrapped by the error for a record that has no act of its own.
var ErrNoAct = errors.New("the text is no circular with a number, year or day")

// aknNS is the namespace of Akoma Ntoso 3.0 (OASIS LegalDocML).
const aknNS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// WriteAKN writes the circular of a record as an Akoma Ntoso 3.0 document: its
// work, expression and manifestation with FRBR identifiers, the acts it names as
// references, and its text paragraph by paragraph in reading order.
func WriteAKN(w io.Writer, r *circular.Record) error {
	s := r.Subject()
	if s == nil || r.Text == nil || s.DateSigned.IsZero() && s.Year == 0 {
		return fmt.Errorf("%s: %w", r.Source.Path, ErrNoAct)
	}
	date := s.DateSigned.String()
	if date == "" {
		date = fmt.Sprintf("%04d-01-01", s.Year)
	}
	author := slugged(s.Issuer, "penerbit")
	work := "/akn/id/doc/surat-edaran/" + author + "/" + date[:4] + "/" + slugged(s.Number, "tanpa-nomor")
	p := &printer{w: w}
	at := func(level, this, date string, more string) {
		p.printf("        <%s>\n          <FRBRthis value=\"%s/!main\"/>\n          <FRBRuri value=\"%s\"/>\n          <FRBRdate date=\"%s\" name=\"penetapan\"/>\n          <FRBRauthor href=\"#%s\"/>\n%s        </%s>\n",
			level, this, this, date, author, more, level)
	}
	p.printf("%s<akomaNtoso xmlns=\"%s\">\n  <doc name=\"surat-edaran\">\n    <meta>\n      <identification source=\"#telaah\">\n", xml.Header, aknNS)
	at("FRBRWork", work, date, "          <FRBRcountry value=\"id\"/>\n"+element("FRBRnumber", s.Number)+element("FRBRname", calm(s.Title)))
	at("FRBRExpression", work+"/ind@"+date, date, "          <FRBRlanguage language=\"ind\"/>\n")
	at("FRBRManifestation", work+"/ind@"+date+".akn", date, "          <FRBRformat value=\"application/akn+xml\"/>\n")
	p.printf("      </identification>\n      <references source=\"#telaah\">\n")
	p.printf("        <TLCOrganization eId=\"telaah\" href=\"/akn/ontology/organization/id/telaah\" showAs=\"Telaah\"/>\n")
	p.printf("        <TLCOrganization eId=\"%s\" href=\"/akn/ontology/organization/id/%s\" showAs=\"%s\"/>\n", author, author, escape(calm(s.Issuer)))
	p.printf("      </references>\n    </meta>\n    <preface>\n      <p><docType>Surat Edaran</docType> <docNumber>%s</docNumber></p>\n      <p><docTitle>%s</docTitle></p>\n    </preface>\n    <mainBody>\n",
		escape(s.Number), escape(calm(s.Title)))
	for i, par := range aknParagraphs(r.Text) {
		num := ""
		if par.num != "" {
			num = "<num>" + escape(par.num) + "</num>"
		}
		p.printf("      <paragraph eId=\"para_%d\">%s<content><p>%s</p></content></paragraph>\n", i+1, num, escape(par.text))
	}
	p.printf("    </mainBody>\n  </doc>\n</akomaNtoso>\n")
	if p.err != nil {
		return fmt.Errorf("writing Akoma Ntoso: %w", p.err)
	}
	return nil
}

// element is an identification with a value, or nothing.
func element(name, value string) string {
	if value == "" {
		return ""
	}
	return "          <" + name + " value=\"" + escape(value) + "\"/>\n"
}

// slugged makes a part of an identifier.
func slugged(s, empty string) string {
	out := strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(s), "-"), "-")
	if out == "" {
		return empty
	}
	if out[0] >= '0' && out[0] <= '9' && empty == "penerbit" {
		out = "p-" + out // an identifier begins with a letter
	}
	return out
}

// aknParagraph is a numbered point or a paragraph of running text.
type aknParagraph struct{ num, text string }

// pointNumber is the number or letter in front of a point.
var pointNumber = regexp.MustCompile(`^\s*((?:\d{1,2}|[a-zA-Z]|[IVX]{1,5})[.)])\s+`)

// aknParagraphs parts a text at blank lines and numbered points, without headers,
// footers and page numbers.
func aknParagraphs(t *circular.Text) []aknParagraph {
	body := []byte(t.Body)
	for _, m := range t.Marks {
		switch m.Kind {
		case circular.MarkHeader, circular.MarkFooter, circular.MarkPageNumber:
			for i := m.Span.Start; i < m.Span.End && i < len(body); i++ {
				if body[i] != '\n' {
					body[i] = ' '
				}
			}
		}
	}
	var out []aknParagraph
	var open *aknParagraph
	for line := range strings.SplitSeq(strings.ReplaceAll(string(body), "\f", "\n"), "\n") {
		words := strings.Join(strings.Fields(line), " ")
		m := pointNumber.FindStringSubmatch(line)
		switch {
		case words == "":
			open = nil
		case m != nil:
			out = append(out, aknParagraph{m[1], strings.TrimSpace(strings.TrimPrefix(words, m[1]))})
			open = &out[len(out)-1]
		case open == nil:
			out = append(out, aknParagraph{text: words})
			open = &out[len(out)-1]
		default:
			open.text += " " + words
		}
	}
	return out
}
