package io.guildhall.guild.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles that come with an invite: whoever may not give them to a member may not give them so either. */
class InvitedRolesTest {
    private static final long INVITE = 1;
    private static final long MANAGE_ROLES = 1L << 28;

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoComesByTheInviteHasItsRolesAsFarAsTheyAreStillThere() {
        String first = role(0);
        String second = role(0);
        JsonNode made = Town.json(create(alice, first, second, Town.text(guild), first));
        assertThat(made.get("roles"))
                .extracting(role -> role.get("id").asText())
                .containsExactly(first, second);
        town.stage().restart();
        Town.json(town.rest(
                Keys.guild(guild),
                "deleteRole",
                alice,
                Map.of("guild_id", Town.text(guild), "role_id", second),
                "",
                ""));
        Town.json(call("acceptInvite", bob, Map.of("code", made.get("code").asText()), ""));
        assertThat(town.events("GUILD_MEMBER_ADD").getLast().get("roles"))
                .extracting(JsonNode::asText)
                .containsExactly(first);
    }

    @Test
    void nobodyGivesByAnInviteWhatTheyMayNotGive() {
        String high = role(8);
        String givers = role(INVITE | MANAGE_ROLES);
        String inviters = role(INVITE);
        String low = role(0);
        town.join(guild, alice, bob);
        give(bob, inviters);
        assertThat(Town.code(create(bob, low))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        town.join(guild, alice, carol);
        give(carol, givers);
        assertThat(Town.code(create(carol, low, high))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(create(carol, "123456789012345678"))).isEqualTo(ErrorCode.UNKNOWN_ROLE.number());
        assertThat(Town.json(create(carol, low)).get("roles")).hasSize(1);
    }

    @Test
    void anInviteWithRolesIsNotGivenForOneWithout() {
        String role = role(0);
        String with = Town.json(create(alice, role)).get("code").asText();
        String without = Town.json(create(alice)).get("code").asText();
        assertThat(without).isNotEqualTo(with);
        assertThat(Town.json(create(alice, role)).get("code").asText()).isEqualTo(with);
        assertThat(Town.json(create(alice)).get("code").asText()).isEqualTo(without);
    }

    private String role(long permissions) {
        return Town.json(call(
                        "createRole",
                        alice,
                        Map.of("guild_id", Town.text(guild)),
                        "{\"permissions\":\"" + permissions + "\"}"))
                .get("id")
                .asText();
    }

    private void give(long user, String role) {
        call(
                "addMemberRole",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(user), "role_id", role),
                "");
    }

    private Outcome create(long by, String... roles) {
        String list = roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"";
        return call("createInvite", by, Map.of("channel_id", Town.text(channel)), "{\"role_ids\":[" + list + "]}");
    }

    private Outcome call(String operation, long caller, Map<String, String> path, String body) {
        return town.rest(Keys.guild(guild), operation, caller, path, "", body);
    }
}
