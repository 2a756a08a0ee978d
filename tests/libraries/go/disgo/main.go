// disgo.
package main

import (
	"context"
	"log/slog"
	"sync"

	"github.com/disgoorg/disgo"
	"github.com/disgoorg/disgo/bot"
	"github.com/disgoorg/disgo/cache"
	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"
	"github.com/disgoorg/disgo/gateway"
	"github.com/disgoorg/disgo/rest"
	"github.com/disgoorg/snowflake/v2"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var (
	client bot.Client

	guildID   = snowflake.MustParse(stage.Guild)
	channelID = snowflake.MustParse(stage.Channel)
	voiceID   = snowflake.MustParse(stage.Voice)
	ownerID   = snowflake.MustParse(stage.Owner)
	botID     = snowflake.MustParse(stage.Bot)
	secondID  = snowflake.MustParse(stage.SecondBot)
)

func newClient(token string, options ...gateway.ConfigOpt) bot.Client {
	slog.SetLogLoggerLevel(slog.LevelError)
	options = append([]gateway.ConfigOpt{gateway.WithURL(stage.Gateway)}, options...)
	return steps.Get(disgo.New(token,
		bot.WithRestClientConfigOpts(rest.WithURL(stage.API+"/v10")),
		bot.WithGatewayConfigOpts(options...),
		bot.WithCacheConfigOpts(cache.WithCaches(cache.FlagsAll)),
	))
}

// open connects a client and waits until it knows its guild.
func open(opening bot.Client) bot.Client {
	available := next(opening, func(event *events.GuildReady) bool { return event.GuildID == guildID })
	steps.Must(opening.OpenGateway(context.Background()))
	steps.Await("the guild", available)
	return opening
}

func shut(closing bot.Client) {
	closing.Close(context.Background())
}

// next is the first event that is accepted; to be made before what causes it.
func next[E bot.Event](from bot.Client, accepts func(event E) bool) <-chan E {
	found := make(chan E, 1)
	var once sync.Once
	from.AddEventListeners(bot.NewListenerFunc(func(event E) {
		if accepts(event) {
			once.Do(func() { found <- event })
		}
	}))
	return found
}

// record is what is said in guilds from now on.
func record(from bot.Client) *steps.Contents {
	contents := &steps.Contents{}
	from.AddEventListeners(bot.NewListenerFunc(func(event *events.GuildMessageCreate) {
		contents.Add(event.Message.Content)
	}))
	return contents
}

func ready() {
	client = open(newClient(stage.Token, gateway.WithIntents(gateway.IntentsAll)))
	guild, _ := client.Caches().Guild(guildID)
	self, known := client.Caches().Member(guildID, botID)
	steps.Equal(client.ID(), botID)
	steps.Equal(guild.OwnerID, ownerID)
	steps.Check("it is a member", known)
	_, known = client.Caches().Channel(channelID)
	steps.Check("the channel is there", known)
	_, known = client.Caches().Role(guildID, guildID)
	steps.Check("everybody has a role", known)
	_, known = client.Caches().Member(guildID, ownerID)
	steps.Check("the owner is a member", known)
	permissions := client.Caches().MemberPermissions(self)
	steps.Check("it is an administrator", permissions.Has(discord.PermissionAdministrator))
}

func main() {
	all := []steps.Step{{Name: "ready", Take: ready}}
	all = append(all, messageSteps...)
	all = append(all, guildSteps...)
	all = append(all, peopleSteps...)
	all = append(all, postSteps...)
	all = append(all, sessionSteps...)
	steps.Take(all)
}
