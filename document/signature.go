package document

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/telaah/telaah/circular"
)

// byteRange finds which bytes of a PDF a signature covers (ISO 32000-1,
// 12.8.1): two ranges around the signature itself.
var byteRange = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]`)

// signatureWarnings says whether a PDF is signed and, if so, whether anything
// was put behind what its last signature covers. Whose signature it is, and
// whether it is genuine, is not looked at, and that is said.
func signatureWarnings(data []byte) []circular.Warning {
	found := byteRange.FindAllSubmatch(data, -1)
	if len(found) == 0 {
		return nil
	}
	covered := 0
	for _, m := range found {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(string(m[i+1])) // at most 12 digits
		}
		if n[0] == 0 && n[2] >= n[1] && n[2]+n[3] <= len(data) {
			covered = max(covered, n[2]+n[3])
		}
	}
	if len(bytes.TrimSpace(data[covered:])) > 0 {
		return []circular.Warning{{Code: "signature-changed",
			Message: "Berkas berubah setelah ditandatangani secara elektronik: ada isi yang tidak dicakup tanda tangannya; bandingkan dengan naskah yang ditandatangani."}}
	}
	return []circular.Warning{{Code: "signature-unchecked",
		Message: "Berkas bertanda tangan elektronik dan tidak berubah sesudahnya; keabsahan tanda tangannya tidak diperiksa di sini."}}
}
