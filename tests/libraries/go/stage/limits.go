package stage

// Limits is how often rate limits were met, and how often what they asked for was not done.
func Limits() (met int, broken int) {
	answer := Ask("limits", nil)
	return answer.Met, answer.Broken
}
