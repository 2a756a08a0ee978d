package io.guildhall.guild.invite;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.SessionRef;
import org.junit.jupiter.api.Test;

/** An invite leads to somebody, or something, that is there. */
class InviteTargetsTest {
    private static final long STREAMER = 2_000_001;
    private static final String TO_STREAM = "{\"target_type\":1,\"target_user_id\":\"" + STREAMER + "\"}";

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("talk");
    private final long voice = Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                    .path("guild_id", guild.id())
                    .body("{\"name\":\"voice\",\"type\":2}"))
            .get("id")
            .asText());

    @Test
    void anInviteToAStreamNamesTheStreamerWhoIsThere() {
        guild.join(STREAMER, "streamer");
        assertThat(guild.refusal(invite(voice, "{\"target_type\":1}"))).isEqualTo(50035);
        assertThat(guild.refusal(invite(voice, TO_STREAM))).isEqualTo(50035);
        guild.state()
                .put(guild.state()
                        .voice()
                        .with(new InVoice(
                                STREAMER,
                                voice,
                                SessionRef.getDefaultInstance(),
                                "session",
                                false,
                                false,
                                true,
                                null)));
        assertThat(guild.refusal(invite(text, TO_STREAM))).isEqualTo(50035);
        NewInvite.of(Json.parse(TO_STREAM))
                .requireTarget(guild.state(), guild.state().channel(voice));
    }

    @Test
    void anInviteToAnActivityNamesAnApplication() {
        assertThat(guild.refusal(invite(voice, "{\"target_type\":2,\"target_application_id\":\"123\"}")))
                .isEqualTo(50035);
    }

    @Test
    void whatItLeadsToIsNamedOnlyWhereItLeadsThere() {
        guild.join(STREAMER, "streamer");
        for (String body : new String[] {
            "{\"target_user_id\":\"" + STREAMER + "\"}", "{\"target_user_id\":\"" + STREAMER + "\",\"unique\":true}"
        }) {
            assertThat(guild.run(Command.newBuilder()
                                    .setRest(invite(voice, body).rest()))
                            .path("target_user")
                            .isMissingNode())
                    .isTrue();
        }
    }

    private static Calls invite(long channel, String body) {
        return Calls.of("createInvite", OWNER).path("channel_id", channel).body(body);
    }
}
