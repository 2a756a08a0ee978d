package io.guildhall.guild.ban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BansTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aBannedMemberIsRemoved() {
        town.join(guild, alice, bob);
        town.stage().takeSent();

        assertThat(ban(alice, bob, "{}").getSuccess().getStatus()).isEqualTo(204);

        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly(
                        "GUILD_BAN_ADD",
                        "GUILD_DELETE",
                        "GUILD_MEMBER_REMOVE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "$GUILD_DETACH");
    }

    @Test
    void aStrangerIsBannedBeforeItComes() {
        ban(alice, bob, "{}");

        JsonNode found = Town.json(call("getBan", alice, bob, ""));
        assertThat(found.path("reason").asText()).isEqualTo("because");
        assertThat(found.path("user").path("id").asText()).isEqualTo(Town.text(bob));
    }

    @Test
    void banningTwiceChangesNothing() {
        ban(alice, bob, "{}");
        town.stage().takeSent();

        assertThat(ban(alice, bob, "{}").getSuccess().getStatus()).isEqualTo(204);
        assertThat(town.stage().takeSent()).isEmpty();
    }

    @Test
    void anUnknownUserCannotBeBanned() {
        assertThat(Town.code(ban(alice, 42, "{}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
    }

    @Test
    void nobodyBansTheOwnerOrOneself() {
        long bot = town.bot("robot", alice);
        town.addBot(guild, alice, bot, Permission.BAN_MEMBERS.mask());

        assertThat(Town.code(ban(bot, alice, "{}"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(ban(alice, alice, "{}"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    @Test
    void equalsDoNotBanEachOther() {
        long first = town.bot("first", alice);
        long second = town.bot("second", alice);
        town.addBot(guild, alice, first, Permission.BAN_MEMBERS.mask());
        town.addBot(guild, alice, second, Permission.BAN_MEMBERS.mask());

        boolean bothWays = ban(first, second, "{}").hasSuccess()
                && ban(second, first, "{}").hasSuccess();
        assertThat(bothWays).isFalse();
    }

    @Test
    void aMemberWithoutThePermissionMayNot() {
        town.join(guild, alice, bob);

        assertThat(Town.code(ban(bob, alice, "{}"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(call("listBans", bob, 0, ""))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    @Test
    void aLiftedBanIsUnknown() {
        ban(alice, bob, "{}");
        town.stage().takeSent();

        assertThat(call("deleteBan", alice, bob, "").getSuccess().getStatus()).isEqualTo(204);

        assertThat(town.events("GUILD_BAN_REMOVE")).hasSize(1);
        assertThat(Town.code(call("getBan", alice, bob, ""))).isEqualTo(ErrorCode.UNKNOWN_BAN.number());
        assertThat(Town.code(call("deleteBan", alice, bob, ""))).isEqualTo(ErrorCode.UNKNOWN_BAN.number());
    }

    @Test
    void bansAreListedInPagesByUser() {
        List<Long> users = IntStream.range(0, 40)
                .mapToObj(index -> town.person("user" + index))
                .toList();
        users.forEach(user -> ban(alice, user, "{}"));
        List<String> all = users.stream().map(Town::text).toList();

        assertThat(list("{}")).isEqualTo(all);
        assertThat(list("{\"limit\":5,\"after\":\"" + all.get(9) + "\"}")).isEqualTo(all.subList(10, 15));
        assertThat(list("{\"limit\":5,\"before\":\"" + all.get(9) + "\"}")).isEqualTo(all.subList(4, 9));
    }

    @Test
    void manyAreBannedAtOnce() {
        long carol = town.person("carol");
        ban(alice, carol, "{}");
        town.stage().takeSent();

        JsonNode result = Town.json(call(
                "bulkBan",
                alice,
                0,
                "{\"user_ids\":[\"" + Town.text(bob) + "\",\"" + Town.text(bob) + "\",\"" + Town.text(carol) + "\",\""
                        + Town.text(alice) + "\"]}"));

        assertThat(result.path("banned_users")).extracting(JsonNode::asText).containsExactly(Town.text(bob));
        assertThat(result.path("failed_users"))
                .extracting(JsonNode::asText)
                .containsExactly(Town.text(carol), Town.text(alice));
        assertThat(town.events("GUILD_AUDIT_LOG_ENTRY_CREATE")).singleElement().satisfies(entry -> {
            assertThat(entry.path("target_id").asText()).isEqualTo(Town.text(bob));
            assertThat(entry.path("action_type").asInt()).isEqualTo(22);
        });
    }

    @Test
    void whenNobodyCanBeBannedAllFails() {
        assertThat(Town.code(call("bulkBan", alice, 0, "{\"user_ids\":[\"" + Town.text(alice) + "\"]}")))
                .isEqualTo(ErrorCode.FAILED_TO_BAN_USERS.number());
    }

    @Test
    @Timeout(60)
    void whatABannedUserWroteLatelyGoesToo() throws InterruptedException {
        long channel = town.channel(guild);
        List<Long> written = town.messages(guild, channel, bob, 120);
        long kept = town.messages(guild, channel, alice, 1).getFirst();
        town.stage().restart();

        ban(alice, bob, "{\"delete_message_seconds\":3600}");

        town.awaitOnlyMessage(channel, kept);
        assertThat(written).hasSize(120);
        assertThat(town.events("MESSAGE_DELETE_BULK"))
                .extracting(bulk -> bulk.path("ids").size())
                .containsExactly(100, 20);
    }

    private List<String> list(String query) {
        JsonNode bans = Town.json(
                town.rest(Keys.guild(guild), "listBans", alice, Map.of("guild_id", Town.text(guild)), query, ""));
        return bans.findValues("user").stream()
                .map(user -> user.path("id").asText())
                .toList();
    }

    private Outcome ban(long by, long user, String body) {
        return call("createBan", by, user, body);
    }

    private Outcome call(String operation, long caller, long user, String body) {
        return town.rest(
                Keys.guild(guild),
                operation,
                caller,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(user)),
                "",
                body);
    }
}
