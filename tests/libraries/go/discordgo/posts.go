package main

import (
	"encoding/json"
	"slices"

	"github.com/bwmarrin/discordgo"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var postSteps = []steps.Step{
	{Name: "threads", Take: threads},
	{Name: "forum", Take: forum},
	{Name: "webhook", Take: webhook},
	{Name: "poll", Take: poll},
	{Name: "emoji", Take: emoji},
	{Name: "limits", Take: limits},
}

func threads() {
	message := write("to be talked about")
	created := next(session, func(event *discordgo.ThreadCreate) bool { return true })
	thread := steps.Get(session.MessageThreadStart(stage.Channel, message.ID, "talk", 60))
	steps.Equal(steps.Await("the thread", created).ID, thread.ID)
	steps.Equal(thread.ParentID, stage.Channel)
	heard := next(session, func(event *discordgo.MessageCreate) bool {
		return event.ChannelID == thread.ID && event.Author.ID == stage.Owner
	})
	stage.Say(thread.ID, "in the thread")
	steps.Equal(steps.Await("the message", heard).Content, "in the thread")
	archived := next(session, func(event *discordgo.ThreadUpdate) bool {
		return event.ID == thread.ID && event.ThreadMetadata.Archived
	})
	archive := true
	steps.Get(session.ChannelEdit(thread.ID, &discordgo.ChannelEdit{Archived: &archive}))
	steps.Await("the end", archived)
}

func forum() {
	made := steps.Get(session.GuildChannelCreateComplex(stage.Guild, discordgo.GuildChannelCreateData{
		Name: "questions", Type: discordgo.ChannelTypeGuildForum,
	}))
	created := next(session, func(event *discordgo.ThreadCreate) bool { return event.ParentID == made.ID })
	post := steps.Get(session.ForumThreadStart(made.ID, "how", 60, "does it work?"))
	steps.Equal(steps.Await("the post", created).ID, post.ID)
	steps.Equal(steps.Get(session.ChannelMessages(post.ID, 5, "", "", ""))[0].Content, "does it work?")
	steps.Get(session.ChannelDelete(made.ID))
}

func webhook() {
	made := steps.Get(session.WebhookCreate(stage.Channel, "herald", ""))
	heard := next(session, func(event *discordgo.MessageCreate) bool { return event.WebhookID == made.ID })
	steps.Get(session.WebhookExecute(made.ID, made.Token, true, &discordgo.WebhookParams{Content: "hear ye", Username: "crier"}))
	message := steps.Await("the message", heard)
	steps.Equal(message.Content, "hear ye")
	steps.Equal(message.Author.Username, "crier")
	steps.Must(session.WebhookDelete(made.ID))
}

func poll() {
	asked := discordgo.Poll{Question: discordgo.PollMedia{Text: "What to drink?"}, Duration: 1, LayoutType: discordgo.PollLayoutTypeDefault}
	for _, text := range []string{"tea", "coffee"} {
		asked.Answers = append(asked.Answers, discordgo.PollAnswer{Media: &discordgo.PollMedia{Text: text}})
	}
	sent := steps.Get(session.ChannelMessageSendComplex(stage.Channel, &discordgo.MessageSend{Poll: &asked}))
	steps.Equal(sent.Poll.Question.Text, "What to drink?")
	// The library has a type for the event and passes it on as it came only.
	var vote discordgo.MessagePollVoteAdd
	voted := next(session, func(event *discordgo.Event) bool {
		return event.Type == "MESSAGE_POLL_VOTE_ADD" && json.Unmarshal(event.RawData, &vote) == nil
	})
	stage.Ask("vote", map[string]any{"channel": stage.Channel, "message": sent.ID, "answers": []int{2}})
	steps.Await("the vote", voted)
	steps.Equal(vote.MessageID, sent.ID)
	steps.Equal(vote.AnswerID, 2)
	steps.Equal(vote.UserID, stage.Owner)
	ended := next(session, func(event *discordgo.MessageUpdate) bool {
		return event.ID == sent.ID && event.Poll != nil && event.Poll.Results != nil && event.Poll.Results.Finalized
	})
	steps.Get(session.PollExpire(stage.Channel, sent.ID))
	steps.Await("the end", ended)
}

func emoji() {
	told := next(session, func(event *discordgo.GuildEmojisUpdate) bool { return true })
	made := steps.Get(session.GuildEmojiCreate(stage.Guild, &discordgo.EmojiParams{Name: "anvil", Image: stage.Picture}))
	steps.Check("it is told", slices.ContainsFunc(steps.Await("the emojis", told).Emojis, func(each *discordgo.Emoji) bool {
		return each.ID == made.ID
	}))
	message := write("to be forged")
	reacted := next(session, func(event *discordgo.MessageReactionAdd) bool { return event.MessageID == message.ID })
	steps.Must(session.MessageReactionAdd(stage.Channel, message.ID, made.APIName()))
	steps.Equal(steps.Await("the reaction", reacted).Emoji.ID, made.ID)
	steps.Must(session.GuildEmojiDelete(stage.Guild, made.ID))
}

func limits() {
	met, broken := steps.UntilLimited(func(content string) string { return write(content).Content }, stage.Limits)
	steps.Check("a limit was met", met > 0)
	steps.Equal(broken, 0)
}
