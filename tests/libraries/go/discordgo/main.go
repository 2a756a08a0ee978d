// discordgo.
package main

import (
	"sync"

	"github.com/bwmarrin/discordgo"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var session *discordgo.Session

// guildPolls is the intent for votes in guilds, which the library has no name for.
const guildPolls discordgo.Intent = 1 << 24

// point sets the addresses, all of which were derived from the first when the library began.
func point() {
	discordgo.EndpointDiscord = stage.API[:len(stage.API)-len("api")]
	discordgo.EndpointAPI = stage.API + "/v" + discordgo.APIVersion + "/"
	discordgo.EndpointGuilds = discordgo.EndpointAPI + "guilds/"
	discordgo.EndpointChannels = discordgo.EndpointAPI + "channels/"
	discordgo.EndpointUsers = discordgo.EndpointAPI + "users/"
	discordgo.EndpointGateway = discordgo.EndpointAPI + "gateway"
	discordgo.EndpointGatewayBot = discordgo.EndpointGateway + "/bot"
	discordgo.EndpointWebhooks = discordgo.EndpointAPI + "webhooks/"
	discordgo.EndpointApplications = discordgo.EndpointAPI + "applications"
	discordgo.EndpointOAuth2 = discordgo.EndpointAPI + "oauth2/"
	discordgo.EndpointOAuth2Applications = discordgo.EndpointOAuth2 + "applications"
}

func newSession(token string, intents discordgo.Intent) *discordgo.Session {
	made := steps.Get(discordgo.New("Bot " + token))
	made.Identify.Intents = intents
	// Else every event has a goroutine of its own, and no order.
	made.SyncEvents = true
	return made
}

// open connects a session and waits until it knows its guild.
func open(opening *discordgo.Session) *discordgo.Session {
	available := next(opening, func(event *discordgo.GuildCreate) bool { return event.ID == stage.Guild })
	steps.Must(opening.Open())
	steps.Await("GUILD_CREATE", available)
	return opening
}

// next is the first event that is accepted; to be made before what causes it.
func next[E any](from *discordgo.Session, accepts func(event E) bool) <-chan E {
	found := make(chan E, 1)
	var once sync.Once
	var remove func()
	remove = from.AddHandler(func(_ *discordgo.Session, event E) {
		if accepts(event) {
			once.Do(func() {
				found <- event
				// The library holds its lock while it handles an event.
				go remove()
			})
		}
	})
	return found
}

// record is what is said in guilds from now on.
func record(from *discordgo.Session) *steps.Contents {
	contents := &steps.Contents{}
	from.AddHandler(func(_ *discordgo.Session, event *discordgo.MessageCreate) {
		if event.GuildID != "" {
			contents.Add(event.Content)
		}
	})
	return contents
}

func ready() {
	session = open(newSession(stage.Token, discordgo.IntentsAll|guildPolls))
	guild := steps.Get(session.State.Guild(stage.Guild))
	steps.Equal(session.State.User.ID, stage.Bot)
	steps.Equal(guild.OwnerID, stage.Owner)
	steps.Get(session.State.Channel(stage.Channel))
	steps.Get(session.State.Role(stage.Guild, stage.Guild))
	steps.Get(session.State.Member(stage.Guild, stage.Owner))
	permissions := steps.Get(session.State.UserChannelPermissions(stage.Bot, stage.Channel))
	steps.Check("it is an administrator", permissions&discordgo.PermissionAdministrator != 0)
}

func main() {
	point()
	all := []steps.Step{{Name: "ready", Take: ready}}
	all = append(all, messageSteps...)
	all = append(all, guildSteps...)
	all = append(all, peopleSteps...)
	all = append(all, postSteps...)
	all = append(all, sessionSteps...)
	steps.Take(all)
}
