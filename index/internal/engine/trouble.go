package engine

import "fmt"

// What can be wrong with an engine on another machine.
const (
	Away          = "away"
	Slow          = "slow"
	Full          = "full"
	Denied        = "denied"
	NoIndex       = "no-index"
	OtherVersion  = "other-version"
	OtherServer   = "other-server"
	TooComplex    = "too-complex"
	Contended     = "contended"
	Misconfigured = "misconfigured"
	Strange       = "strange"
)

// Trouble says in one line why an engine on another machine gave no answer.
type Trouble struct {
	Code   string // one of the above
	Where  string // its address
	Detail string // in the engine's words, in one line
	Err    error  // what was behind it, or nil
}

// The messages, in both languages: where, then the detail.
var troubles = map[string]struct{ id, en string }{
	Away:          {"mesin pencari %s tidak dapat dihubungi (%s); periksa apakah ia berjalan, lalu ulangi", "the search engine %s cannot be reached (%s); see that it runs, then repeat"},
	Slow:          {"mesin pencari %s tidak menjawab pada waktunya (%s); ulangi nanti", "the search engine %s did not answer in time (%s); repeat later"},
	Full:          {"mesin pencari %s penuh atau terlalu sibuk (%s); beri ruang, lalu ulangi", "the search engine %s is full or too busy (%s); give it room, then repeat"},
	Denied:        {"mesin pencari %s menolak pengguna ini (%s); periksa berkas sandi", "the search engine %s refuses this user (%s); check the password file"},
	NoIndex:       {"mesin pencari %s belum punya indeks ini (%s); jalankan: telaah index push", "the search engine %s has no such index yet (%s); run: telaah index push"},
	OtherVersion:  {"indeks di mesin pencari %s dibuat versi Telaah yang lain (%s); jalankan: telaah index push", "the index in the search engine %s was made by another version of Telaah (%s); run: telaah index push"},
	OtherServer:   {"mesin pencari %s bukan OpenSearch 2.10 sampai dengan 3 (%s)", "the search engine %s is no OpenSearch from 2.10 to 3 (%s)"},
	TooComplex:    {"mesin pencari %s menolak kueri ini karena terlalu panjang (%s); pakai lebih sedikit kata", "the search engine %s refuses this query as too long (%s); use fewer words"},
	Contended:     {"dokumen yang sama sedang ditulis mesin lain di %s (%s); ulangi", "another machine is writing the same document in %s (%s); repeat"},
	Misconfigured: {"alamat mesin pencari %s tidak dapat dipakai: %s", "the address of the search engine %s cannot be used: %s"},
	Strange:       {"mesin pencari %s menjawab di luar dugaan: %s", "the search engine %s gave an unexpected answer: %s"},
}

// Error returns the message in Indonesian.
func (t *Trouble) Error() string { return t.Message("id") }

// Message returns one line in Indonesian, or in English where lang is "en".
func (t *Trouble) Message(lang string) string {
	m := troubles[t.Code]
	if lang == "en" {
		return fmt.Sprintf(m.en, t.Where, t.Detail)
	}
	return fmt.Sprintf(m.id, t.Where, t.Detail)
}

// Unwrap returns what was behind it.
func (t *Trouble) Unwrap() error { return t.Err }
