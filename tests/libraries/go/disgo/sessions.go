package main

import (
	"context"

	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"
	"github.com/disgoorg/disgo/gateway"
	"github.com/disgoorg/snowflake/v2"

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
	second := open(newClient(stage.SecondToken, gateway.WithIntents(gateway.IntentsAll)))
	defer shut(second)
	typing := next(client, func(event *events.GuildMemberTypingStart) bool { return event.UserID == secondID })
	steps.Must(second.Rest().SendTyping(channelID))
	steps.Await("the typing", typing)
	changed := next(client, func(event *events.PresenceUpdate) bool {
		return event.PresenceUser.ID == secondID && len(event.Activities) > 0
	})
	steps.Must(second.SetPresence(context.Background(),
		gateway.WithOnlineStatus(discord.OnlineStatusIdle), gateway.WithPlayingActivity("the hall")))
	event := steps.Await("the presence", changed)
	steps.Equal(event.Status, discord.OnlineStatusIdle)
	steps.Equal(event.Activities[0].Name, "the hall")
}

func hidden() {
	second := open(newClient(stage.SecondToken, gateway.WithIntents(gateway.IntentsAll)))
	defer shut(second)
	heard := record(second)
	channel := stage.Ask("hide", nil).ID
	stage.Say(channel, "behind closed doors")
	stage.Say(stage.Channel, "in the open")
	steps.Until("the open message came", func() bool { return len(heard.All()) > 0 })
	steps.Equal(heard.All(), []string{"in the open"})
	hidden, known := second.Caches().Channel(snowflake.MustParse(channel))
	steps.Check("the channel is known", known)
	steps.Equal(hidden.Name(), "___hidden___")
}

// resume does not wait for RESUMED: this version of the library never tells of it.
func resume() {
	heard := record(client)
	session := client.Gateway().SessionID()
	stage.Count(0, 5)
	stage.Ask("cut", nil)
	stage.Count(5, 15)
	steps.Until("what was missed came", func() bool { return heard.Last() == "number 14" })
	stage.Count(15, 20)
	steps.Until("the last message came", func() bool { return heard.Last() == "number 19" })
	steps.Equal(stage.NumbersIn(heard.All()), stage.Numbers(20))
	steps.Equal(*client.Gateway().SessionID(), *session)
}

func intents() {
	second := open(newClient(stage.SecondToken, gateway.WithIntents(gateway.IntentsNonPrivileged)))
	defer shut(second)
	heard := record(second)
	mention := "for you <@" + stage.SecondBot + ">"
	stage.Say(stage.Channel, "not for bots")
	stage.Say(stage.Channel, mention)
	steps.Until("both came", func() bool { return len(heard.All()) == 2 })
	steps.Equal(heard.All(), []string{"", mention})
}

func shards() {
	shut(client)
	here := int((uint64(guildID) >> 22) % 2)
	all := gateway.WithIntents(gateway.IntentsAll)
	with := newClient(stage.Token, all, gateway.WithShardID(here), gateway.WithShardCount(2))
	without := newClient(stage.Token, all, gateway.WithShardID(1-here), gateway.WithShardCount(2))
	heard, elsewhere := record(open(with)), record(without)
	steps.Must(without.OpenGateway(context.Background()))
	stage.Count(0, 3)
	steps.Until("the last message came", func() bool { return heard.Last() == "number 2" })
	steps.Equal(stage.NumbersIn(heard.All()), stage.Numbers(3))
	steps.Equal(elsewhere.All(), []string{})
}
