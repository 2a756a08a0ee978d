package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code @everyone} is a role with the guild's id, which everybody bears and libraries therefore list. What invites give, and whom a prune spares, is tried where those are. */
class ListedRolesTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long role = guild.role("role", 0, 1);

    enum Way {
        MEMBER_ROLES("updateMember", "{\"roles\":[%s]}", "/roles"),
        EXEMPT("createAutoModerationRule", """
            {"name":"Rule","event_type":1,"trigger_type":1,"trigger_metadata":{"keyword_filter":["bad"]},
             "actions":[{"type":1}],"exempt_roles":[%s]}\
            """, "/exempt_roles"),
        ANSWER("updateOnboarding", """
            {"prompts":[{"id":"1","title":"Which?","options":[{"title":"This","role_ids":[%s]}]}]}\
            """, "/prompts/0/options/0/role_ids");

        private final String operation;
        private final String body;
        private final String answered;

        Way(String operation, String body, String answered) {
            this.operation = operation;
            this.body = body;
            this.answered = answered;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyonesIsPassedOverAmongOthersAndAlone(Way way) {
        guild.join(MEMBER, "member");
        assertThat(answered(way, guild.id(), role)).containsExactly(Long.toString(role));
        assertThat(answered(way, guild.id())).isEmpty();
    }

    @Test
    void anEmojiForEveryoneIsForEverybody() {
        assertThat(emojiFor(role)).isEqualTo(List.of(Long.toString(role)));
        assertThat(emojiFor(role, guild.id())).isEmpty();
        assertThat(emojiFor(guild.id())).isEmpty();
    }

    private List<String> answered(Way way, long... roles) {
        JsonNode answer = guild.run(Calls.of(way.operation, OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body(way.body.formatted(listed(roles))));
        List<String> ids = new ArrayList<>();
        for (JsonNode one : answer.at(way.answered)) {
            ids.add(one.asText());
        }
        return ids;
    }

    private List<String> emojiFor(long... roles) {
        JsonNode emoji = guild.run(Calls.of("createEmoji", OWNER)
                .path("guild_id", guild.id())
                .body("{\"name\":\"one\",\"image\":\"data:image/png;base64,AAAA\",\"roles\":[%s]}"
                        .formatted(listed(roles)))
                .picture("image", "0123456789abcdef0123456789abcdef"));
        List<String> ids = new ArrayList<>();
        emoji.path("roles").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static String listed(long... roles) {
        List<String> listed = new ArrayList<>();
        for (long role : roles) {
            listed.add("\"" + role + "\"");
        }
        return String.join(",", listed);
    }
}
