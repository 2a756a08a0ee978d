package main

import (
	"encoding/base64"
	"slices"

	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var postSteps = []steps.Step{
	{Name: "threads", Take: threads},
	{Name: "forum", Take: forum},
	{Name: "webhook", Take: webhook},
	{Name: "poll", Without: "it passes over the votes of polls"},
	{Name: "emoji", Take: emoji},
	{Name: "limits", Take: limits},
}

func threads() {
	message := write("to be talked about")
	created := next(client, func(*events.ThreadCreate) bool { return true })
	thread := steps.Get(client.Rest().CreateThreadFromMessage(channelID, message.ID, discord.ThreadCreateFromMessage{
		Name: "talk", AutoArchiveDuration: discord.AutoArchiveDuration1h,
	}))
	steps.Equal(steps.Await("the thread", created).ThreadID, thread.ID())
	steps.Equal(*thread.ParentID(), channelID)
	heard := next(client, func(event *events.GuildMessageCreate) bool {
		return event.ChannelID == thread.ID() && event.Message.Author.ID == ownerID
	})
	stage.Say(thread.ID().String(), "in the thread")
	steps.Equal(steps.Await("the message", heard).Message.Content, "in the thread")
	archived := next(client, func(event *events.ThreadUpdate) bool {
		return event.ThreadID == thread.ID() && event.Thread.ThreadMetadata.Archived
	})
	archive := true
	steps.Get(client.Rest().UpdateChannel(thread.ID(), discord.GuildThreadUpdate{Archived: &archive}))
	steps.Await("the end", archived)
}

func forum() {
	made := steps.Get(client.Rest().CreateGuildChannel(guildID, discord.GuildForumChannelCreate{Name: "questions"}))
	created := next(client, func(event *events.ThreadCreate) bool { return *event.Thread.ParentID() == made.ID() })
	post := steps.Get(client.Rest().CreatePostInThreadChannel(made.ID(), discord.ThreadChannelPostCreate{
		Name: "how", Message: discord.MessageCreate{Content: "does it work?"},
	}))
	steps.Equal(steps.Await("the post", created).ThreadID, post.ID())
	steps.Equal(steps.Get(client.Rest().GetMessages(post.ID(), 0, 0, 0, 5))[0].Content, "does it work?")
	steps.Must(client.Rest().DeleteChannel(made.ID()))
}

func webhook() {
	made := steps.Get(client.Rest().CreateWebhook(channelID, discord.WebhookCreate{Name: "herald"}))
	heard := next(client, func(event *events.GuildMessageCreate) bool {
		return event.Message.WebhookID != nil && *event.Message.WebhookID == made.ID()
	})
	said := discord.WebhookMessageCreate{Content: "hear ye", Username: "crier"}
	steps.Get(client.Rest().CreateWebhookMessage(made.ID(), made.Token, said, true, 0))
	message := steps.Await("the message", heard).Message
	steps.Equal(message.Content, "hear ye")
	steps.Equal(message.Author.Username, "crier")
	steps.Must(client.Rest().DeleteWebhook(made.ID()))
}

func emoji() {
	told := next(client, func(*events.EmojisUpdate) bool { return true })
	picture := discord.NewIconRaw(discord.IconTypePNG, steps.Get(base64.StdEncoding.DecodeString(stage.PictureData)))
	made := steps.Get(client.Rest().CreateEmoji(guildID, discord.EmojiCreate{Name: "anvil", Image: *picture}))
	steps.Check("it is told", slices.ContainsFunc(steps.Await("the emojis", told).Emojis, func(each discord.Emoji) bool {
		return each.ID == made.ID
	}))
	message := write("to be forged")
	reacted := next(client, func(event *events.GuildMessageReactionAdd) bool { return event.MessageID == message.ID })
	steps.Must(client.Rest().AddReaction(channelID, message.ID, made.Reaction()))
	steps.Equal(*steps.Await("the reaction", reacted).Emoji.ID, made.ID)
	steps.Must(client.Rest().DeleteEmoji(guildID, made.ID))
}

func limits() {
	met, broken := steps.UntilLimited(func(content string) string { return write(content).Content }, stage.Limits)
	steps.Check("a limit was met", met > 0)
	steps.Equal(broken, 0)
}
