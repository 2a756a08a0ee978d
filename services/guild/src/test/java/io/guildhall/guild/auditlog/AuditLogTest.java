package io.guildhall.guild.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.AuditAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anEntrySaysWhoDidWhatToWhomAndWhy() {
        ban(bob);

        JsonNode log = list("{}");
        JsonNode entry = log.path("audit_log_entries").get(0);
        assertThat(entry.path("user_id").asText()).isEqualTo(Town.text(alice));
        assertThat(entry.path("target_id").asText()).isEqualTo(Town.text(bob));
        assertThat(entry.path("action_type").asInt()).isEqualTo(AuditAction.MEMBER_BAN_ADD.number());
        assertThat(entry.path("reason").asText()).isEqualTo("because");
        assertThat(log.path("users").findValuesAsText("id"))
                .containsExactlyInAnyOrder(Town.text(alice), Town.text(bob));
        for (String list : List.of(
                "webhooks",
                "integrations",
                "threads",
                "application_commands",
                "auto_moderation_rules",
                "guild_scheduled_events")) {
            assertThat(log.path(list).isArray()).isTrue();
        }
    }

    @Test
    void changesAreListed() {
        town.rest(
                Keys.guild(guild),
                "createInvite",
                alice,
                Map.of("channel_id", Town.text(town.channel(guild))),
                "",
                "{}");

        assertThat(list("{\"action_type\":40}")
                        .path("audit_log_entries")
                        .get(0)
                        .path("changes")
                        .findValuesAsText("key"))
                .contains("code", "channel_id", "inviter_id", "max_age", "max_uses", "temporary", "uses");
    }

    @Test
    void pagesGoBackFromTheNewestAndForwardFromAGivenOne() {
        List<String> targets = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            long user = town.person("user" + index);
            ban(user);
            targets.add(Town.text(user));
            // Entries of several buckets.
            town.clock().advance(Duration.ofDays(4));
        }
        List<String> newestFirst = new ArrayList<>(targets);
        Collections.reverse(newestFirst);

        assertThat(targets("{}")).isEqualTo(newestFirst);
        assertThat(targets("{\"limit\":3}")).isEqualTo(newestFirst.subList(0, 3));
        assertThat(targets("{\"limit\":3,\"before\":\"" + entry(newestFirst.get(2)) + "\"}"))
                .isEqualTo(newestFirst.subList(3, 6));
        assertThat(targets("{\"limit\":3,\"after\":\"" + entry(targets.get(1)) + "\"}"))
                .isEqualTo(targets.subList(2, 5));
    }

    @Test
    void entriesAreFilteredByActionUserAndTarget() {
        ban(bob);
        town.rest(
                Keys.guild(guild),
                "deleteBan",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(bob)),
                "",
                "");

        assertThat(list("{\"action_type\":23}").path("audit_log_entries")).hasSize(1);
        assertThat(list("{\"user_id\":\"" + Town.text(bob) + "\"}").path("audit_log_entries"))
                .isEmpty();
        assertThat(list("{\"target_id\":\"" + Town.text(bob) + "\"}").path("audit_log_entries"))
                .hasSize(2);
    }

    @Test
    void aPlainMemberMayNotLook() {
        town.join(guild, alice, bob);

        assertThat(Town.code(town.rest(
                        Keys.guild(guild), "listAuditLog", bob, Map.of("guild_id", Town.text(guild)), "", "")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    private void ban(long user) {
        town.rest(
                Keys.guild(guild),
                "createBan",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(user)),
                "",
                "{}");
    }

    private List<String> targets(String query) {
        return list(query).path("audit_log_entries").findValuesAsText("target_id");
    }

    private String entry(String target) {
        return list("{\"target_id\":\"" + target + "\"}")
                .path("audit_log_entries")
                .get(0)
                .path("id")
                .asText();
    }

    private JsonNode list(String query) {
        return Town.json(
                town.rest(Keys.guild(guild), "listAuditLog", alice, Map.of("guild_id", Town.text(guild)), query, ""));
    }
}
