package main

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var messageSteps = []steps.Step{
	{Name: "send", Take: send},
	{Name: "hear", Take: hear},
	{Name: "edit", Take: edit},
	{Name: "react", Take: react},
	{Name: "reply", Take: reply},
	{Name: "delete", Take: remove},
	{Name: "history", Take: history},
	{Name: "upload", Take: upload},
	{Name: "pins", Take: pins},
	{Name: "direct", Take: direct},
	{Name: "refused", Take: refused},
}

func write(content string) *discordgo.Message {
	return steps.Get(session.ChannelMessageSend(stage.Channel, content))
}

// code is the number that the API gives of what is wrong.
func code(err error) int {
	var refusal *discordgo.RESTError
	if errors.As(err, &refusal) && refusal.Message != nil {
		return refusal.Message.Code
	}
	return 0
}

func send() {
	received := next(session, func(event *discordgo.MessageCreate) bool { return event.Content == "hello there" })
	sent := write("hello there")
	message := steps.Await("the message", received)
	steps.Equal(message.ID, sent.ID)
	steps.Equal(message.Author.ID, stage.Bot)
	steps.Equal(message.GuildID, stage.Guild)
	steps.Check("the author is a member", message.Member != nil)
}

func hear() {
	received := next(session, func(event *discordgo.MessageCreate) bool { return event.Author.ID == stage.Owner })
	stage.Say(stage.Channel, "from a person")
	message := steps.Await("the message", received)
	steps.Equal(message.Content, "from a person")
	steps.Check("it is no bot", !message.Author.Bot)
}

func edit() {
	message := write("to be edited")
	updated := next(session, func(event *discordgo.MessageUpdate) bool { return event.ID == message.ID })
	steps.Get(session.ChannelMessageEdit(stage.Channel, message.ID, "edited"))
	after := steps.Await("the edit", updated)
	steps.Equal(after.Content, "edited")
	steps.Check("it says when", after.EditedTimestamp != nil)
}

func react() {
	message := write("to be liked")
	reacted := next(session, func(event *discordgo.MessageReactionAdd) bool { return event.MessageID == message.ID })
	steps.Must(session.MessageReactionAdd(stage.Channel, message.ID, "👍"))
	event := steps.Await("the reaction", reacted)
	steps.Equal(event.Emoji.Name, "👍")
	steps.Equal(event.UserID, stage.Bot)
	removed := next(session, func(event *discordgo.MessageReactionRemove) bool { return event.MessageID == message.ID })
	steps.Must(session.MessageReactionRemove(stage.Channel, message.ID, "👍", "@me"))
	steps.Await("the removal", removed)
}

func reply() {
	message := write("to be answered")
	answer := steps.Get(session.ChannelMessageSendComplex(stage.Channel, &discordgo.MessageSend{
		Embeds: []*discordgo.MessageEmbed{{
			Title: "Title", Description: "Text", Color: 0x336699,
			Fields: []*discordgo.MessageEmbedField{{Name: "a", Value: "b"}},
		}},
		Components: []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{
			discordgo.Button{Label: "Press", CustomID: "press", Style: discordgo.PrimaryButton},
		}}},
		Reference: message.Reference(),
	}))
	steps.Equal(answer.MessageReference.MessageID, message.ID)
	steps.Equal(answer.Embeds[0].Title, "Title")
	steps.Equal(answer.Embeds[0].Fields[0].Value, "b")
	button := answer.Components[0].(*discordgo.ActionsRow).Components[0].(*discordgo.Button)
	steps.Equal(button.CustomID, "press")
}

func remove() {
	message := write("to be deleted")
	deleted := next(session, func(event *discordgo.MessageDelete) bool { return event.ID == message.ID })
	steps.Must(session.ChannelMessageDelete(stage.Channel, message.ID))
	steps.Await("the deletion", deleted)
	_, err := session.ChannelMessage(stage.Channel, message.ID)
	steps.Equal(code(err), discordgo.ErrCodeUnknownMessage)
}

func history() {
	sent := []string{}
	for _, content := range stage.Numbers(12) {
		sent = append(sent, write(content).ID)
	}
	earlier := steps.Get(session.ChannelMessages(stage.Channel, 5, sent[10], "", ""))
	expected := slices.Clone(sent[5:10])
	slices.Reverse(expected)
	steps.Equal(ids(earlier), expected)
	later := ids(steps.Get(session.ChannelMessages(stage.Channel, 5, "", sent[2], "")))
	slices.Reverse(later)
	steps.Equal(later, sent[3:8])
	around := ids(steps.Get(session.ChannelMessages(stage.Channel, 3, "", "", sent[6])))
	steps.Check("the one in the middle is there", slices.Contains(around, sent[6]))
	gone := next(session, func(*discordgo.MessageDeleteBulk) bool { return true })
	steps.Must(session.ChannelMessagesBulkDelete(stage.Channel, sent[:10]))
	steps.Equal(len(steps.Await("the deletion", gone).Messages), 10)
}

func ids(messages []*discordgo.Message) []string {
	all := []string{}
	for _, message := range messages {
		all = append(all, message.ID)
	}
	return all
}

func upload() {
	sent := steps.Get(session.ChannelFileSend(stage.Channel, "note.txt", strings.NewReader("file content")))
	steps.Equal(sent.Attachments[0].Filename, "note.txt")
	steps.Equal(sent.Attachments[0].Size, 12)
	response := steps.Get(http.Get(sent.Attachments[0].URL))
	defer response.Body.Close()
	steps.Equal(string(steps.Get(io.ReadAll(response.Body))), "file content")
}

func pins() {
	message := write("worth keeping")
	steps.Must(session.ChannelMessagePin(stage.Channel, message.ID))
	pinned := ids(steps.Get(session.ChannelMessagesPinned(stage.Channel)))
	steps.Check("it is pinned", slices.Contains(pinned, message.ID))
	steps.Must(session.ChannelMessageUnpin(stage.Channel, message.ID))
	pinned = ids(steps.Get(session.ChannelMessagesPinned(stage.Channel)))
	steps.Check("it is no longer pinned", !slices.Contains(pinned, message.ID))
}

func direct() {
	channel := steps.Get(session.UserChannelCreate(stage.Owner))
	steps.Get(session.ChannelMessageSend(channel.ID, "a private word"))
	answered := next(session, func(event *discordgo.MessageCreate) bool {
		return event.ChannelID == channel.ID && event.Author.ID == stage.Owner
	})
	stage.Say(channel.ID, "an answer")
	steps.Equal(steps.Await("the answer", answered).Content, "an answer")
}

func refused() {
	_, err := session.ChannelMessageSend(stage.Channel, strings.Repeat("x", 2001))
	steps.Equal(code(err), 50035)
	steps.Check("it says which field", strings.Contains(err.Error(), "content"))
}
