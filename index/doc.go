// Package index is the search over clauses and circulars. It holds one document
// for each clause and one, its card, for each circular a source is about, or for
// the source where it is about none, and is always disposable: whatever it holds comes from records and can be rebuilt
// from them.
//
// An index lies in a folder of its own:
//
//	DIR/CURRENT      the name of the folder in use, such as "v5.5f1c09aa-000003"
//	DIR/v5.5f1c09aa-000003/
//	                 the engine's files; in front of the number stands the version of
//	                 fields, analysis and lexicon
//
// A rebuild fills a new folder, makes it durable and then replaces CURRENT, so
// that a power cut leaves either the old index or the new one. One process owns
// an index; another gets [ErrLocked] within a second.
//
// The same records and the same query give the same result, in whatever order
// the records came and however the engine laid them out.
package index
