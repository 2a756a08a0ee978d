package io.guildhall.push.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.User;
import io.guildhall.model.push.PushSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Finds out for whom a message of a guild is meant, some thousand members at a time, and tells the actors of those who have a device. A mention of
 * everyone in a guild of a million is some hundred questions to the guild's owner, which answers them beside its work. Blocks: on a virtual thread.
 */
final class Expansion {
    private static final int MOST_REMEMBERED = 10_000;

    private final OwnerSteps owners;
    private final DeviceOwners devices;
    private final MeantPeople people;
    private final Duration timeToLive;
    private final Clock clock;
    /** What is told of again soon, as when its links are looked up. */
    private final LinkedHashSet<String> done = new LinkedHashSet<>();

    Expansion(OwnerSteps owners, DeviceOwners devices, MeantPeople people, Duration timeToLive, Clock clock) {
        this.owners = owners;
        this.devices = devices;
        this.people = people;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /** Returns when everybody is told whose actor can answer; throws when the guild's owner can't, and that has to be tried again. */
    void expand(MessageFact.Is fact) {
        Message message = fact.message();
        if (!isNews(message) || devices.isEmpty()) {
            return;
        }
        ObjectNode asked = question(message);
        String next = "0";
        while (!next.isEmpty()) {
            ByteString answer = ask(fact.home(), PushSteps.AUDIENCE, asked.put("after", next));
            JsonNode page = answer.isEmpty() ? Json.object() : Json.parse(answer);
            tell(
                    page,
                    Json.object()
                            .put("guild_id", Snowflake.format(fact.home()))
                            .put("channel_id", message.channelId())
                            .put("parent_id", page.path("parent_id").asText())
                            .put("message_id", message.id())
                            .put("author_id", message.author().id())
                            .put("default_level", page.path("default_level").asInt()));
            next = page.path("next").asText();
        }
        remember(message.id());
    }

    /** An event begins, for those who are interested in it. */
    void expand(PushFact event) {
        if (clock.millis() - event.at() >= timeToLive.toMillis() || devices.isEmpty()) {
            return;
        }
        ObjectNode asked = Json.object().put("event_id", Snowflake.format(event.subjectId()));
        String next = "0";
        while (!next.isEmpty()) {
            ByteString answer = ask(event.guildId(), PushSteps.EVENT_AUDIENCE, asked.put("after", next));
            JsonNode page = answer.isEmpty() ? Json.object() : Json.parse(answer);
            tell(
                    page,
                    Json.object()
                            .put("guild_id", Snowflake.format(event.guildId()))
                            .put("message_id", Snowflake.format(event.subjectId())));
            next = page.path("next").asText();
        }
    }

    private boolean isNews(Message message) {
        long age = clock.millis() - Snowflake.timestamp(Snowflake.parse(message.id()));
        return message.editedTimestamp() == null && age < timeToLive.toMillis() && !isDone(message.id());
    }

    private ByteString ask(long guild, String step, JsonNode question) {
        return owners.ask(OwnerSteps.guild(guild), step, question).await().indefinitely();
    }

    private static ObjectNode question(Message message) {
        String content = message.content() == null ? "" : message.content();
        ObjectNode asked = Json.object()
                .put("channel_id", message.channelId())
                .put("author_id", message.author().id())
                .put("type", message.type())
                .put("flags", message.flags())
                .put("everyone", message.mentionEveryone())
                .put("here", content.contains("@here") && !content.contains("@everyone"));
        asked.set("roles", Json.tree(message.mentionRoles()));
        asked.set(
                "mentions", Json.tree(message.mentions().stream().map(User::id).toList()));
        return asked;
    }

    /** @param about what all of them are told */
    private void tell(JsonNode page, ObjectNode about) {
        Map<Long, JsonNode> meant = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : page.path("users").properties()) {
            long user = Snowflake.parse(one.getKey());
            if (devices.contains(user)) {
                meant.put(user, about.deepCopy().set("reasons", one.getValue()));
            }
        }
        people.tell(meant);
    }

    private synchronized boolean isDone(String message) {
        return done.contains(message);
    }

    private synchronized void remember(String message) {
        done.add(message);
        if (done.size() > MOST_REMEMBERED) {
            done.removeFirst();
        }
    }
}
