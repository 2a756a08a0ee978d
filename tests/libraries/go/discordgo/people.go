package main

import (
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"guildhall/libraries/stage"
	"guildhall/libraries/steps"
)

var peopleSteps = []steps.Step{
	{Name: "slash", Take: slash},
	{Name: "deferred", Take: deferred},
	{Name: "ephemeral", Take: ephemeral},
	{Name: "button", Take: button},
	{Name: "select", Take: choose},
	{Name: "modal", Take: modal},
}

// when lets the person do something, answers the interaction that comes of it, and returns what the person saw.
func when(action string, parameters map[string]any, answer func(interaction *discordgo.Interaction)) stage.Answer {
	came := next(session, func(*discordgo.InteractionCreate) bool { return true })
	seen := stage.Asking(action, parameters)
	answer(steps.Await("the interaction", came).Interaction)
	saw := steps.Await("what the person saw", seen)
	steps.Equal(saw.Error, "")
	return saw
}

func respond(interaction *discordgo.Interaction, kind discordgo.InteractionResponseType, data *discordgo.InteractionResponseData) {
	steps.Must(session.InteractionRespond(interaction, &discordgo.InteractionResponse{Type: kind, Data: data}))
}

func say(interaction *discordgo.Interaction, content string) {
	respond(interaction, discordgo.InteractionResponseChannelMessageWithSource, &discordgo.InteractionResponseData{Content: content})
}

func command(name string, options ...*discordgo.ApplicationCommandOption) {
	made := &discordgo.ApplicationCommand{
		Type: discordgo.ChatApplicationCommand, Name: name, Description: "Of a test", Options: options,
	}
	steps.Get(session.ApplicationCommandCreate(stage.Bot, stage.Guild, made))
}

func with(content string, component discordgo.MessageComponent) *discordgo.Message {
	return steps.Get(session.ChannelMessageSendComplex(stage.Channel, &discordgo.MessageSend{
		Content:    content,
		Components: []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{component}}},
	}))
}

func slash() {
	command("greet",
		&discordgo.ApplicationCommandOption{
			Type: discordgo.ApplicationCommandOptionString, Name: "whom", Description: "Whom", Required: true, Autocomplete: true,
		},
		&discordgo.ApplicationCommandOption{
			Type: discordgo.ApplicationCommandOptionInteger, Name: "often", Description: "How often",
		})
	offered := when("type", map[string]any{"command": "greet", "option": "whom", "value": "wo"}, func(interaction *discordgo.Interaction) {
		typed := interaction.ApplicationCommandData().GetOption("whom")
		steps.Check("its end is being typed", typed.Focused)
		steps.Equal(typed.StringValue(), "wo")
		respond(interaction, discordgo.InteractionApplicationCommandAutocompleteResult, &discordgo.InteractionResponseData{
			Choices: []*discordgo.ApplicationCommandOptionChoice{{Name: "World", Value: "world"}},
		})
	})
	steps.Equal(offered.Choices, []string{"world"})
	options := []map[string]any{{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}}
	seen := when("run", map[string]any{"command": "greet", "options": options}, func(interaction *discordgo.Interaction) {
		given := interaction.ApplicationCommandData()
		steps.Equal(given.GetOption("whom").StringValue(), "world")
		steps.Equal(given.GetOption("often").IntValue(), int64(2))
		steps.Equal(interaction.Member.User.ID, stage.Owner)
		say(interaction, "hello world, hello world")
	})
	steps.Equal(seen.Content, "hello world, hello world")
	steps.Check("everybody sees it", !seen.Ephemeral)
}

func deferred() {
	command("think")
	seen := when("run", map[string]any{"command": "think"}, func(interaction *discordgo.Interaction) {
		respond(interaction, discordgo.InteractionResponseDeferredChannelMessageWithSource, nil)
		thought := "thought"
		steps.Get(session.InteractionResponseEdit(interaction, &discordgo.WebhookEdit{Content: &thought}))
	})
	steps.Equal(seen.Content, "thought")
	steps.Check("it was announced", seen.Deferred)
}

func ephemeral() {
	command("whisper")
	seen := when("run", map[string]any{"command": "whisper"}, func(interaction *discordgo.Interaction) {
		respond(interaction, discordgo.InteractionResponseChannelMessageWithSource, &discordgo.InteractionResponseData{
			Content: "psst", Flags: discordgo.MessageFlagsEphemeral,
		})
	})
	steps.Equal(seen.Content, "psst")
	steps.Check("one person sees it", seen.Ephemeral)
}

func button() {
	sent := with("press it", discordgo.Button{Style: discordgo.PrimaryButton, Label: "Press", CustomID: "press"})
	seen := when("press", map[string]any{"message": sent.ID, "button": "press"}, func(interaction *discordgo.Interaction) {
		steps.Equal(interaction.Message.ID, sent.ID)
		steps.Equal(interaction.MessageComponentData().CustomID, "press")
		respond(interaction, discordgo.InteractionResponseUpdateMessage, &discordgo.InteractionResponseData{
			Content: "pressed", Components: []discordgo.MessageComponent{},
		})
	})
	steps.Equal(seen.Content, "pressed")
}

func choose() {
	colours := []string{"red", "green", "blue"}
	one := 1
	menu := discordgo.SelectMenu{MenuType: discordgo.StringSelectMenu, CustomID: "colours", MinValues: &one, MaxValues: 2}
	for _, colour := range colours {
		menu.Options = append(menu.Options, discordgo.SelectMenuOption{Label: colour, Value: colour})
	}
	sent := with("choose", menu)
	values := []string{"red", "blue"}
	seen := when("choose", map[string]any{"message": sent.ID, "menu": "colours", "values": values}, func(interaction *discordgo.Interaction) {
		chosen := slices.Clone(interaction.MessageComponentData().Values)
		say(interaction, strings.Join(chosen, " and "))
	})
	steps.Equal(seen.Content, "red and blue")
}

func modal() {
	command("write")
	opened := when("open", map[string]any{"command": "write"}, func(interaction *discordgo.Interaction) {
		text := discordgo.TextInput{CustomID: "text", Label: "Text", Style: discordgo.TextInputParagraph}
		respond(interaction, discordgo.InteractionResponseModal, &discordgo.InteractionResponseData{
			CustomID: "letter", Title: "A letter",
			Components: []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{text}}},
		})
	})
	steps.Equal(opened.Title, "A letter")
	seen := when("submit", map[string]any{"field": "text", "value": "dear all"}, func(interaction *discordgo.Interaction) {
		form := interaction.ModalSubmitData()
		steps.Equal(form.CustomID, "letter")
		row := form.Components[0].(*discordgo.ActionsRow)
		say(interaction, row.Components[0].(*discordgo.TextInput).Value)
	})
	steps.Equal(seen.Content, "dear all")
}
