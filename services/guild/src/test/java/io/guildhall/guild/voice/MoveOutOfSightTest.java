package io.guildhall.guild.voice;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.SessionRef;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who is moved into a voice channel that it does not see is there, and sees no more than before (decision 17). */
class MoveOutOfSightTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long open = channel("open", "");
    private final long hidden = channel(
            "hidden",
            ",\"permission_overwrites\":[{\"id\":\"%s\",\"type\":0,\"deny\":\"%d\"}]"
                    .formatted(Snowflake.format(guild.id()), Permission.VIEW_CHANNEL.mask()));

    private long channel(String name, String more) {
        return Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"%s\",\"type\":2%s}".formatted(name, more)))
                .get("id")
                .asText());
    }

    private void move(long channel) {
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"channel_id\":\"%s\"}".formatted(Snowflake.format(channel))));
    }

    @Test
    void theMoveShowsNothing() {
        guild.join(MEMBER, "member");
        guild.state()
                .put(guild.state()
                        .voice()
                        .with(new InVoice(
                                MEMBER, open, SessionRef.getDefaultInstance(), "session", false, false, false, null)));
        move(hidden);

        assertThat(guild.state().voice().all()).extracting(InVoice::channelId).containsExactly(hidden);
        refused(() -> guild.run(Calls.of("getChannel", MEMBER).path("channel_id", hidden)));
        refused(() -> guild.run(Calls.of("listMessages", MEMBER).path("channel_id", hidden)));
        move(open);
        assertThat(guild.state().voice().all()).extracting(InVoice::channelId).containsExactly(open);
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(50001));
    }
}
