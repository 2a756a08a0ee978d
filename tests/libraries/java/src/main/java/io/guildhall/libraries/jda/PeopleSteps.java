package io.guildhall.libraries.jda;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.modals.Modal;

/** Steps with what people ask of a bot. */
final class PeopleSteps {
    private static final long PATIENCE_SECONDS = 20;

    private final Bot bot;

    PeopleSteps(Bot bot) {
        this.bot = bot;
    }

    void addTo(Steps steps) {
        steps.add("slash", this::slash)
                .add("deferred", this::deferred)
                .add("ephemeral", this::ephemeral)
                .add("button", this::button)
                .add("select", this::select)
                .add("modal", this::modal);
    }

    /** Lets the person do something, answers the interaction that comes of it, and says what the person saw. */
    private <E> JsonNode when(String action, Map<String, ?> parameters, Class<E> type, Consumer<E> answer)
            throws Exception {
        Future<JsonNode> seen = Stage.asking(action, parameters);
        answer.accept(bot.arrivals.next(type));
        return seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private JsonNode run(String command, Consumer<SlashCommandInteractionEvent> answer) throws Exception {
        command(command);
        return when("run", Map.of("command", command), SlashCommandInteractionEvent.class, answer);
    }

    private void command(String name, OptionData... options) {
        bot.guild()
                .upsertCommand(Commands.slash(name, "Of a test").addOptions(options))
                .complete();
    }

    private void slash() throws Exception {
        command(
                "greet",
                new OptionData(OptionType.STRING, "whom", "Whom", true, true),
                new OptionData(OptionType.INTEGER, "often", "How often"));
        JsonNode offered = when(
                "type",
                Map.of("command", "greet", "option", "whom", "value", "wo"),
                CommandAutoCompleteInteractionEvent.class,
                typed -> {
                    equal(typed.getFocusedOption().getValue(), "wo");
                    typed.replyChoices(new Command.Choice("World", "world")).complete();
                });
        equal(offered.path("choices").path(0).asText(), "world");
        List<Map<String, ?>> options = List.of(
                Map.of("type", 3, "name", "whom", "value", "world"), Map.of("type", 4, "name", "often", "value", 2));
        JsonNode seen = when(
                "run", Map.of("command", "greet", "options", options), SlashCommandInteractionEvent.class, command -> {
                    equal(command.getOption("whom").getAsString(), "world");
                    equal(command.getOption("often").getAsInt(), 2);
                    equal(command.getMember().getId(), Stage.OWNER);
                    command.reply("hello world, hello world").complete();
                });
        equal(seen.path("content").asText(), "hello world, hello world");
        check("everybody sees it", !seen.path("ephemeral").asBoolean());
    }

    private void deferred() throws Exception {
        JsonNode seen = run("think", command -> {
            command.deferReply().complete();
            command.getHook().editOriginal("thought").complete();
        });
        equal(seen.path("content").asText(), "thought");
        check("it was announced", seen.path("deferred").asBoolean());
    }

    private void ephemeral() throws Exception {
        JsonNode seen = run(
                "whisper", command -> command.reply("psst").setEphemeral(true).complete());
        equal(seen.path("content").asText(), "psst");
        check("one person sees it", seen.path("ephemeral").asBoolean());
    }

    private void button() throws Exception {
        Message sent = bot.channel()
                .sendMessage("press it")
                .addComponents(ActionRow.of(Button.primary("press", "Press")))
                .complete();
        JsonNode seen = when(
                "press", Map.of("message", sent.getId(), "button", "press"), ButtonInteractionEvent.class, pressed -> {
                    equal(pressed.getMessageId(), sent.getId());
                    equal(pressed.getComponentId(), "press");
                    pressed.editMessage("pressed").setComponents(List.of()).complete();
                });
        equal(seen.path("content").asText(), "pressed");
    }

    private void select() throws Exception {
        StringSelectMenu.Builder menu = StringSelectMenu.create("colours").setRequiredRange(1, 2);
        List.of("red", "green", "blue").forEach(colour -> menu.addOption(colour, colour));
        Message sent = bot.channel()
                .sendMessage("choose")
                .addComponents(ActionRow.of(menu.build()))
                .complete();
        JsonNode seen = when(
                "choose",
                Map.of("message", sent.getId(), "menu", "colours", "values", List.of("red", "blue")),
                StringSelectInteractionEvent.class,
                chosen -> chosen.reply(String.join(" and ", chosen.getValues())).complete());
        equal(seen.path("content").asText(), "red and blue");
    }

    private void modal() throws Exception {
        TextInput text = TextInput.create("text", TextInputStyle.PARAGRAPH).build();
        Modal letter = Modal.create("letter", "A letter")
                .addComponents(Label.of("Text", text))
                .build();
        command("write");
        JsonNode opened = when(
                "open", Map.of("command", "write"), SlashCommandInteractionEvent.class, command -> command.replyModal(
                                letter)
                        .complete());
        equal(opened.path("title").asText(), "A letter");
        JsonNode seen =
                when("submit", Map.of("field", "text", "value", "dear all"), ModalInteractionEvent.class, written -> {
                    equal(written.getModalId(), "letter");
                    written.reply(written.getValue("text").getAsString()).complete();
                });
        equal(seen.path("content").asText(), "dear all");
    }
}
