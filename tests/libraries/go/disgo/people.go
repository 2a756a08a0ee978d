package main

import (
	"strings"

	"github.com/disgoorg/disgo/bot"
	"github.com/disgoorg/disgo/discord"
	"github.com/disgoorg/disgo/events"

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
func when[E bot.Event](action string, parameters map[string]any, answer func(interaction E)) stage.Answer {
	came := next(client, func(E) bool { return true })
	seen := stage.Asking(action, parameters)
	answer(steps.Await("the interaction", came))
	saw := steps.Await("what the person saw", seen)
	steps.Equal(saw.Error, "")
	return saw
}

func command(name string, options ...discord.ApplicationCommandOption) {
	made := discord.SlashCommandCreate{Name: name, Description: "Of a test", Options: options}
	steps.Get(client.Rest().CreateGuildCommand(botID, guildID, made))
}

func with(content string, component discord.InteractiveComponent) *discord.Message {
	message := discord.NewMessageCreateBuilder().SetContent(content).AddActionRow(component).Build()
	return steps.Get(client.Rest().CreateMessage(channelID, message))
}

func run(name string, answer func(interaction *events.ApplicationCommandInteractionCreate)) stage.Answer {
	command(name)
	return when("run", map[string]any{"command": name}, answer)
}

func slash() {
	command("greet",
		discord.ApplicationCommandOptionString{Name: "whom", Description: "Whom", Required: true, Autocomplete: true},
		discord.ApplicationCommandOptionInt{Name: "often", Description: "How often"})
	typed := map[string]any{"command": "greet", "option": "whom", "value": "wo"}
	offered := when("type", typed, func(interaction *events.AutocompleteInteractionCreate) {
		steps.Equal(interaction.Data.Focused().Name, "whom")
		steps.Equal(interaction.Data.String("whom"), "wo")
		steps.Must(interaction.AutocompleteResult([]discord.AutocompleteChoice{
			discord.AutocompleteChoiceString{Name: "World", Value: "world"},
		}))
	})
	steps.Equal(offered.Choices, []string{"world"})
	options := []map[string]any{{"type": 3, "name": "whom", "value": "world"}, {"type": 4, "name": "often", "value": 2}}
	given := map[string]any{"command": "greet", "options": options}
	seen := when("run", given, func(interaction *events.ApplicationCommandInteractionCreate) {
		steps.Equal(interaction.SlashCommandInteractionData().String("whom"), "world")
		steps.Equal(interaction.SlashCommandInteractionData().Int("often"), 2)
		steps.Equal(interaction.Member().User.ID, ownerID)
		steps.Must(interaction.CreateMessage(discord.MessageCreate{Content: "hello world, hello world"}))
	})
	steps.Equal(seen.Content, "hello world, hello world")
	steps.Check("everybody sees it", !seen.Ephemeral)
}

func deferred() {
	seen := run("think", func(interaction *events.ApplicationCommandInteractionCreate) {
		steps.Must(interaction.DeferCreateMessage(false))
		thought := "thought"
		update := discord.MessageUpdate{Content: &thought}
		steps.Get(client.Rest().UpdateInteractionResponse(botID, interaction.Token(), update))
	})
	steps.Equal(seen.Content, "thought")
	steps.Check("it was announced", seen.Deferred)
}

func ephemeral() {
	seen := run("whisper", func(interaction *events.ApplicationCommandInteractionCreate) {
		steps.Must(interaction.CreateMessage(discord.MessageCreate{Content: "psst", Flags: discord.MessageFlagEphemeral}))
	})
	steps.Equal(seen.Content, "psst")
	steps.Check("one person sees it", seen.Ephemeral)
}

func button() {
	sent := with("press it", discord.NewPrimaryButton("Press", "press"))
	pressing := map[string]any{"message": sent.ID.String(), "button": "press"}
	seen := when("press", pressing, func(interaction *events.ComponentInteractionCreate) {
		steps.Equal(interaction.Message.ID, sent.ID)
		steps.Equal(interaction.Data.CustomID(), "press")
		content := "pressed"
		none := []discord.ContainerComponent{}
		steps.Must(interaction.UpdateMessage(discord.MessageUpdate{Content: &content, Components: &none}))
	})
	steps.Equal(seen.Content, "pressed")
}

func choose() {
	menu := discord.NewStringSelectMenu("colours", "").WithMinValues(1).WithMaxValues(2)
	for _, colour := range []string{"red", "green", "blue"} {
		menu.Options = append(menu.Options, discord.NewStringSelectMenuOption(colour, colour))
	}
	sent := with("choose", menu)
	choosing := map[string]any{"message": sent.ID.String(), "menu": "colours", "values": []string{"red", "blue"}}
	seen := when("choose", choosing, func(interaction *events.ComponentInteractionCreate) {
		values := interaction.StringSelectMenuInteractionData().Values
		steps.Must(interaction.CreateMessage(discord.MessageCreate{Content: strings.Join(values, " and ")}))
	})
	steps.Equal(seen.Content, "red and blue")
}

func modal() {
	command("write")
	opened := when("open", map[string]any{"command": "write"}, func(interaction *events.ApplicationCommandInteractionCreate) {
		text := discord.NewParagraphTextInput("text", "Text")
		steps.Must(interaction.Modal(discord.ModalCreate{
			CustomID: "letter", Title: "A letter", Components: []discord.ContainerComponent{discord.NewActionRow(text)},
		}))
	})
	steps.Equal(opened.Title, "A letter")
	filled := map[string]any{"field": "text", "value": "dear all"}
	seen := when("submit", filled, func(interaction *events.ModalSubmitInteractionCreate) {
		steps.Equal(interaction.Data.CustomID, "letter")
		steps.Must(interaction.CreateMessage(discord.MessageCreate{Content: interaction.Data.Text("text")}))
	})
	steps.Equal(seen.Content, "dear all")
}
