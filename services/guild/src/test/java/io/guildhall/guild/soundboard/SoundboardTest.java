package io.guildhall.guild.soundboard;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestSounds;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Sounds;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundboardTest {
    private static final long MAKER = 2_000_001;
    private static final long GUEST = 2_000_002;
    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewSoundIsToldAndIsInTheGuild() {
        JsonNode made = guild.run(create(OWNER, ",\"volume\":0.1,\"emoji_name\":\"🦆\""));

        assertThat(made.at("/user/id").asText()).isEqualTo(Snowflake.format(OWNER));
        assertThat(made.get("volume").asDouble()).isEqualTo(0.1);
        assertThat(made.get("emoji_id").isNull()).isTrue();
        assertThat(made.get("emoji_name").asText()).isEqualTo("🦆");
        assertThat(made.get("available").asBoolean()).isTrue();
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("GUILD_SOUNDBOARD_SOUND_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.GUILD_EXPRESSIONS.bit());
        assertThat(Json.parse(told.getFirst().getPayload())).isEqualTo(made);
        assertThat(Json.parse(told.getLast().getPayload()).get("action_type").asInt())
                .isEqualTo(130);
        guild.reload();
        assertThat(guild.run(of("listSounds", OWNER)).at("/items/0")).isEqualTo(made);
        assertThat(guild.storage()
                        .row(ExpressionOwners.TABLE, id(made))
                        .orElseThrow()
                        .get(ExpressionOwners.FILE))
                .isEqualTo(HASH);
    }

    @Test
    void whoMadeASoundMayChangeItAndOthersMayLook() {
        guild.join(MAKER, "maker", guild.role("Makers", Permission.CREATE_GUILD_EXPRESSIONS.mask(), 1));
        guild.join(GUEST, "guest");
        long sound = id(guild.run(create(MAKER, "")));
        assertThat(guild.run(named("getSound", GUEST, sound)).has("user")).isFalse();
        assertThat(guild.run(of("listSounds", GUEST)).at("/items/0").has("user"))
                .isFalse();
        assertThat(guild.refusal(named("updateSound", GUEST, sound).body("{\"name\":\"mine\"}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(named("deleteSound", GUEST, sound))).isEqualTo(50013);
        assertThat(guild.refusal(create(GUEST, ""))).isEqualTo(50013);
        guild.takeEvents();

        JsonNode changed = guild.run(
                named("updateSound", MAKER, sound).body("{\"name\":\"louder\",\"volume\":null,\"emoji_name\":\"🎺\"}"));
        assertThat(changed.get("name").asText()).isEqualTo("louder");
        assertThat(changed.get("volume").asDouble()).isEqualTo(1);
        assertThat(guild.takeNames()).containsExactly("GUILD_SOUNDBOARD_SOUND_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.run(named("deleteSound", OWNER, sound));
        assertThat(guild.takeNames()).containsExactly("GUILD_SOUNDBOARD_SOUND_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.refusal(named("getSound", OWNER, sound))).isEqualTo(10097);
        assertThat(guild.storage().row(Sounds.TABLE, guild.id(), sound)).isEmpty();
        assertThat(guild.storage().row(ExpressionOwners.TABLE, sound)).isEmpty();
    }

    @Test
    void aGuildHasEightSoundsAndTheEmojisOfItsOwnOnly() {
        assertThat(guild.refusal(create(OWNER, ",\"emoji_id\":\"5\""))).isEqualTo(10014);
        for (int made = 0; made < 8; made++) {
            guild.run(create(OWNER, ""));
        }
        assertThat(guild.refusal(create(OWNER, ""))).isEqualTo(30045);
    }

    @Test
    void aSoundIsPlayedForThoseWhoAreInTheVoiceChannel() {
        long room = voiceChannel();
        long sound = id(guild.run(create(OWNER, ",\"volume\":0.5")));
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(play(room, GUEST, sound, ""))).isEqualTo(10065);
        enter(GUEST, room, false);
        enter(OWNER, room, false);
        guild.takeEvents();

        guild.run(play(room, GUEST, sound, ""));
        Event effect = guild.takeEvents().getFirst();
        assertThat(effect.getName()).isEqualTo("VOICE_CHANNEL_EFFECT_SEND");
        assertThat(effect.getOnlyUsersList()).containsExactlyInAnyOrder(GUEST, OWNER);
        JsonNode payload = Json.parse(effect.getPayload());
        assertThat(payload.get("sound_id").asLong()).isEqualTo(sound);
        assertThat(payload.get("sound_volume").asDouble()).isEqualTo(0.5);
        assertThat(payload.get("user_id").asLong()).isEqualTo(GUEST);

        guild.run(play(room, GUEST, 1, ""));
        assertThat(guild.refusal(play(room, GUEST, 5, ""))).isEqualTo(10097);
        enter(GUEST, room, true);
        assertThat(guild.refusal(play(room, GUEST, sound, ""))).isEqualTo(50167);
    }

    @Test
    void aSoundOfAnotherGuildIsForItsMembers() {
        long room = voiceChannel();
        guild.join(GUEST, "guest");
        enter(GUEST, room, false);
        assertThat(guild.refusal(play(room, GUEST, 77, ",\"source_guild_id\":\"78\"")))
                .isEqualTo(10097);
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", room)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(Permission.USE_EXTERNAL_SOUNDS.mask())));
        assertThat(guild.refusal(play(room, GUEST, 77, ",\"source_guild_id\":\"78\"")))
                .isEqualTo(50013);
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", room)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(Permission.USE_SOUNDBOARD.mask())));
        assertThat(guild.refusal(play(room, GUEST, 1, ""))).isEqualTo(50013);
    }

    @Test
    void whoAsksForTheSoundsOfAGuildGetsThem() {
        guild.run(create(OWNER, ""));
        Command.Builder asked = Command.newBuilder()
                .setRequestSounds(RequestSounds.newBuilder()
                        .setSession(
                                SessionRef.newBuilder().setGateway("gateway").setNumber(OWNER)));
        Event answer = guild.pull(guild.tickets(asked).getFirst()).getFirst();
        assertThat(answer.getName()).isEqualTo("SOUNDBOARD_SOUNDS");
        assertThat(Json.parse(answer.getPayload()).get("soundboard_sounds")).hasSize(1);
    }

    private long voiceChannel() {
        return id(guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body("{\"name\":\"room\",\"type\":2}")));
    }

    private void enter(long user, long channel, boolean deaf) {
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
                        .setChannelId(channel)
                        .setSelfDeaf(deaf)));
    }

    private static Calls play(long room, long by, long sound, String more) {
        return Calls.of("sendSound", by).path("channel_id", room).body("{\"sound_id\":\"" + sound + "\"" + more + "}");
    }

    private Calls create(long by, String more) {
        return of("createSound", by)
                .body("{\"name\":\"Quack\",\"sound\":\"data:audio/ogg;base64,T2dnUw==\"" + more + "}")
                .picture("sound", HASH);
    }

    private Calls named(String operation, long by, long sound) {
        return of(operation, by).path("sound_id", sound);
    }

    private Calls of(String operation, long by) {
        return Calls.of(operation, by).path("guild_id", guild.id());
    }

    private static long id(JsonNode made) {
        return Snowflake.parse(
                made.path(made.has("sound_id") ? "sound_id" : "id").asText());
    }
}
