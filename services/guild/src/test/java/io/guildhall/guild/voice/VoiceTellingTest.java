package io.guildhall.guild.voice;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever ends or changes what a member may do in voice, the voice node hears of it with the command that does it. */
class VoiceTellingTest {
    private static final long MEMBER = 2_000_001;
    private static final long OTHER = 2_000_002;

    private final TestGuild guild = new TestGuild();
    private final long hall = voiceChannel("hall", 2);
    private final long stage = voiceChannel("stage", 13);
    private final long talkers =
            guild.role("talkers", Permission.PRIORITY_SPEAKER.mask() | Permission.CONNECT.mask(), 1);

    @BeforeEach
    void enter() {
        guild.join(MEMBER, "member");
        guild.join(OTHER, "other");
        put(MEMBER, hall, false, false);
        nudge();
        assertThat(told()).containsExactly(place(MEMBER, hall, true, true, false));
    }

    @Test
    void whatChangesNothingInVoiceTellsNothing() {
        nudge();
        run(Calls.of("updateGuild", OWNER), "{\"name\":\"Other name\"}");
        run(Calls.of("updateMember", OWNER).path("user_id", OTHER), "{\"nick\":\"o\"}");
        assertThat(guild.takePlaces()).isEmpty();
    }

    @Test
    void aServerMuteAndADeafEndIt() {
        edit("{\"mute\":true}");
        assertThat(told()).containsExactly(place(MEMBER, hall, false, true, false));
        edit("{\"deaf\":true}");
        assertThat(told()).containsExactly(place(MEMBER, hall, false, false, false));
        edit("{\"mute\":false,\"deaf\":false}");
        assertThat(told()).containsExactly(place(MEMBER, hall, true, true, false));
    }

    @Test
    void whoIsSelfDeafHearsNothing() {
        put(MEMBER, hall, true, false);
        nudge();
        assertThat(told()).containsExactly(place(MEMBER, hall, true, false, false));
    }

    @Test
    void aRevokedRightToSpeakEndsSpeaking() {
        overwrite(Permission.SPEAK);
        assertThat(told()).containsExactly(place(MEMBER, hall, false, true, false));
    }

    @Test
    void aRevokedRightToConnectEndsBoth() {
        overwrite(Permission.CONNECT);
        assertThat(told()).containsExactly(place(MEMBER, hall, false, false, false));
    }

    @Test
    void whoIsMovedToWhereItMightNotConnectStaysThere() {
        long closed = voiceChannel("closed", 2);
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", closed)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(Permission.CONNECT.mask())));
        edit("{\"channel_id\":\"%s\"}".formatted(Snowflake.format(closed)));
        assertThat(told()).singleElement().satisfies(place -> {
            assertThat(place.getChannelId()).isEqualTo(closed);
            assertThat(place.getHears()).isTrue();
        });
    }

    @Test
    void whoLostTheRightToConnectDoesNotHearAgainBecauseTheGuildHasAnotherOwner() {
        overwrite(Permission.CONNECT);
        guild.reload();
        guild.takePlaces();
        put(MEMBER, hall, false, false);
        nudge();
        assertThat(told()).containsExactly(place(MEMBER, hall, false, false, false));
    }

    @Test
    void aRoleGivesAndTakesPriority() {
        guild.run(role("addMemberRole"));
        assertThat(told()).containsExactly(place(MEMBER, hall, true, true, true));
        guild.run(role("deleteMemberRole"));
        assertThat(told()).containsExactly(place(MEMBER, hall, true, true, false));
        guild.run(role("addMemberRole"));
        told();
        guild.run(Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", talkers));
        assertThat(told()).containsExactly(place(MEMBER, hall, true, true, false));
    }

    @Test
    void onAStageWhoIsSuppressedOnlyHears() {
        put(MEMBER, stage, false, true);
        nudge();
        assertThat(told()).containsExactly(place(MEMBER, stage, false, true, false));
        guild.run(Calls.of("updateVoiceState", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"channel_id\":\"%s\",\"suppress\":false}".formatted(Snowflake.format(stage))));
        assertThat(told()).containsExactly(place(MEMBER, stage, true, true, false));
    }

    @Test
    void whoIsTimedOutLeavesVoiceAndComesBackOfTheirOwn() {
        edit("{\"communication_disabled_until\":\"%s\"}"
                .formatted(java.time.Instant.ofEpochMilli(guild.clock().millis() + 60_000)));
        assertThat(told()).containsExactly(nowhere());
        assertThat(guild.takeEvents())
                .filteredOn(event -> event.getName().equals("VOICE_STATE_UPDATE"))
                .last()
                .satisfies(
                        event -> assertThat(event.getPayload().toStringUtf8()).contains("\"channel_id\":null"));
    }

    @Test
    void whoIsDisconnectedKickedOrBannedIsNowhere() {
        edit("{\"channel_id\":null}");
        assertThat(told()).containsExactly(nowhere());
        enter();
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", MEMBER));
        assertThat(told()).containsExactly(nowhere());
    }

    @Test
    void aBanEndsIt() {
        guild.run(Calls.of("createBan", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{}"));
        assertThat(told()).containsExactly(nowhere());
    }

    @Test
    void aDeletedChannelEndsIt() {
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", hall));
        assertThat(told()).containsExactly(nowhere());
    }

    @Test
    void withADeletedGuildNobodyIsInVoice() {
        guild.run(Calls.of("deleteGuild", OWNER).path("guild_id", guild.id()));
        assertThat(guild.takePlaces()).isNotEmpty().allMatch(VoicePlaces::getWhole);
    }

    private static VoicePlace place(long user, long channel, boolean speaks, boolean hears, boolean priority) {
        return VoicePlace.newBuilder()
                .setUserId(user)
                .setChannelId(channel)
                .setSessionId("session")
                .setSpeaks(speaks)
                .setHears(hears)
                .setPriority(priority)
                .build();
    }

    private static VoicePlace nowhere() {
        return VoicePlace.newBuilder().setUserId(MEMBER).build();
    }

    private List<VoicePlace> told() {
        return guild.takePlaces().stream()
                .flatMap(places -> places.getPlacesList().stream())
                .toList();
    }

    private void put(long user, long channel, boolean deaf, boolean suppressed) {
        guild.state()
                .put(guild.state()
                        .voice()
                        .with(new InVoice(
                                user,
                                channel,
                                SessionRef.getDefaultInstance(),
                                "session",
                                false,
                                deaf,
                                suppressed,
                                null)));
    }

    /** A command that changes nothing, after which is looked. */
    private void nudge() {
        guild.run(Calls.of("getGuild", OWNER).path("guild_id", guild.id()));
    }

    private void edit(String body) {
        run(Calls.of("updateMember", OWNER).path("user_id", MEMBER), body);
    }

    private void run(Calls call, String body) {
        guild.run(call.path("guild_id", guild.id()).body(body));
    }

    private Calls role(String operation) {
        return Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", talkers);
    }

    private void overwrite(Permission denied) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", hall)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(denied.mask())));
    }

    private long voiceChannel(String name, int type) {
        return Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"%s\",\"type\":%d}".formatted(name, type)))
                .get("id")
                .asText());
    }
}
