package io.guildhall.guild.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.webhookevent.WebhookEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationsTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long bot = town.bot("robot", alice);
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aBotSeesItsApplicationWithItsOwner() {
        JsonNode application = Town.json(call("getMyApplication", bot, ""));

        assertThat(application.path("id").asText()).isEqualTo(Town.text(bot));
        assertThat(application.path("owner").path("id").asText()).isEqualTo(Town.text(alice));
        assertThat(application.path("bot").path("id").asText()).isEqualTo(Town.text(bot));
        assertThat(application.has("verify_key")).isTrue();
    }

    @Test
    void strangersNeitherSeeNorChangeIt() {
        int code = ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number();

        assertThat(Town.code(call("getApplication", bob, ""))).isEqualTo(code);
        assertThat(Town.code(call("updateApplication", bob, "{\"name\":\"x\"}")))
                .isEqualTo(code);
        assertThat(Town.code(call("deleteApplication", bob, ""))).isEqualTo(code);
    }

    @Test
    void whatAnApplicationTellsOfPeopleIsDeclaredAsAWhole() {
        String facts = "[{\"type\":7,\"key\":\"verified\",\"name\":\"Verified\",\"description\":\"Is verified\"}]";
        assertThat(Town.json(call("listRoleConnectionMetadata", bot, ""))).isEmpty();
        Town.json(call("setRoleConnectionMetadata", bot, facts));
        assertThat(Town.json(call("listRoleConnectionMetadata", alice, "")).toString())
                .isEqualTo(facts);
        assertThat(Town.code(call("setRoleConnectionMetadata", bob, "[]")))
                .isEqualTo(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number());
        String twice = facts.substring(0, facts.length() - 1) + "," + facts.substring(1);
        assertThat(Town.code(call("setRoleConnectionMetadata", bot, twice))).isEqualTo(50035);
    }

    @Test
    void anUnknownApplicationIsUnknown() {
        assertThat(Town.code(town.rest(Keys.user(77), "getApplication", bob, Map.of("application_id", "77"), "", "")))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
    }

    @Test
    void changesAreKept() {
        Town.json(call(
                "updateApplication", alice, "{\"description\":\"Does things\",\"tags\":[\"fun\"],\"name\":\"Robo\"}"));
        town.stage().restart();

        JsonNode application = Town.json(call("getApplication", alice, ""));
        assertThat(application.path("description").asText()).isEqualTo("Does things");
        assertThat(application.path("name").asText()).isEqualTo("Robo");
        assertThat(application.path("tags").get(0).asText()).isEqualTo("fun");
    }

    @Test
    void anAddedBotGetsARoleOfItsOwn() {
        town.addBot(guild, alice, bot, Permission.SEND_MESSAGES.mask());

        List<String> names = town.stage().takeSent().stream()
                .map(sent -> sent.event().getName())
                .toList();
        assertThat(names)
                .containsExactly(
                        "GUILD_ROLE_CREATE",
                        "GUILD_MEMBER_ADD",
                        "MESSAGE_CREATE",
                        "INTEGRATION_CREATE",
                        "GUILD_INTEGRATIONS_UPDATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "$GUILD_ATTACH");
        assertThat(town.rows().all(Roles.TABLE, guild))
                .filteredOn(row -> row.get(Roles.MANAGED, false))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(Roles.PERMISSIONS)).isEqualTo(Permission.SEND_MESSAGES.mask());
                    assertThat(row.get(Roles.TAGS)).contains("\"bot_id\":\"" + Town.text(bot) + "\"");
                });
    }

    @Test
    void addingItAgainChangesTheRole() {
        town.addBot(guild, alice, bot, Permission.SEND_MESSAGES.mask());
        town.stage().takeSent();

        town.addBot(guild, alice, bot, Permission.KICK_MEMBERS.mask());

        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly("GUILD_ROLE_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void theRoleGoesWithTheBot() {
        town.addBot(guild, alice, bot, Permission.SEND_MESSAGES.mask());

        Town.json(town.rest(Keys.guild(guild), "leaveGuild", bot, Map.of("guild_id", Town.text(guild)), "", ""));

        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsSubsequence(
                        "GUILD_MEMBER_REMOVE", "GUILD_ROLE_DELETE", "INTEGRATION_DELETE", "GUILD_INTEGRATIONS_UPDATE");
        assertThat(town.rows().all(Roles.TABLE, guild)).noneMatch(row -> row.get(Roles.MANAGED, false));
    }

    @Test
    void onlyThoseWhoManageTheGuildAddBots() {
        town.join(guild, alice, bob);

        assertThat(Town.code(authorize(bob, bot))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    @Test
    void aPersonIsNoBot() {
        assertThat(Town.code(authorize(alice, bob))).isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
    }

    @Test
    void aPrivateBotIsAddedByItsOwnerOnly() {
        call("updateApplication", alice, "{\"bot_public\":false}");
        long other = town.guild(bob);

        assertThat(Town.code(town.rest(
                        Keys.guild(other),
                        "authorizeBot",
                        bob,
                        Map.of("guild_id", Town.text(other)),
                        "{\"client_id\":\"" + Town.text(bot) + "\"}",
                        "{\"authorize\":true}")))
                .isEqualTo(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number());
    }

    @Test
    void aDeletedApplicationLeavesItsGuilds() {
        town.addBot(guild, alice, bot, 0);
        town.stage().takeSent();

        assertThat(call("deleteApplication", alice, "").getSuccess().getStatus())
                .isEqualTo(204);

        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .contains("$INVALIDATE", "GUILD_MEMBER_REMOVE");
        assertThat(Town.code(call("getApplication", alice, ""))).isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
    }

    @Test
    void isToldOutsideIntoWhichGuildItWasBrought() {
        Town.json(authorize(alice, bot));
        WebhookEvent event = WebhookEvent.of(town.stage().takeErrands().getFirst());
        assertThat(event.type()).isEqualTo(WebhookEvent.Type.APPLICATION_AUTHORIZED);
        assertThat(event.applicationId()).isEqualTo(bot);
        assertThat(event.data().path("integration_type").asInt()).isZero();
        assertThat(event.data().at("/user/id").asText()).isEqualTo(Town.text(alice));
        assertThat(event.data().at("/guild/id").asText()).isEqualTo(Town.text(guild));
        assertThat(event.data().path("scopes")).hasToString("[\"bot\"]");
    }

    private Outcome authorize(long caller, long application) {
        return town.rest(
                Keys.guild(guild),
                "authorizeBot",
                caller,
                Map.of("guild_id", Town.text(guild)),
                "{\"client_id\":\"" + Town.text(application) + "\"}",
                "{\"authorize\":true}");
    }

    private Outcome call(String operation, long caller, String body) {
        return town.rest(Keys.user(bot), operation, caller, Map.of("application_id", Town.text(bot)), "", body);
    }
}
