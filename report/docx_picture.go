package report

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
)

// emu is how many of the units of pictures make a twentieth of a point.
const emu = 635

// clipDPI is how fine clips are drawn: pages of A4 come 1240 pixels wide.
const clipDPI = 150

// picture writes a PNG in a paragraph of its own, as wide as it was on its page
// and never wider than the text. alt tells what it shows.
func (d *word) picture(data []byte, alt string) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width == 0 || size.Height == 0 {
		return
	}
	d.media = append(d.media, data)
	n := len(d.media)
	w := min(size.Width*1440/clipDPI, textWidth-720)
	h := w * size.Height / size.Width
	d.b.WriteString(`<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:drawing>` +
		fmt.Sprintf(`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="clip%d" descr="%s"/>`, w*emu, h*emu, n, n, escape(alt)) +
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		fmt.Sprintf(`<pic:nvPicPr><pic:cNvPr id="%d" name="clip%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="clip%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, n, n, n) +
		fmt.Sprintf(`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`, w*emu, h*emu) +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
}

// mediaRels are the relationships of the document with its pictures.
func (d *word) mediaRels() string {
	var b strings.Builder
	for i := range d.media {
		fmt.Fprintf(&b, `<Relationship Id="clip%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/clip%d.png"/>`, i+1, i+1)
	}
	return strings.Replace(documentRels, "</Relationships>", b.String()+"</Relationships>", 1)
}
