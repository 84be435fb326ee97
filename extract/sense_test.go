package extract_test

import "testing"

// The least number of wordings that give the clause. They may only rise.
const (
	senseFloor  = 500
	hiddenFloor = 50
)

// TestSense holds that no wording of a rule comes out with its sense turned round: direction, negation, relief,
// exception, or who is meant. Each suite says one rule in many words. A wording may be missed, never reversed.
func TestSense(t *testing.T) {
	if sum := held(t, "sense"); sum[outcomeSame] < senseFloor {
		t.Errorf("%d wordings gave the clause, below %d", sum[outcomeSame], senseFloor)
	}
}

// TestInvented holds that what is no rule of the circular makes none: practice, plan, example, another region's
// rule, figures of other things, proposals, opinions, headlines, questions, what is denied or held earlier.
func TestInvented(t *testing.T) { held(t, "invented") }

// TestHidden holds that a rule keeps its mode and its group: with another one a deviation is hidden, or one is
// found against those who obey.
func TestHidden(t *testing.T) {
	if sum := held(t, "hidden"); sum[outcomeSame] < hiddenFloor {
		t.Errorf("%d wordings gave the clause, below %d", sum[outcomeSame], hiddenFloor)
	}
}
