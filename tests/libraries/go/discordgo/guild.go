package main

import (
	"fmt"
	"slices"

	"github.com/bwmarrin/discordgo"

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

func create(data discordgo.GuildChannelCreateData) *discordgo.Channel {
	return steps.Get(session.GuildChannelCreateComplex(stage.Guild, data))
}

func channels() {
	created := next(session, func(event *discordgo.ChannelCreate) bool { return event.Name == "workshop" })
	category := create(discordgo.GuildChannelCreateData{Name: "Trades", Type: discordgo.ChannelTypeGuildCategory})
	workshop := create(discordgo.GuildChannelCreateData{Name: "workshop", Topic: "tools", ParentID: category.ID})
	steps.Equal(steps.Await("the channel", created).Topic, "tools")
	steps.Equal(workshop.ParentID, category.ID)
	changed := next(session, func(event *discordgo.ChannelUpdate) bool { return event.ID == workshop.ID })
	steps.Get(session.ChannelEdit(workshop.ID, &discordgo.ChannelEdit{Topic: "hammers"}))
	steps.Equal(steps.Await("the change", changed).Topic, "hammers")
	everyone := discordgo.PermissionOverwriteTypeRole
	steps.Must(session.ChannelPermissionSet(workshop.ID, stage.Guild, everyone, 0, discordgo.PermissionSendMessages))
	steps.Until("the overwrite is there", func() bool {
		return len(steps.Get(session.State.Channel(workshop.ID)).PermissionOverwrites) == 1
	})
	removed := next(session, func(event *discordgo.ChannelDelete) bool { return event.ID == workshop.ID })
	steps.Get(session.ChannelDelete(workshop.ID))
	steps.Await("the deletion", removed)
	steps.Get(session.ChannelDelete(category.ID))
	speech := create(discordgo.GuildChannelCreateData{Name: "speech", Type: discordgo.ChannelTypeGuildVoice})
	steps.Equal(speech.Bitrate, 64000)
	steps.Get(session.ChannelDelete(speech.ID))
}

func roles() {
	created := next(session, func(event *discordgo.GuildRoleCreate) bool { return event.Role.Name == "mason" })
	color, hoist, permissions := 0xff8800, true, int64(discordgo.PermissionKickMembers)
	role := steps.Get(session.GuildRoleCreate(stage.Guild, &discordgo.RoleParams{
		Name: "mason", Color: &color, Hoist: &hoist, Permissions: &permissions,
	}))
	steps.Await("the role", created)
	updated := next(session, func(event *discordgo.GuildRoleUpdate) bool { return event.Role.ID == role.ID })
	steps.Get(session.GuildRoleEdit(stage.Guild, role.ID, &discordgo.RoleParams{Name: "master mason"}))
	steps.Equal(steps.Await("the change", updated).Role.Name, "master mason")
	assigned := next(session, func(event *discordgo.GuildMemberUpdate) bool { return event.User.ID == stage.Owner })
	steps.Must(session.GuildMemberRoleAdd(stage.Guild, stage.Owner, role.ID))
	steps.Check("the member has the role", slices.Contains(steps.Await("the member", assigned).Roles, role.ID))
	steps.Must(session.GuildMemberRoleRemove(stage.Guild, stage.Owner, role.ID))
	deleted := next(session, func(event *discordgo.GuildRoleDelete) bool { return event.RoleID == role.ID })
	steps.Must(session.GuildRoleDelete(stage.Guild, role.ID))
	steps.Await("the deletion", deleted)
}

func members() {
	joined := next(session, func(*discordgo.GuildMemberAdd) bool { return true })
	guest := stage.Ask("guest", nil)
	steps.Equal(steps.Await("the guest", joined).User.ID, guest.ID)
	chunk := next(session, func(event *discordgo.GuildMembersChunk) bool { return event.Nonce == "by name" })
	steps.Must(session.RequestGuildMembers(stage.Guild, guest.Username, 5, "by name", false))
	steps.Equal(steps.Await("the chunk", chunk).Members[0].User.ID, guest.ID)
	chunk = next(session, func(event *discordgo.GuildMembersChunk) bool { return event.Nonce == "by id" })
	steps.Must(session.RequestGuildMembersList(stage.Guild, []string{stage.Owner, "1"}, 0, "by id", true))
	some := steps.Await("the chunk", chunk)
	steps.Equal(len(some.Members), 1)
	steps.Equal(some.NotFound, []string{"1"})
	renamed := next(session, func(event *discordgo.GuildMemberUpdate) bool { return event.User.ID == guest.ID })
	steps.Must(session.GuildMemberNickname(stage.Guild, guest.ID, "Visitor"))
	steps.Equal(steps.Await("the name", renamed).Nick, "Visitor")
	banned := next(session, func(event *discordgo.GuildBanAdd) bool { return event.User.ID == guest.ID })
	left := next(session, func(event *discordgo.GuildMemberRemove) bool { return event.User.ID == guest.ID })
	steps.Must(session.GuildBanCreate(stage.Guild, guest.ID, 0, discordgo.WithAuditLogReason("a test")))
	steps.Await("the ban", banned)
	steps.Await("the leaving", left)
	steps.Equal(steps.Get(session.GuildBan(stage.Guild, guest.ID)).Reason, "a test")
	steps.Must(session.GuildBanDelete(stage.Guild, guest.ID))
	_, err := session.GuildBan(stage.Guild, guest.ID)
	steps.Equal(code(err), 10026)
}

func voice() {
	joined := next(session, func(event *discordgo.VoiceStateUpdate) bool { return event.ChannelID == stage.Voice })
	steps.Must(session.ChannelVoiceJoinManual(stage.Guild, stage.Voice, true, false))
	steps.Check("it is muted", steps.Await("the state", joined).SelfMute)
	left := next(session, func(event *discordgo.VoiceStateUpdate) bool { return event.ChannelID == "" })
	steps.Must(session.ChannelVoiceJoinManual(stage.Guild, "", false, false))
	steps.Await("the leaving", left)
}

func guilds() {
	entered := next(session, func(event *discordgo.GuildCreate) bool { return event.ID != stage.Guild })
	made := stage.Ask("found", nil)
	steps.Equal(steps.Await("the guild", entered).ID, made.ID)
	gone := next(session, func(event *discordgo.GuildDelete) bool { return event.ID == made.ID })
	stage.Ask("dissolve", map[string]any{"guild": made.ID})
	steps.Check("it is not just away", !steps.Await("the end", gone).Unavailable)
}

func account() {
	name := fmt.Sprintf("renamed%s", stage.Bot[len(stage.Bot)-5:])
	steps.Get(session.UserUpdate(name, "", ""))
	steps.Equal(steps.Get(session.User("@me")).Username, name)
	listed := steps.Get(session.UserGuilds(200, "", "", false))
	steps.Check("its guild is listed", slices.ContainsFunc(listed, func(guild *discordgo.UserGuild) bool {
		return guild.ID == stage.Guild
	}))
}

func commands() {
	made := steps.Get(session.ApplicationCommandBulkOverwrite(stage.Bot, "", []*discordgo.ApplicationCommand{
		{Name: "ping", Description: "Answers"},
	}))
	steps.Equal(made[0].Name, "ping")
	steps.Get(session.ApplicationCommandCreate(stage.Bot, stage.Guild, &discordgo.ApplicationCommand{
		Name: "roll", Description: "Rolls dice",
		Options: []*discordgo.ApplicationCommandOption{{
			Name: "sides", Description: "How many sides the dice have",
			Type: discordgo.ApplicationCommandOptionInteger, MaxValue: 100,
		}},
	}))
	kept := steps.Get(session.ApplicationCommands(stage.Bot, stage.Guild))
	steps.Equal(kept[0].Options[0].MaxValue, 100.0)
	steps.Must(session.ApplicationCommandDelete(stage.Bot, stage.Guild, kept[0].ID))
	steps.Equal(len(steps.Get(session.ApplicationCommands(stage.Bot, stage.Guild))), 0)
}
