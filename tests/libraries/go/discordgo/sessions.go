package main

import (
	"strconv"

	"github.com/bwmarrin/discordgo"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var sessionSteps = []steps.Step{
	{Name: "presence", Take: presence},
	{Name: "hidden", Take: hidden},
	{Name: "resume", Take: resume},
	{Name: "intents", Take: intents},
	{Name: "shards", Take: shards},
}

func presence() {
	second := open(newSession(stage.SecondToken, discordgo.IntentsAll))
	defer second.Close()
	typing := next(session, func(event *discordgo.TypingStart) bool { return event.UserID == stage.SecondBot })
	steps.Must(second.ChannelTyping(stage.Channel))
	steps.Await("the typing", typing)
	changed := next(session, func(event *discordgo.PresenceUpdate) bool {
		return event.User.ID == stage.SecondBot && len(event.Activities) > 0
	})
	steps.Must(second.UpdateStatusComplex(discordgo.UpdateStatusData{
		Status: "idle", Activities: []*discordgo.Activity{{Name: "the hall"}},
	}))
	event := steps.Await("the presence", changed)
	steps.Equal(event.Status, discordgo.StatusIdle)
	steps.Equal(event.Activities[0].Name, "the hall")
}

func hidden() {
	second := open(newSession(stage.SecondToken, discordgo.IntentsAll))
	defer second.Close()
	heard := record(second)
	channel := stage.Ask("hide", nil).ID
	stage.Say(channel, "behind closed doors")
	stage.Say(stage.Channel, "in the open")
	steps.Until("the open message came", func() bool { return len(heard.All()) > 0 })
	steps.Equal(heard.All(), []string{"in the open"})
	hidden, err := second.State.Channel(channel)
	steps.Check("the channel is known", err == nil)
	steps.Equal(hidden.Name, "___hidden___")
}

func resume() {
	heard := record(session)
	resumed := next(session, func(*discordgo.Resumed) bool { return true })
	stage.Count(0, 5)
	stage.Ask("cut", nil)
	stage.Count(5, 15)
	steps.Await("RESUMED", resumed)
	stage.Count(15, 20)
	steps.Until("the last message came", func() bool { return heard.Last() == "number 19" })
	steps.Equal(stage.NumbersIn(heard.All()), stage.Numbers(20))
}

func intents() {
	second := open(newSession(stage.SecondToken, discordgo.IntentsAllWithoutPrivileged))
	defer second.Close()
	heard := record(second)
	mention := "for you <@" + stage.SecondBot + ">"
	stage.Say(stage.Channel, "not for bots")
	stage.Say(stage.Channel, mention)
	steps.Until("both came", func() bool { return len(heard.All()) == 2 })
	steps.Equal(heard.All(), []string{"", mention})
}

func shards() {
	steps.Must(session.Close())
	id := steps.Get(strconv.ParseUint(stage.Guild, 10, 64))
	here := int((id >> 22) % 2)
	with := newSession(stage.Token, discordgo.IntentsAll)
	with.ShardID, with.ShardCount = here, 2
	without := newSession(stage.Token, discordgo.IntentsAll)
	without.ShardID, without.ShardCount = 1-here, 2
	heard, elsewhere := record(open(with)), record(without)
	steps.Must(without.Open())
	stage.Count(0, 3)
	steps.Until("the last message came", func() bool { return heard.Last() == "number 2" })
	steps.Equal(stage.NumbersIn(heard.All()), stage.Numbers(3))
	steps.Equal(elsewhere.All(), []string{})
}
