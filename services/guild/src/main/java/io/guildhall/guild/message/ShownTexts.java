package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that others would read of a person's message, wherever in it that stands, for those who hold it against a guild's rules. Embeds
 * and components it has none; what it forwards may, and what an application says for a person.
 */
final class ShownTexts {
    private static final Set<String> OF_COMPONENTS = Set.of("content", "label", "placeholder", "description");

    private final List<String> texts = new ArrayList<>();

    private ShownTexts() {}

    /**
     * What a request says, each on lines of its own.
     *
     * @param snapshots what it forwards; empty for nothing
     */
    static String of(MessageBody body, Given<PollBody> poll, JsonNode snapshots) {
        ShownTexts shown = new ShownTexts();
        body.content().value().ifPresent(shown.texts::add);
        poll.value().map(PollBody::texts).ifPresent(shown.texts::add);
        snapshots.forEach(snapshot -> shown.forwarded(snapshot.path("message")));
        return String.join("\n", shown.texts);
    }

    static String of(MessageBody body) {
        return of(body, Given.absent("poll"), Json.array());
    }

    /** What an application says, of its own embeds and components too. */
    static String ofApplication(MessageBody body, Given<PollBody> poll) {
        ShownTexts shown = new ShownTexts();
        body.embeds().value().ifPresent(embeds -> embeds.forEach(shown::embed));
        body.components().value().ifPresent(shown::components);
        return Stream.concat(Stream.of(of(body, poll, Json.array())), shown.texts.stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private void forwarded(JsonNode message) {
        add(message.path("content"));
        message.path("embeds").forEach(embed -> {
            // What else is shown of a message was made from the addresses in it.
            if (embed.path("type").asText().equals("rich")) {
                embed(embed);
            }
        });
        components(message.path("components"));
    }

    private void embed(JsonNode embed) {
        add(embed.path("title"));
        add(embed.path("description"));
        add(embed.at("/author/name"));
        add(embed.at("/footer/text"));
        embed.path("fields").forEach(field -> {
            add(field.path("name"));
            add(field.path("value"));
        });
    }

    /** Components stand in each other as deep as they were checked to. */
    private void components(JsonNode node) {
        node.properties().forEach(entry -> {
            if (OF_COMPONENTS.contains(entry.getKey())) {
                add(entry.getValue());
            }
        });
        node.forEach(this::components);
    }

    private void add(JsonNode text) {
        if (text.isTextual() && !text.textValue().isEmpty()) {
            texts.add(text.textValue());
        }
    }
}
