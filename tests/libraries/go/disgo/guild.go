package main

import (
	"context"
	"slices"

	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"
	"github.com/disgoorg/disgo/rest"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var guildSteps = []steps.Step{
	{Name: "channels", Take: channels},
	{Name: "roles", Take: roles},
	{Name: "members", Take: members},
	{Name: "voice", Take: voice},
	{Name: "guilds", Take: guilds},
	{Name: "account", Take: account},
	{Name: "commands", Take: commands},
}

func create(data discord.GuildChannelCreate) discord.GuildChannel {
	return steps.Get(client.Rest().CreateGuildChannel(guildID, data))
}

func channels() {
	created := next(client, func(event *events.GuildChannelCreate) bool { return event.Channel.Name() == "workshop" })
	category := create(discord.GuildCategoryChannelCreate{Name: "Trades"})
	workshop := create(discord.GuildTextChannelCreate{Name: "workshop", Topic: "tools", ParentID: category.ID()})
	steps.Equal(*steps.Await("the channel", created).Channel.(discord.GuildTextChannel).Topic(), "tools")
	steps.Equal(*workshop.ParentID(), category.ID())
	changed := next(client, func(event *events.GuildChannelUpdate) bool { return event.ChannelID == workshop.ID() })
	topic := "hammers"
	steps.Get(client.Rest().UpdateChannel(workshop.ID(), discord.GuildTextChannelUpdate{Topic: &topic}))
	steps.Equal(*steps.Await("the change", changed).Channel.(discord.GuildTextChannel).Topic(), "hammers")
	deny := discord.PermissionSendMessages
	overwrite := discord.RolePermissionOverwriteUpdate{Deny: &deny}
	steps.Must(client.Rest().UpdatePermissionOverwrite(workshop.ID(), guildID, overwrite))
	steps.Until("the overwrite is there", func() bool {
		here, known := client.Caches().Channel(workshop.ID())
		return known && len(here.PermissionOverwrites()) == 1
	})
	removed := next(client, func(event *events.GuildChannelDelete) bool { return event.ChannelID == workshop.ID() })
	steps.Must(client.Rest().DeleteChannel(workshop.ID()))
	steps.Await("the deletion", removed)
	steps.Must(client.Rest().DeleteChannel(category.ID()))
	speech := create(discord.GuildVoiceChannelCreate{Name: "speech"})
	steps.Equal(speech.(discord.GuildVoiceChannel).Bitrate(), 64000)
	steps.Must(client.Rest().DeleteChannel(speech.ID()))
}

func roles() {
	created := next(client, func(event *events.RoleCreate) bool { return event.Role.Name == "mason" })
	permissions := discord.PermissionKickMembers
	role := steps.Get(client.Rest().CreateRole(guildID, discord.RoleCreate{
		Name: "mason", Color: 0xff8800, Hoist: true, Permissions: &permissions,
	}))
	steps.Await("the role", created)
	updated := next(client, func(event *events.RoleUpdate) bool { return event.RoleID == role.ID })
	name := "master mason"
	steps.Get(client.Rest().UpdateRole(guildID, role.ID, discord.RoleUpdate{Name: &name}))
	steps.Equal(steps.Await("the change", updated).Role.Name, name)
	assigned := next(client, func(event *events.GuildMemberUpdate) bool { return event.Member.User.ID == ownerID })
	steps.Must(client.Rest().AddMemberRole(guildID, ownerID, role.ID))
	steps.Check("the member has the role", slices.Contains(steps.Await("the member", assigned).Member.RoleIDs, role.ID))
	steps.Must(client.Rest().RemoveMemberRole(guildID, ownerID, role.ID))
	deleted := next(client, func(event *events.RoleDelete) bool { return event.RoleID == role.ID })
	steps.Must(client.Rest().DeleteRole(guildID, role.ID))
	steps.Await("the deletion", deleted)
}

func members() {
	joined := next(client, func(*events.GuildMemberJoin) bool { return true })
	guest := stage.Ask("guest", nil)
	id := steps.Await("the guest", joined).Member.User.ID
	steps.Equal(id.String(), guest.ID)
	found := steps.Get(client.MemberChunkingManager().RequestMembersWithQuery(guildID, guest.Username, 5))
	steps.Equal(len(found), 1)
	chosen := steps.Get(client.MemberChunkingManager().RequestMembers(guildID, ownerID, id))
	steps.Equal(len(chosen), 2)
	renamed := next(client, func(event *events.GuildMemberUpdate) bool { return event.Member.User.ID == id })
	nick := "Visitor"
	steps.Get(client.Rest().UpdateMember(guildID, id, discord.MemberUpdate{Nick: &nick}))
	steps.Equal(*steps.Await("the name", renamed).Member.Nick, nick)
	banned := next(client, func(event *events.GuildBan) bool { return event.User.ID == id })
	left := next(client, func(event *events.GuildMemberLeave) bool { return event.User.ID == id })
	steps.Must(client.Rest().AddBan(guildID, id, 0, rest.WithReason("a test")))
	steps.Await("the ban", banned)
	steps.Await("the leaving", left)
	steps.Equal(*steps.Get(client.Rest().GetBan(guildID, id)).Reason, "a test")
	steps.Must(client.Rest().DeleteBan(guildID, id))
	_, err := client.Rest().GetBan(guildID, id)
	steps.Equal(refusal(err).Code, rest.JSONErrorCode(10026))
}

func voice() {
	joined := next(client, func(event *events.GuildVoiceStateUpdate) bool {
		return event.VoiceState.ChannelID != nil && *event.VoiceState.ChannelID == voiceID
	})
	steps.Must(client.UpdateVoiceState(context.Background(), guildID, &voiceID, true, false))
	steps.Check("it is muted", steps.Await("the state", joined).VoiceState.SelfMute)
	left := next(client, func(*events.GuildVoiceLeave) bool { return true })
	steps.Must(client.UpdateVoiceState(context.Background(), guildID, nil, false, false))
	steps.Await("the leaving", left)
}

func guilds() {
	entered := next(client, func(*events.GuildJoin) bool { return true })
	made := stage.Ask("found", nil)
	steps.Equal(steps.Await("the guild", entered).GuildID.String(), made.ID)
	gone := next(client, func(event *events.GuildLeave) bool { return event.GuildID.String() == made.ID })
	stage.Ask("dissolve", map[string]any{"guild": made.ID})
	steps.Await("the end", gone)
}

func account() {
	name := "renamed" + stage.Bot[len(stage.Bot)-5:]
	steps.Get(client.Rest().UpdateCurrentUser(discord.UserUpdate{Username: name}))
	steps.Equal(steps.Get(client.Rest().GetCurrentUser("")).Username, name)
	steps.Equal(steps.Get(client.Rest().GetBotApplicationInfo()).ID, botID)
	listed := steps.Get(client.Rest().GetCurrentUserGuilds("", 0, 0, 200, false))
	steps.Check("its guild is listed", slices.ContainsFunc(listed, func(guild discord.OAuth2Guild) bool {
		return guild.ID == guildID
	}))
}

func commands() {
	ping := discord.SlashCommandCreate{Name: "ping", Description: "Answers"}
	made := steps.Get(client.Rest().SetGlobalCommands(botID, []discord.ApplicationCommandCreate{ping}))
	steps.Equal(made[0].Name(), "ping")
	most := 100
	steps.Get(client.Rest().CreateGuildCommand(botID, guildID, discord.SlashCommandCreate{
		Name: "roll", Description: "Rolls dice",
		Options: []discord.ApplicationCommandOption{discord.ApplicationCommandOptionInt{
			Name: "sides", Description: "How many sides the dice have", MaxValue: &most,
		}},
	}))
	kept := steps.Get(client.Rest().GetGuildCommands(botID, guildID, false))
	option := kept[0].(discord.SlashCommand).Options[0].(discord.ApplicationCommandOptionInt)
	steps.Equal(*option.MaxValue, most)
	steps.Must(client.Rest().DeleteGuildCommand(botID, guildID, kept[0].ID()))
	steps.Equal(len(steps.Get(client.Rest().GetGuildCommands(botID, guildID, false))), 0)
}
