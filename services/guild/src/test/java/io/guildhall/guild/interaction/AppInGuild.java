package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Commands;
import java.util.List;

/** A guild with an application in it and a person who uses it. */
final class AppInGuild {
    static final long BOT = 2_000_001;
    static final long ANN = 2_000_002;
    static final long BEN = 2_000_003;
    private static final long COMMAND = 3_000_001;

    final TestGuild guild = new TestGuild();
    final long channel = guild.channel("general");

    AppInGuild() {
        guild.joinBot(BOT, "robot");
        guild.join(ANN, "ann");
        guild.join(BEN, "ben");
    }

    /** Stores a command with these further fields of its JSON. */
    void command(String fields) {
        JsonNode definition = Json.parse(
                "{\"id\":\"%d\",\"application_id\":\"%d\",\"version\":\"1\",\"type\":1,".formatted(COMMAND, BOT)
                        + "\"name\":\"ask\",\"description\":\"Ask\",\"dm_permission\":true," + fields + "}");
        guild.storage()
                .write(List.of(Write.to(Commands.TABLE, BOT, 0L, COMMAND)
                        .set(
                                Commands.DEFINITION,
                                Json.write(Json.read(definition.toString(), ApplicationCommand.class)))
                        .build()));
    }

    /** Ann runs the command with these options. */
    void run(String options) {
        run(2, options);
    }

    void run(int type, String options) {
        interact(type, "\"data\":{\"id\":\"%d\",\"version\":\"1\",\"options\":%s}".formatted(COMMAND, options));
    }

    /** Ann uses the command of a menu on something. */
    void runOn(long target) {
        interact(2, "\"data\":{\"id\":\"%d\",\"target_id\":\"%d\"}".formatted(COMMAND, target));
    }

    void interact(int type, String fields) {
        guild.run(interaction(ANN, type, fields));
    }

    Calls interaction(long user, int type, String fields) {
        return Calls.of("createInteraction", user)
                .path("channel_id", channel)
                .body(
                        "{\"type\":%d,\"application_id\":\"%d\",\"channel_id\":\"%d\",\"session_id\":\"s\",\"nonce\":\"7\",%s}"
                                .formatted(type, BOT, channel, fields));
    }

    /** The last interaction that the application was told of. */
    JsonNode received() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals("INTERACTION_CREATE"))
                .filter(event -> event.getOnlyUsersList().contains(BOT))
                .map(Event::getPayload)
                .map(Json::parse)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no interaction"));
    }

    /** The application's first answer. */
    Calls answer(JsonNode interaction, String body) {
        return bearer("createInteractionResponse", interaction).body(body);
    }

    /** A call with the interaction's token, as api passes it on. */
    Calls bearer(String operation, JsonNode interaction) {
        InteractionToken token =
                TestInteractions.TOKENS.read(interaction.path("token").asText()).orElseThrow();
        return Calls.of(operation, token.applicationId())
                .bot()
                .path("channel_id", Snowflake.format(token.channelId()))
                .path("interaction_id", Snowflake.format(token.interactionId()));
    }

    JsonNode original(JsonNode interaction) {
        return guild.run(bearer("getOriginalWebhookMessage", interaction));
    }

    static List<String> names(List<Event> events) {
        return events.stream().map(Event::getName).toList();
    }
}
