// Package stage is the scene that the runner has made, and the person in it (see ../../stage.js).
package stage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
)

var (
	API         = os.Getenv("API_BASE")
	Gateway     = os.Getenv("GATEWAY_URL")
	Token       = os.Getenv("BOT_TOKEN")
	SecondToken = os.Getenv("BOT_TOKEN_2")
	Guild       = os.Getenv("GUILD_ID")
	Channel     = os.Getenv("CHANNEL_ID")
	Voice       = os.Getenv("VOICE_CHANNEL_ID")
	Owner       = os.Getenv("OWNER_ID")
	Bot         = os.Getenv("BOT_ID")
	SecondBot   = os.Getenv("BOT_ID_2")
)

// Answer is what came of what the person did.
type Answer struct {
	ID       string `json:"id"`
	Username string `json:"username"`
	Error    string `json:"error"`

	// Of what answered an interaction.
	Content   string   `json:"content"`
	Ephemeral bool     `json:"ephemeral"`
	Deferred  bool     `json:"deferred"`
	Choices   []string `json:"choices"`
	Title     string   `json:"title"`

	// Of rate limits: how often they were met, and how often what they asked for was not done.
	Met    int `json:"met"`
	Broken int `json:"broken"`
}

// Ask lets the person do something, and returns once it is done.
func Ask(action string, parameters map[string]any) Answer {
	body, err := json.Marshal(parameters)
	if err != nil {
		panic(err)
	}
	response, err := http.Post(os.Getenv("STAGE_URL")+"/"+action, "application/json", bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	var answer Answer
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		panic(err)
	}
	if response.StatusCode != http.StatusOK {
		panic(fmt.Errorf("%s: %s", action, answer.Error))
	}
	return answer
}

// Asking lets the person do something, and goes on meanwhile; the answer comes once it is done.
func Asking(action string, parameters map[string]any) <-chan Answer {
	answers := make(chan Answer, 1)
	go func() {
		defer func() {
			if failure := recover(); failure != nil {
				answers <- Answer{Error: fmt.Sprint(failure)}
			}
		}()
		answers <- Ask(action, parameters)
	}()
	return answers
}

// Say lets the person write.
func Say(channel string, content string) {
	Ask("say", map[string]any{"channel": channel, "content": content})
}

// Count lets the person write the numbers from start to below end, as messages.
func Count(start int, end int) {
	Ask("count", map[string]any{"channel": Channel, "from": start, "to": end})
}

// Numbers is what Count(0, amount) writes.
func Numbers(amount int) []string {
	contents := make([]string, amount)
	for number := range amount {
		contents[number] = fmt.Sprintf("number %d", number)
	}
	return contents
}

// NumbersIn is what the person counted; something said before may still have been on its way.
func NumbersIn(contents []string) []string {
	return slices.DeleteFunc(slices.Clone(contents), func(content string) bool {
		return !strings.HasPrefix(content, "number")
	})
}
