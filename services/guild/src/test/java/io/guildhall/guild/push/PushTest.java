package io.guildhall.guild.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps;
import io.guildhall.model.push.DeviceSteps.Registration;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.push.PushSteps;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.guildhall.model.table.catalogue.PushDevices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what happens to what a device shows, with the actors of people and guilds. */
class PushTest {
    private static final SessionRef SESSION =
            SessionRef.newBuilder().setGateway("gateway").setNumber(1).build();

    private final Town town = new Town();
    private final long ann = town.person("ann");
    private final long bob = town.person("bob");
    private final long guild = town.guild(ann);
    private final long channel = town.channel(guild);

    PushTest() {
        town.join(guild, ann, bob);
        register(bob, false);
        town.stage().takeFacts();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoIsMentionedByNameIsToldOfItAndOfNothingWithoutADevice() {
        long message = write(ann, "hello <@" + bob + ">", "");

        assertThat(pushes()).containsExactly(push(PushReason.MENTION, message));
        write(bob, "and <@" + ann + ">", "");
        assertThat(pushes()).isEmpty();
    }

    @Test
    void aReplyIsOne() {
        long first = write(bob, "what?", "");
        town.stage().takeFacts();
        long reply = write(ann, "that!", ",\"message_reference\":{\"message_id\":\"" + first + "\"}");

        assertThat(pushes()).containsExactly(push(PushReason.REPLY, reply));
    }

    @Test
    void aSilentMessageTellsNobody() {
        write(ann, "psst <@" + bob + ">", ",\"flags\":4096");

        assertThat(pushes()).isEmpty();
    }

    @Test
    void whoLooksIsNotToldUntilItSaysThatItIsAway() {
        attach(bob);
        write(ann, "seen <@" + bob + ">", "");
        assertThat(pushes()).isEmpty();

        presence(bob, "{\"status\":\"idle\",\"afk\":true}");
        write(ann, "unseen <@" + bob + ">", "");
        assertThat(pushes()).hasSize(1);

        presence(bob, "{\"status\":\"online\",\"afk\":false}");
        write(ann, "seen again <@" + bob + ">", "");
        assertThat(pushes()).isEmpty();
    }

    @Test
    void theGuildNamesThoseWhoAreMeantButNotWhoWroteNorWhoIsMentionedByName() {
        long carl = town.person("carl");
        town.join(guild, ann, carl);
        ObjectNode asked = Json.object()
                .put("channel_id", Snowflake.format(channel))
                .put("author_id", Snowflake.format(ann))
                .put("everyone", true);
        asked.putArray("mentions").add(Snowflake.format(carl));

        JsonNode answer = Town.json(step(Keys.guild(guild), PushSteps.AUDIENCE, asked));

        assertThat(answer.path("users").properties()).hasSize(1);
        assertThat(answer.path("users").path(Snowflake.format(bob)))
                .extracting(JsonNode::asText)
                .containsExactly("EVERYONE_MENTION", "CHANNEL_MESSAGE");
        assertThat(answer.has("next")).isFalse();
    }

    @Test
    void noticesOfTheSystemAndWhatIsSaidQuietlyAreMeantForNobody() {
        ObjectNode asked = Json.object()
                .put("channel_id", Snowflake.format(channel))
                .put("author_id", Snowflake.format(ann))
                .put("everyone", true);

        assertThat(meant(asked.deepCopy().put("type", 19))).hasSize(1);
        assertThat(meant(asked.deepCopy().put("type", 7))).isEmpty();
        assertThat(meant(asked.deepCopy().put("flags", 4_096))).isEmpty();
    }

    private JsonNode meant(ObjectNode asked) {
        return Town.json(step(Keys.guild(guild), PushSteps.AUDIENCE, asked)).path("users");
    }

    @Test
    void whoeverDoesNotSeeTheChannelIsNotMeant() {
        hide();
        ObjectNode asked = Json.object()
                .put("channel_id", Snowflake.format(channel))
                .put("author_id", Snowflake.format(ann))
                .put("everyone", true);

        assertThat(Town.json(step(Keys.guild(guild), PushSteps.AUDIENCE, asked))
                        .path("users")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsMeantForSomeIsToldAsThePersonWishes() {
        long message = write(ann, "@everyone", "");
        ObjectNode meant = Json.object()
                .put("guild_id", Snowflake.format(guild))
                .put("channel_id", Snowflake.format(channel))
                .put("message_id", Snowflake.format(message))
                .put("author_id", Snowflake.format(ann))
                .put("default_level", 1);
        meant.putArray("reasons").add("EVERYONE_MENTION").add("CHANNEL_MESSAGE");

        step(Keys.user(bob), PushSteps.MEANT, meant);
        assertThat(pushes()).containsExactly(push(PushReason.EVERYONE_MENTION, message));
        settings("{\"suppress_everyone\":true}");
        step(Keys.user(bob), PushSteps.MEANT, meant);
        assertThat(pushes()).isEmpty();
        settings("{\"message_notifications\":0}");
        step(Keys.user(bob), PushSteps.MEANT, meant);
        assertThat(pushes()).containsExactly(push(PushReason.CHANNEL_MESSAGE, message));
    }

    @Test
    void whatIsShownIsWhatIsTrueWhenItIsSent() {
        long message = write(ann, "first <@" + bob + ">", "");
        assertThat(shown(message).path("content").asText()).startsWith("first");
        assertThat(shown(message).path("badge").asInt()).isEqualTo(1);
        assertThat(shown(message).path("author").path("name").asText()).isEqualTo("ann");

        edit(message, "second <@" + bob + ">");
        assertThat(shown(message).path("content").asText()).startsWith("second");

        rest(Keys.guild(guild), "deleteMessage", ann, message, "");
        assertThat(shown(message)).isEmpty();
    }

    @Test
    void whatIsReadHiddenMutedOrBlockedMeanwhileIsNotShown() {
        long read = write(ann, "one <@" + bob + ">", "");
        rest(Keys.user(bob), "ackMessage", bob, read, "{\"token\":null}");
        assertThat(shown(read)).isEmpty();

        long off = write(ann, "two <@" + bob + ">", "");
        settings("{\"mobile_push\":false}");
        assertThat(shown(off)).isEmpty();
        settings("{\"mobile_push\":true}");
        assertThat(shown(off).has("content")).isTrue();

        hide();
        assertThat(shown(off)).isEmpty();
    }

    @Test
    void aDeviceThatHidesContentSaysThatThereIsSomethingAndNoMore() {
        long message = write(ann, "secret <@" + bob + ">", "");
        register(bob, true);

        JsonNode shown = shown(message);

        assertThat(shown.has("content")).isFalse();
        assertThat(shown.has("author")).isFalse();
        assertThat(shown.path("badge").asInt()).isEqualTo(1);
    }

    @Test
    void whoIsInterestedInAnEventIsMeantWhenItBeginsAndShownItsNameWhileItGoesOn() {
        String start = Json.timestamp(town.clock().millis() + 3_600_000);
        String end = Json.timestamp(town.clock().millis() + 7_200_000);
        String event = Town.json(town.rest(
                        Keys.guild(guild),
                        "createScheduledEvent",
                        ann,
                        Map.of(),
                        "",
                        "{\"name\":\"Feast\",\"privacy_level\":2,\"entity_type\":3,\"entity_metadata\":{\"location\":\"here\"},"
                                + "\"scheduled_start_time\":\"" + start + "\",\"scheduled_end_time\":\"" + end
                                + "\"}"))
                .path("id")
                .asText();
        Map<String, String> path = Map.of("guild_scheduled_event_id", event);
        town.rest(Keys.guild(guild), "subscribeToScheduledEvent", bob, path, "", "");
        assertThat(pushes()).isEmpty();

        town.rest(Keys.guild(guild), "updateScheduledEvent", ann, path, "", "{\"status\":2}");

        long id = Snowflake.parse(event);
        assertThat(pushes()).singleElement().satisfies(told -> {
            assertThat(told.userId()).isZero();
            assertThat(told.reason()).isEqualTo(PushReason.EVENT_START);
            assertThat(told.subjectId()).isEqualTo(id);
        });
        JsonNode audience = Town.json(step(
                Keys.guild(guild),
                PushSteps.EVENT_AUDIENCE,
                Json.object().put("event_id", event).put("after", "0")));
        assertThat(audience.path("users").fieldNames()).toIterable().containsExactly(Town.text(bob));
        assertThat(audience.has("next")).isFalse();
        ObjectNode meant = Json.object().put("guild_id", Town.text(guild)).put("message_id", event);
        meant.putArray("reasons").add("EVENT_START");
        step(Keys.user(bob), PushSteps.MEANT, meant);
        assertThat(pushes()).extracting(PushFact::userId).containsExactly(bob);
        assertThat(shownEvent(event).path("event").asText()).isEqualTo("Feast");

        town.rest(Keys.guild(guild), "updateScheduledEvent", ann, path, "", "{\"status\":3}");
        assertThat(shownEvent(event)).isEmpty();
    }

    private JsonNode shownEvent(String event) {
        return shown(PushReason.EVENT_START, Snowflake.parse(event), 0);
    }

    private void hide() {
        Town.json(town.rest(
                Keys.guild(guild),
                "setOverwrite",
                ann,
                Map.of("channel_id", Town.text(channel), "overwrite_id", Town.text(guild)),
                "",
                "{\"type\":0,\"deny\":\"1024\"}"));
    }

    private long write(long author, String content, String more) {
        JsonNode message = Town.json(town.rest(
                Keys.guild(guild),
                "createMessage",
                author,
                Map.of("channel_id", Town.text(channel)),
                "",
                "{\"content\":\"" + content + "\"" + more + "}"));
        return Snowflake.parse(message.path("id").asText());
    }

    private void edit(long message, String content) {
        Town.json(rest(Keys.guild(guild), "updateMessage", ann, message, "{\"content\":\"" + content + "\"}"));
    }

    private Outcome rest(ActorKey actor, String operation, long caller, long message, String body) {
        return town.rest(
                actor,
                operation,
                caller,
                Map.of("channel_id", Town.text(channel), "message_id", Town.text(message)),
                "",
                body);
    }

    private void settings(String body) {
        Town.json(town.rest(
                Keys.user(bob), "updateGuildNotifications", bob, Map.of("guild_id", Town.text(guild)), "", body));
    }

    private void register(long user, boolean hidden) {
        town.rows()
                .writeNow(List.of(Write.to(LoginSessions.TABLE, user, 1L)
                        .set(LoginSessions.CREATED_AT, 1L)
                        .build()));
        step(
                Keys.user(user),
                DeviceSteps.REGISTER,
                new Registration(DeviceProvider.WEB_PUSH, "https://push.example/1", "key", "auth", 1, hidden).json());
    }

    private void attach(long user) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(
                                        Session.newBuilder().setRef(SESSION).setUserId(user)))
                        .build());
    }

    private void presence(long user, String json) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setPresence(UpdatePresence.newBuilder()
                                .setSession(SESSION)
                                .setUserId(user)
                                .setPresence(ByteString.copyFromUtf8(json)))
                        .build());
    }

    private JsonNode shown(long message) {
        return shown(PushReason.MENTION, message, channel);
    }

    /** Empty when there is nothing to show. */
    private JsonNode shown(PushReason reason, long subject, long place) {
        long device = town.rows().all(PushDevices.TABLE, bob).getFirst().get(PushDevices.DEVICE_ID);
        Outcome outcome = step(
                Keys.user(bob),
                PushSteps.COMPOSE,
                Json.object()
                        .put("reason", reason.name())
                        .put("device_id", Snowflake.format(device))
                        .put("subject_id", Snowflake.format(subject))
                        .put("channel_id", Snowflake.format(place))
                        .put("guild_id", Snowflake.format(guild)));
        assertThat(outcome.hasSuccess()).isTrue();
        ByteString body = outcome.getSuccess().getBody();
        return body.isEmpty() ? Json.object() : Json.parse(body);
    }

    private Outcome step(ActorKey actor, String step, Object body) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(actor)
                        .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                        .build());
    }

    private PushFact push(PushReason reason, long message) {
        return new PushFact(bob, reason, message, channel, guild, town.clock().millis());
    }

    private List<PushFact> pushes() {
        return town.stage().takeFacts().stream()
                .filter(fact -> fact.getTopic().equals(PushFact.TOPIC))
                .map(PushFact::of)
                .toList();
    }
}
