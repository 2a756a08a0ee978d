package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import com.fasterxml.jackson.databind.JsonNode;
import discord4j.core.event.domain.interaction.ButtonInteractionEvent;
import discord4j.core.event.domain.interaction.ChatInputAutoCompleteEvent;
import discord4j.core.event.domain.interaction.ChatInputInteractionEvent;
import discord4j.core.event.domain.interaction.ModalSubmitInteractionEvent;
import discord4j.core.event.domain.interaction.SelectMenuInteractionEvent;
import discord4j.core.object.command.ApplicationCommandInteractionOption;
import discord4j.core.object.command.ApplicationCommandInteractionOptionValue;
import discord4j.core.object.command.ApplicationCommandOption;
import discord4j.core.object.component.ActionRow;
import discord4j.core.object.component.Button;
import discord4j.core.object.component.SelectMenu;
import discord4j.core.object.component.TextInput;
import discord4j.core.object.entity.Message;
import discord4j.core.spec.MessageCreateSpec;
import discord4j.discordjson.json.ApplicationCommandOptionChoiceData;
import discord4j.discordjson.json.ApplicationCommandOptionData;
import discord4j.discordjson.json.ApplicationCommandRequest;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

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
    private <E> JsonNode when(String action, Map<String, ?> parameters, Class<E> type, Function<E, Mono<?>> answer)
            throws Exception {
        Future<JsonNode> seen = Stage.asking(action, parameters);
        answer.apply(bot.arrivals.next(type)).block();
        return seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private JsonNode run(String command, Function<ChatInputInteractionEvent, Mono<?>> answer) throws Exception {
        command(command);
        return when("run", Map.of("command", command), ChatInputInteractionEvent.class, answer);
    }

    private void command(String name, ApplicationCommandOptionData... options) {
        bot.client()
                .getRestClient()
                .getApplicationService()
                .createGuildApplicationCommand(
                        Bot.SELF.asLong(),
                        Bot.GUILD.asLong(),
                        ApplicationCommandRequest.builder()
                                .name(name)
                                .description("Of a test")
                                .addAllOptions(List.of(options))
                                .build())
                .block();
    }

    private static ApplicationCommandInteractionOptionValue value(
            Optional<ApplicationCommandInteractionOption> option) {
        return option.flatMap(ApplicationCommandInteractionOption::getValue).orElseThrow();
    }

    private Message with(String content, ActionRow row) {
        return bot.channel()
                .createMessage(MessageCreateSpec.builder()
                        .content(content)
                        .addComponent(row)
                        .build())
                .block();
    }

    private void slash() throws Exception {
        command(
                "greet",
                ApplicationCommandOptionData.builder()
                        .type(ApplicationCommandOption.Type.STRING.getValue())
                        .name("whom")
                        .description("Whom")
                        .required(true)
                        .autocomplete(true)
                        .build(),
                ApplicationCommandOptionData.builder()
                        .type(ApplicationCommandOption.Type.INTEGER.getValue())
                        .name("often")
                        .description("How often")
                        .build());
        JsonNode offered = when(
                "type",
                Map.of("command", "greet", "option", "whom", "value", "wo"),
                ChatInputAutoCompleteEvent.class,
                typed -> {
                    equal(value(Optional.of(typed.getFocusedOption())).asString(), "wo");
                    return typed.respondWithSuggestions(List.of(ApplicationCommandOptionChoiceData.builder()
                            .name("World")
                            .value("world")
                            .build()));
                });
        equal(offered.path("choices").path(0).asText(), "world");
        List<Map<String, ?>> options = List.of(
                Map.of("type", 3, "name", "whom", "value", "world"), Map.of("type", 4, "name", "often", "value", 2));
        JsonNode seen = when(
                "run", Map.of("command", "greet", "options", options), ChatInputInteractionEvent.class, command -> {
                    equal(value(command.getOption("whom")).asString(), "world");
                    equal(value(command.getOption("often")).asLong(), 2L);
                    equal(command.getUser().getId(), Bot.OWNER);
                    return command.reply("hello world, hello world");
                });
        equal(seen.path("content").asText(), "hello world, hello world");
        check("everybody sees it", !seen.path("ephemeral").asBoolean());
    }

    private void deferred() throws Exception {
        JsonNode seen = run("think", command -> command.deferReply().then(command.editReply("thought")));
        equal(seen.path("content").asText(), "thought");
        check("it was announced", seen.path("deferred").asBoolean());
    }

    private void ephemeral() throws Exception {
        JsonNode seen = run("whisper", command -> command.reply("psst").withEphemeral(true));
        equal(seen.path("content").asText(), "psst");
        check("one person sees it", seen.path("ephemeral").asBoolean());
    }

    private void button() throws Exception {
        Message sent = with("press it", ActionRow.of(Button.primary("press", "Press")));
        JsonNode seen = when(
                "press",
                Map.of("message", sent.getId().asString(), "button", "press"),
                ButtonInteractionEvent.class,
                pressed -> {
                    equal(pressed.getMessageId(), sent.getId());
                    equal(pressed.getCustomId(), "press");
                    return pressed.edit("pressed").withComponents(List.of());
                });
        equal(seen.path("content").asText(), "pressed");
    }

    private void select() throws Exception {
        List<SelectMenu.Option> options = List.of("red", "green", "blue").stream()
                .map(colour -> SelectMenu.Option.of(colour, colour))
                .toList();
        SelectMenu menu = SelectMenu.of("colours", options).withMinValues(1).withMaxValues(2);
        Message sent = with("choose", ActionRow.of(menu));
        JsonNode seen = when(
                "choose",
                Map.of("message", sent.getId().asString(), "menu", "colours", "values", List.of("red", "blue")),
                SelectMenuInteractionEvent.class,
                chosen -> chosen.reply(String.join(" and ", chosen.getValues())));
        equal(seen.path("content").asText(), "red and blue");
    }

    private void modal() throws Exception {
        command("write");
        JsonNode opened = when(
                "open",
                Map.of("command", "write"),
                ChatInputInteractionEvent.class,
                command -> command.presentModal(
                        "A letter", "letter", List.of(ActionRow.of(TextInput.paragraph("text", "Text")))));
        equal(opened.path("title").asText(), "A letter");
        JsonNode seen = when(
                "submit", Map.of("field", "text", "value", "dear all"), ModalSubmitInteractionEvent.class, written -> {
                    equal(written.getCustomId(), "letter");
                    TextInput text = written.getComponents(TextInput.class).getFirst();
                    return written.reply(text.getValue().orElseThrow());
                });
        equal(seen.path("content").asText(), "dear all");
    }
}
