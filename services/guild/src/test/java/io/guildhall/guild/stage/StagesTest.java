package io.guildhall.guild.stage;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long stage = channel(13);

    @Test
    void moderatorsBeginChangeAndEndWhatGoesOn() {
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(begin(GUEST, stage))).isEqualTo(50013);
        assertThat(guild.refusal(begin(OWNER, guild.channel("text")))).isEqualTo(50024);
        guild.takeEvents();
        JsonNode begun = guild.run(begin(OWNER, stage));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("STAGE_INSTANCE_CREATE", "MESSAGE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getChannelId()).isEqualTo(stage);
        assertThat(guild.refusal(begin(OWNER, stage))).isEqualTo(150006);

        guild.run(on("updateStageInstance", OWNER).body("{\"topic\":\"other\"}"));
        guild.reload();
        JsonNode seen = guild.run(on("getStageInstance", GUEST));
        assertThat(seen.get("topic").asText()).isEqualTo("other");
        assertThat(seen.get("id")).isEqualTo(begun.get("id"));
        assertThat(guild.refusal(on("deleteStageInstance", GUEST))).isEqualTo(50013);
        guild.run(on("deleteStageInstance", OWNER));
        assertThat(guild.refusal(on("getStageInstance", GUEST))).isEqualTo(10067);
    }

    @Test
    void whatHappensStandsInTheChat() {
        guild.join(GUEST, "guest");
        enter(GUEST, stage);
        String asked = "{\"request_to_speak_timestamp\":\"%s\"}"
                .formatted(Json.timestamp(guild.clock().millis()));
        guild.run(update("updateMyVoiceState", GUEST, GUEST, asked));
        assertThat(chat()).as("before something goes on").isEmpty();
        guild.run(update("updateMyVoiceState", GUEST, GUEST, "{\"request_to_speak_timestamp\":null}"));
        guild.run(begin(OWNER, stage));
        guild.run(update("updateMyVoiceState", GUEST, GUEST, asked));
        guild.run(update("updateMyVoiceState", GUEST, GUEST, asked));
        guild.run(update("updateVoiceState", OWNER, GUEST, "{\"suppress\":false}"));
        guild.run(update("updateVoiceState", OWNER, GUEST, "{\"suppress\":true}"));
        guild.run(on("updateStageInstance", OWNER).body("{\"topic\":\"other\"}"));
        guild.run(on("updateStageInstance", OWNER).body("{\"topic\":\"other\"}"));
        guild.run(on("deleteStageInstance", OWNER));

        List<JsonNode> said = chat();
        assertThat(said).extracting(message -> message.get("type").asInt()).containsExactly(27, 30, 29, 31, 28);
        assertThat(said)
                .extracting(message -> message.at("/author/id").asText())
                .containsExactly(
                        Long.toString(OWNER),
                        Long.toString(GUEST),
                        Long.toString(GUEST),
                        Long.toString(OWNER),
                        Long.toString(OWNER));
        assertThat(said.get(3).get("content").asText()).isEqualTo("other");
        assertThat(said.getFirst().get("mention_everyone").asBoolean()).isFalse();
    }

    @Test
    void whoMayMentionEverybodyTellsEverybodyThatItBegins() {
        long moderator = guild.role(
                "moderator",
                Permission.of(Permission.MANAGE_CHANNELS, Permission.MUTE_MEMBERS, Permission.MOVE_MEMBERS),
                1);
        guild.join(GUEST, "guest", moderator);
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", stage)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(Permission.MENTION_EVERYONE.mask())));
        String body = "{\"channel_id\":\"%d\",\"topic\":\"x\",\"send_start_notification\":true}".formatted(stage);
        assertThat(guild.refusal(Calls.of("createStageInstance", GUEST)
                        .path("channel_id", stage)
                        .body(body)))
                .isEqualTo(50013);
        guild.run(
                Calls.of("createStageInstance", OWNER).path("channel_id", stage).body(body));
        assertThat(chat().getFirst().get("mention_everyone").asBoolean()).isTrue();
    }

    private List<JsonNode> chat() {
        List<JsonNode> said = new ArrayList<>();
        guild.run(Calls.of("listMessages", OWNER).path("channel_id", stage)).forEach(said::add);
        return said.reversed();
    }

    @Test
    void aScheduledEventBeginsOnItsStageOnly() {
        assertThat(guild.refusal(Calls.of("createStageInstance", OWNER)
                        .path("channel_id", stage)
                        .body("{\"channel_id\":\"%d\",\"topic\":\"x\",\"guild_scheduled_event_id\":\"7\"}"
                                .formatted(stage))))
                .isEqualTo(10070);
        JsonNode event = guild.run(Calls.of("createScheduledEvent", OWNER)
                .path("guild_id", guild.id())
                .body("""
                    {"name":"Talk","privacy_level":2,"entity_type":1,"channel_id":"%d","scheduled_start_time":"%s"}\
                    """.formatted(stage, Json.timestamp(guild.clock().millis() + 60_000))));
        JsonNode begun = guild.run(Calls.of("createStageInstance", OWNER)
                .path("channel_id", stage)
                .body("{\"channel_id\":\"%d\",\"topic\":\"x\",\"guild_scheduled_event_id\":%s}"
                        .formatted(stage, event.get("id"))));
        JsonNode after = guild.run(Calls.of("getScheduledEvent", OWNER)
                .path("guild_id", guild.id())
                .path("guild_scheduled_event_id", event.get("id").asText()));
        assertThat(after.get("status").asInt()).isEqualTo(2);
        assertThat(after.get("entity_id")).isEqualTo(begun.get("id"));
    }

    @Test
    void whatNobodySpeaksOnEndsAfterMinutes() {
        guild.run(begin(OWNER, stage));
        guild.run(on("getStageInstance", OWNER));
        guild.clock().advance(Duration.ofMinutes(6));
        assertThat(guild.runLaters()).isPositive();
        assertThat(guild.refusal(on("getStageInstance", OWNER))).isEqualTo(10067);
    }

    @Test
    void listenersAskToSpeakAndModeratorsLetThem() {
        guild.join(GUEST, "guest");
        enter(GUEST, stage);
        assertThat(mine(GUEST).get("suppress").asBoolean()).isTrue();
        String now = Json.timestamp(guild.clock().millis());
        guild.takeEvents();
        guild.run(update("updateMyVoiceState", GUEST, GUEST, "{\"request_to_speak_timestamp\":\"%s\"}".formatted(now)));
        assertThat(guild.takeNames()).containsExactly("VOICE_STATE_UPDATE", "$VOICE_STATE");
        assertThat(mine(GUEST).get("request_to_speak_timestamp").asText()).isEqualTo(now);
        assertThat(guild.refusal(update("updateMyVoiceState", GUEST, GUEST, "{\"suppress\":false}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(update("updateVoiceState", GUEST, GUEST, "{\"suppress\":false}")))
                .isEqualTo(50013);
        guild.run(update("updateVoiceState", OWNER, GUEST, "{\"suppress\":false}"));
        assertThat(guild.run(update("getVoiceState", OWNER, GUEST, null))
                        .get("suppress")
                        .asBoolean())
                .isFalse();
        guild.run(update("updateMyVoiceState", GUEST, GUEST, "{\"suppress\":true}"));
        assertThat(mine(GUEST).get("request_to_speak_timestamp").isNull()).isTrue();
    }

    @Test
    void whoIsNotOnAStageIsNotLetSpeak() {
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(update("getMyVoiceState", GUEST, GUEST, null))).isEqualTo(10065);
        assertThat(guild.refusal(update("updateMyVoiceState", GUEST, GUEST, "{}")))
                .isEqualTo(10065);
        enter(GUEST, channel(2));
        assertThat(mine(GUEST).get("suppress").asBoolean()).isFalse();
        assertThat(guild.refusal(update("updateVoiceState", OWNER, GUEST, "{\"suppress\":true}")))
                .isEqualTo(50024);
        assertThat(guild.refusal(update("updateVoiceState", OWNER, GUEST, "{\"channel_id\":\"%d\"}".formatted(stage))))
                .isEqualTo(10065);
    }

    @Test
    void theStatusOfAChannelLastsUntilItIsEmpty() {
        guild.join(GUEST, "guest", guild.role("status", Permission.SET_VOICE_CHANNEL_STATUS.mask(), 1));
        long room = channel(2);
        assertThat(guild.refusal(status(GUEST, room))).isEqualTo(50013);
        assertThat(guild.refusal(status(OWNER, stage))).isEqualTo(50024);
        enter(GUEST, room);
        guild.takeEvents();
        guild.run(status(GUEST, room));
        guild.run(status(GUEST, room));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("VOICE_CHANNEL_STATUS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(Json.parse(told.getLast().getPayload()).get("action_type").asInt())
                .isEqualTo(192);
        enter(GUEST, 0);
        assertThat(guild.takeNames())
                .containsExactly("VOICE_STATE_UPDATE", "$VOICE_STATE", "VOICE_CHANNEL_STATUS_UPDATE");
        assertThat(guild.state().voice().status(room)).isEmpty();
    }

    private long channel(int type) {
        JsonNode made = guild.run(Calls.of("createChannel", OWNER)
                .path("guild_id", guild.id())
                .body("{\"name\":\"voice\",\"type\":%d}".formatted(type)));
        return Snowflake.parse(made.get("id").asText());
    }

    private Calls begin(long user, long channel) {
        return Calls.of("createStageInstance", user)
                .path("channel_id", channel)
                .body("{\"channel_id\":\"%d\",\"topic\":\"talk\"}".formatted(channel));
    }

    private Calls on(String operation, long user) {
        return Calls.of(operation, user).path("channel_id", stage);
    }

    private Calls status(long user, long channel) {
        return Calls.of("setVoiceStatus", user).path("channel_id", channel).body("{\"status\":\"Quiet\"}");
    }

    private JsonNode mine(long user) {
        return guild.run(update("getMyVoiceState", user, user, null));
    }

    private Calls update(String operation, long caller, long user, String body) {
        Calls call = Calls.of(operation, caller).path("guild_id", guild.id()).path("user_id", user);
        return body == null ? call : call.body(body);
    }

    private void enter(long user, long channel) {
        SessionRef ref =
                SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder().setRef(ref).setUserId(user))));
        guild.run(Command.newBuilder()
                .setVoiceState(UpdateVoiceState.newBuilder()
                        .setSession(ref)
                        .setUserId(user)
                        .setSessionId("session")
                        .setChannelId(channel)));
    }
}
