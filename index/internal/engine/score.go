package engine

import "math"

// The parameters of BM25, the formula of scores.
const (
	bm25K = 1.2
	bm25B = 0.5 // clauses are short: length says little

	// averageLength is the length of a text in words that scores take for the
	// average. It is fixed, so that a score does not depend on other documents'
	// lengths, of which an engine does not know which are gone.
	averageLength = 20
)

// BoostNear is what words that stand side by side as in the query count, beside
// the lesser of their units.
const BoostNear = 0.5

// Behind is what the score of a passage counts beside that of a clause: next to
// nothing, so that it comes behind them.
const Behind = 1e-3

// Factor returns the part of a score that comes from how often a word stands in
// a text of the length that norm, 1/sqrt(length), stands for: in hundredths, 0
// to 220, so that it fits a byte.
func Factor(frequency uint64, norm float64) uint8 {
	tf := float64(frequency)
	length := 1.0
	if norm > 0 {
		length = bm25B/(norm*norm*averageLength) + 1 - bm25B
	}
	return uint8(math.Round(100 * tf * (bm25K + 1) / (tf + bm25K*length)))
}

// Weights returns what each unit counts: the more, the fewer documents have it,
// by whichever of its branches. So a word counts the same as its synonyms.
func Weights(documents uint64, units []uint64) []float64 {
	out := make([]float64, len(units))
	for u, n := range units {
		out[u] = math.Log1p((float64(documents) - float64(n) + 0.5) / (float64(n) + 0.5))
	}
	return out
}

// Rounded returns the score as it is compared and shown. Six digits are enough,
// and part no equals by an error of rounding.
func Rounded(score float64, sunk bool) float64 {
	if sunk {
		score *= Behind
	}
	return math.Round(score*1e6) / 1e6
}
