// Package steps takes steps one after the other and prints a line for each, as the runner wants it (see ../../run.js).
package steps

import (
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// Patience is how long what is waited for may take. Nothing passes or fails by how fast it was.
const Patience = 20 * time.Second

// Step is one of the steps, by the name that the runner knows it by.
type Step struct {
	Name string
	Take func()
	// Without says why there is none.
	Without string
}

// Take takes the steps in their order. Without the first, none of the others makes sense.
func Take(all []Step) {
	for number, step := range all {
		if step.Without != "" {
			fmt.Printf("skipped %s %s\n", step.Name, step.Without)
			continue
		}
		why := attempt(step.Take)
		if why == "" {
			fmt.Printf("ok %s\n", step.Name)
			continue
		}
		fmt.Printf("failed %s %s\n", step.Name, why)
		if number == 0 {
			return
		}
	}
}

func attempt(step func()) (why string) {
	defer func() {
		if failure := recover(); failure != nil {
			fmt.Fprintf(os.Stderr, "%v\n%s\n", failure, debug.Stack())
			why = strings.Join(strings.Fields(fmt.Sprint(failure)), " ")
		}
	}()
	step()
	return ""
}

// Must fails the step when there is an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Get is a result that must have come without an error.
func Get[T any](result T, err error) T {
	Must(err)
	return result
}

// Equal fails the step when the two differ.
func Equal(actual any, expected any) {
	if !reflect.DeepEqual(actual, expected) {
		panic(fmt.Sprintf("%v is not %v", actual, expected))
	}
}

// Check fails the step unless what is said holds.
func Check(what string, holds bool) {
	if !holds {
		panic("not so: " + what)
	}
}

// Await is the next of what is waited for.
func Await[T any](what string, channel <-chan T) T {
	select {
	case value := <-channel:
		return value
	case <-time.After(Patience):
		panic("never came: " + what)
	}
}

const (
	burst = 25
	// A slow machine meets no limit with a few.
	bursts = 8
)

// UntilLimited sends more than may be sent at once until a rate limit was met, and returns how often that was, and how often what
// it asked for was not done. Everything arrives.
func UntilLimited(send func(content string) string, count func() (met int, broken int)) (met int, broken int) {
	for turn := 0; turn < bursts && met == 0; turn++ {
		var group sync.WaitGroup
		wrong := make(chan any, burst)
		for number := range burst {
			group.Add(1)
			go func() {
				defer group.Done()
				defer func() {
					if failure := recover(); failure != nil {
						wrong <- failure
					}
				}()
				content := fmt.Sprintf("burst %d %d", turn, number)
				Equal(send(content), content)
			}()
		}
		group.Wait()
		select {
		case failure := <-wrong:
			panic(failure)
		default:
		}
		met, broken = count()
	}
	return met, broken
}

// Until waits until the condition holds, and says what was waited for when it never does.
func Until(what string, holds func() bool) {
	for end := time.Now().Add(Patience); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			panic("never came to pass: " + what)
		}
	}
}

// Contents is what was said, in the order in which it came.
type Contents struct {
	lock sync.Mutex
	all  []string
}

func (contents *Contents) Add(content string) {
	contents.lock.Lock()
	defer contents.lock.Unlock()
	contents.all = append(contents.all, content)
}

func (contents *Contents) All() []string {
	contents.lock.Lock()
	defer contents.lock.Unlock()
	return append([]string{}, contents.all...)
}

// Last is what was said last, empty when nothing was.
func (contents *Contents) Last() string {
	all := contents.All()
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}
