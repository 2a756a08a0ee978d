package io.guildhall.guild.message;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @everyone} is a role with the guild's id. Who lets roles be mentioned, and not everyone, has not let that one be. */
class EveryoneAsRoleTest {
    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("talk");

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"parse\":[\"roles\"]}", "{\"roles\":[\"%d\"]}", "{\"parse\":[\"roles\",\"everyone\"]}", "null"
            })
    void isMentionedByItsNameOnly(String allowed) {
        String body =
                "{\"content\":\"<@&%d>\",\"allowed_mentions\":%s}".formatted(guild.id(), allowed.formatted(guild.id()));
        JsonNode sent = guild.run(
                Calls.of("createMessage", OWNER).path("channel_id", channel).body(body));
        JsonNode thread = guild.run(
                Calls.of("createThread", OWNER).path("channel_id", channel).body("{\"name\":\"thread\",\"type\":11}"));
        JsonNode inThread = guild.run(Calls.of("createMessage", OWNER)
                .path("channel_id", thread.path("id").asLong())
                .body(body));

        assertThat(sent.path("mention_roles").size()).isZero();
        assertThat(sent.path("mention_everyone").asBoolean()).isFalse();
        assertThat(inThread.path("mention_roles").size()).isZero();
    }
}
