package synth

// dice answers questions from a seed. The answer depends on the seed and on
// the name of the question alone, never on what was asked before.
type dice uint64

// roll returns a number from 0 to n-1 for a question; n is at least 1.
func (d dice) roll(question string, n int) int {
	return int(d.hash(question) % uint64(n))
}

// chance reports true for one in n.
func (d dice) chance(question string, n int) bool { return d.roll(question, n) == 0 }

// pick returns one of some things.
func pick[T any](d dice, question string, from []T) T { return from[d.roll(question, len(from))] }

// shuffled returns a copy of some things in an order that the question fixes.
func shuffled[T any](d dice, question string, from []T) []T {
	out := append([]T(nil), from...)
	state := d.hash(question)
	for i := len(out) - 1; i > 0; i-- {
		state = mix(state)
		j := int(state % uint64(i+1))
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// hash mixes the question (FNV-1a) with the seed.
func (d dice) hash(question string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(question) {
		h = (h ^ uint64(question[i])) * 1099511628211
	}
	return mix(h ^ mix(uint64(d)))
}

// mix is the finaliser of SplitMix64: every bit of x moves every bit of the result.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
