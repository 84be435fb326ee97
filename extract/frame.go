package extract

// frame marks the frame of an official circular: letterhead, number block,
// title, addressees, signature block, tembusan.
func (d *doc) frame() {}
