package main

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"
	"github.com/disgoorg/disgo/rest"
	"github.com/disgoorg/snowflake/v2"

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

func write(content string) *discord.Message {
	return steps.Get(client.Rest().CreateMessage(channelID, discord.MessageCreate{Content: content}))
}

// refusal is what the API says of what is wrong.
func refusal(err error) rest.Error {
	var refused rest.Error
	if !errors.As(err, &refused) {
		panic("it was not refused")
	}
	return refused
}

func send() {
	received := next(client, func(event *events.GuildMessageCreate) bool { return event.Message.Content == "hello there" })
	sent := write("hello there")
	event := steps.Await("the message", received)
	steps.Equal(event.MessageID, sent.ID)
	steps.Equal(event.Message.Author.ID, botID)
	steps.Equal(event.GuildID, guildID)
	steps.Check("the author is a member", event.Message.Member != nil)
}

func hear() {
	received := next(client, func(event *events.GuildMessageCreate) bool { return event.Message.Author.ID == ownerID })
	stage.Say(stage.Channel, "from a person")
	event := steps.Await("the message", received)
	steps.Equal(event.Message.Content, "from a person")
	steps.Check("it is no bot", !event.Message.Author.Bot)
}

func edit() {
	message := write("to be edited")
	updated := next(client, func(event *events.GuildMessageUpdate) bool { return event.MessageID == message.ID })
	content := "edited"
	steps.Get(client.Rest().UpdateMessage(channelID, message.ID, discord.MessageUpdate{Content: &content}))
	after := steps.Await("the edit", updated).Message
	steps.Equal(after.Content, "edited")
	steps.Check("it says when", after.EditedTimestamp != nil)
}

func react() {
	message := write("to be liked")
	reacted := next(client, func(event *events.GuildMessageReactionAdd) bool { return event.MessageID == message.ID })
	steps.Must(client.Rest().AddReaction(channelID, message.ID, "👍"))
	event := steps.Await("the reaction", reacted)
	steps.Equal(*event.Emoji.Name, "👍")
	steps.Equal(event.UserID, botID)
	removed := next(client, func(event *events.GuildMessageReactionRemove) bool { return event.MessageID == message.ID })
	steps.Must(client.Rest().RemoveOwnReaction(channelID, message.ID, "👍"))
	steps.Await("the removal", removed)
}

func reply() {
	message := write("to be answered")
	answer := steps.Get(client.Rest().CreateMessage(channelID, discord.NewMessageCreateBuilder().
		SetEmbeds(discord.NewEmbedBuilder().SetTitle("Title").SetDescription("Text").SetColor(0x336699).
			AddField("a", "b", false).Build()).
		AddActionRow(discord.NewPrimaryButton("Press", "press")).
		SetMessageReferenceByID(message.ID).
		Build()))
	steps.Equal(*answer.MessageReference.MessageID, message.ID)
	steps.Equal(answer.Embeds[0].Title, "Title")
	steps.Equal(answer.Embeds[0].Fields[0].Value, "b")
	steps.Equal(answer.Components[0].Components()[0].(discord.ButtonComponent).CustomID, "press")
}

func remove() {
	message := write("to be deleted")
	deleted := next(client, func(event *events.GuildMessageDelete) bool { return event.MessageID == message.ID })
	steps.Must(client.Rest().DeleteMessage(channelID, message.ID))
	steps.Await("the deletion", deleted)
	_, err := client.Rest().GetMessage(channelID, message.ID)
	steps.Equal(refusal(err).Code, rest.JSONErrorCode(10008))
}

func history() {
	sent := []snowflake.ID{}
	for _, content := range stage.Numbers(12) {
		sent = append(sent, write(content).ID)
	}
	earlier := steps.Get(client.Rest().GetMessages(channelID, 0, sent[10], 0, 5))
	expected := slices.Clone(sent[5:10])
	slices.Reverse(expected)
	steps.Equal(ids(earlier), expected)
	later := ids(steps.Get(client.Rest().GetMessages(channelID, 0, 0, sent[2], 5)))
	slices.Reverse(later)
	steps.Equal(later, sent[3:8])
	around := ids(steps.Get(client.Rest().GetMessages(channelID, sent[6], 0, 0, 3)))
	steps.Check("the one in the middle is there", slices.Contains(around, sent[6]))
	steps.Must(client.Rest().BulkDeleteMessages(channelID, sent[:10]))
	// This version of the library looks for the ids of MESSAGE_DELETE_BULK in a field that there is not.
	left := ids(steps.Get(client.Rest().GetMessages(channelID, 0, 0, 0, 2)))
	steps.Equal(left, []snowflake.ID{sent[11], sent[10]})
}

func ids(messages []discord.Message) []snowflake.ID {
	all := []snowflake.ID{}
	for _, message := range messages {
		all = append(all, message.ID)
	}
	return all
}

func upload() {
	sent := steps.Get(client.Rest().CreateMessage(channelID, discord.NewMessageCreateBuilder().
		AddFile("note.txt", "", strings.NewReader("file content")).
		Build()))
	steps.Equal(sent.Attachments[0].Filename, "note.txt")
	steps.Equal(sent.Attachments[0].Size, 12)
	response := steps.Get(http.Get(sent.Attachments[0].URL))
	defer response.Body.Close()
	steps.Equal(string(steps.Get(io.ReadAll(response.Body))), "file content")
}

func pins() {
	message := write("worth keeping")
	steps.Must(client.Rest().PinMessage(channelID, message.ID))
	pinned := ids(steps.Get(client.Rest().GetPinnedMessages(channelID)))
	steps.Check("it is pinned", slices.Contains(pinned, message.ID))
	steps.Must(client.Rest().UnpinMessage(channelID, message.ID))
	pinned = ids(steps.Get(client.Rest().GetPinnedMessages(channelID)))
	steps.Check("it is no longer pinned", !slices.Contains(pinned, message.ID))
}

func direct() {
	channel := steps.Get(client.Rest().CreateDMChannel(ownerID))
	steps.Get(client.Rest().CreateMessage(channel.ID(), discord.MessageCreate{Content: "a private word"}))
	answered := next(client, func(event *events.DMMessageCreate) bool { return event.Message.Author.ID == ownerID })
	stage.Say(channel.ID().String(), "an answer")
	steps.Equal(steps.Await("the answer", answered).Message.Content, "an answer")
}

func refused() {
	_, err := client.Rest().CreateMessage(channelID, discord.MessageCreate{Content: strings.Repeat("x", 2001)})
	why := refusal(err)
	steps.Equal(why.Code, rest.JSONErrorCode(50035))
	steps.Check("it says which field", strings.Contains(string(why.Errors), "content"))
}
