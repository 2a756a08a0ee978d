package io.guildhall.guild.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinRequestsTest {
    private static final String FORM = """
            {"enabled":true,"description":"Who are you?","form_fields":[
              {"field_type":"TERMS","label":"Rules","required":true,"values":["Be kind"]},
              {"field_type":"TEXT_INPUT","label":"Name","required":true},
              {"field_type":"MULTIPLE_CHOICE","label":"Why","choices":["Fun","Work"]}]}""";
    private static final String ANSWERS =
            "{\"form_fields\":[{\"response\":true},{\"response\":\"Bob\"},{\"response\":1}]}";

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long guild = town.guild(alice);
    private String code;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whereEverybodyIsLookedAtNobodyComesInByAnInviteAlone() {
        open("MEMBER_VERIFICATION_MANUAL_APPROVAL");
        JsonNode accepted = accept(bob);
        assertThat(accepted.get("new_member").asBoolean()).isFalse();
        assertThat(accepted.get("show_verification_form").asBoolean()).isTrue();
        assertThat(Town.code(call("getMemberVerification", carol, ""))).isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
        assertThat(Town.json(call("getMemberVerification", bob, "")).get("form_fields"))
                .hasSize(3);
        assertThat(mine(bob).get("application_status").asText()).isEqualTo("STARTED");
        town.stage().takeSent();

        JsonNode request = Town.json(call("submitJoinRequest", bob, ANSWERS));
        assertThat(request.get("application_status").asText()).isEqualTo("SUBMITTED");
        assertThat(request.get("form_responses").get(1).get("response").asText())
                .isEqualTo("Bob");
        Sent told = town.stage().takeSent().getFirst();
        assertThat(told.event().getName()).isEqualTo("GUILD_JOIN_REQUEST_CREATE");
        assertThat(told.event().getIntents()).isEqualTo(Intent.GUILD_MODERATION.bit());
        assertThat(told.event().getPermissions()).isEqualTo(Permission.KICK_MEMBERS.mask());

        town.stage().restart();
        String id = request.get("id").asText();
        JsonNode approved = action(alice, id, "{\"action\":\"APPROVED\"}");
        assertThat(approved.get("application_status").asText()).isEqualTo("APPROVED");
        assertThat(approved.get("reviewed_at").isNull()).isFalse();
        assertThat(approved.get("actioned_by_user").get("id").asText()).isEqualTo(Town.text(alice));
        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .contains("GUILD_MEMBER_ADD", "GUILD_JOIN_REQUEST_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(accept(bob).has("show_verification_form")).isFalse();
        assertThat(Town.json(list(alice, "{\"status\":\"APPROVED\"}")).get("guild_join_requests"))
                .hasSize(1);
    }

    @Test
    void whoLooksAtThemSeesThemAndWhoOnlyManagesTheGuildTheirNumber() {
        open("MEMBER_VERIFICATION_MANUAL_APPROVAL");
        accept(bob);
        call("submitJoinRequest", bob, ANSWERS);
        JsonNode listed = Town.json(list(alice, ""));
        assertThat(listed.get("total").asInt()).isEqualTo(1);
        JsonNode request = listed.get("guild_join_requests").get(0);
        assertThat(request.get("user").get("username").asText()).isEqualTo("bob");
        String id = request.get("id").asText();
        assertThat(Town.json(list(alice, "{\"before\":\"" + id + "\"}")).get("guild_join_requests"))
                .isEmpty();
        assertThat(Town.json(list(alice, "{\"after\":\"1\"}")).get("guild_join_requests"))
                .hasSize(1);
        accept(carol);
        call("submitJoinRequest", carol, ANSWERS);
        action(alice, mine(carol).get("id").asText(), "{\"action\":\"APPROVED\"}");
        assertThat(Town.code(list(carol, ""))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(actionOf(carol, id, "{\"action\":\"APPROVED\"}")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        role(carol, Permission.MANAGE_GUILD.mask());
        JsonNode counted = Town.json(list(carol, ""));
        assertThat(counted.get("total").asInt()).isEqualTo(1);
        assertThat(counted.has("guild_join_requests")).isFalse();
    }

    @Test
    void whoIsBannedAtTheDoorStandsThereNoMore() {
        open("MEMBER_VERIFICATION_MANUAL_APPROVAL");
        accept(bob);
        Map<String, String> ban = Map.of("guild_id", Town.text(guild), "user_id", Town.text(bob));
        assertThat(town.rest(Keys.guild(guild), "createBan", alice, ban, "", "{}")
                        .hasSuccess())
                .isTrue();

        assertThat(Town.code(call("submitJoinRequest", bob, ANSWERS))).isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
        assertThat(Town.code(call("getMemberVerification", bob, ""))).isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
    }

    @Test
    void aRejectedOneHearsWhyAndMayAskAgain() {
        open("MEMBER_VERIFICATION_MANUAL_APPROVAL");
        accept(bob);
        call("submitJoinRequest", bob, ANSWERS);
        String id = mine(bob).get("id").asText();
        JsonNode rejected = action(alice, id, "{\"action\":\"REJECTED\",\"rejection_reason\":\"Too loud\"}");
        assertThat(rejected.get("rejection_reason").asText()).isEqualTo("Too loud");
        assertThat(action(alice, id, "{\"action\":\"APPROVED\"}")
                        .get("application_status")
                        .asText())
                .isEqualTo("REJECTED");
        assertThat(actionOf(alice, "77", "{\"action\":\"APPROVED\"}")
                        .getFailure()
                        .getStatus())
                .isEqualTo(404);
        assertThat(mine(bob).get("rejection_reason").asText()).isEqualTo("Too loud");
        accept(bob);
        assertThat(mine(bob).get("application_status").asText()).isEqualTo("STARTED");
        assertThat(call("deleteMyJoinRequest", bob, "").hasSuccess()).isTrue();
        assertThat(call("getMyJoinRequest", bob, "").hasFailure()).isTrue();
    }

    @Test
    void whereAFormIsEnoughItsAnswersAre() {
        open("");
        assertThat(accept(bob).get("new_member").asBoolean()).isTrue();
        assertThat(Town.code(list(alice, ""))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        for (String wrong : List.of(
                "[]",
                "[{\"response\":false},{\"response\":\"Bob\"}]",
                "[{\"response\":true},{\"response\":\" \"}]",
                "[{\"response\":true},{\"response\":\"Bob\"},{\"response\":2}]",
                "[{\"response\":true},{\"response\":\"Bob\"},{\"response\":\"Fun\"}]")) {
            assertThat(Town.code(call("submitJoinRequest", bob, "{\"form_fields\":" + wrong + "}")))
                    .as(wrong)
                    .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        }
        town.stage().takeSent();
        assertThat(Town.json(call("submitJoinRequest", bob, ANSWERS))
                        .get("application_status")
                        .asText())
                .isEqualTo("APPROVED");
        assertThat(town.events("GUILD_MEMBER_UPDATE")).singleElement().satisfies(update -> assertThat(
                        update.get("pending").asBoolean())
                .isFalse());
    }

    @Test
    void whoMayLookAroundMeanwhileIsAMemberAndIsNotBroughtBack() {
        open("MEMBER_VERIFICATION_MANUAL_APPROVAL\",\"PREVIEW_ENABLED");
        assertThat(accept(bob).get("new_member").asBoolean()).isTrue();
        call("submitJoinRequest", bob, ANSWERS);
        String id = mine(bob).get("id").asText();
        town.rest(Keys.guild(guild), "leaveGuild", bob, Map.of("guild_id", Town.text(guild)), "", "");
        assertThat(Town.code(actionOf(alice, id, "{\"action\":\"APPROVED\"}")))
                .isEqualTo(ErrorCode.UNKNOWN_MEMBER.number());
        accept(bob);
        action(alice, id, "{\"action\":\"APPROVED\"}");
        assertThat(town.events("GUILD_MEMBER_UPDATE").getLast().get("pending").asBoolean())
                .isFalse();
    }

    private void open(String features) {
        Town.json(call("updateMemberVerification", alice, FORM));
        if (!features.isEmpty()) {
            Town.json(call("updateGuild", alice, "{\"features\":[\"" + features + "\"]}"));
        }
        code = Town.json(town.rest(
                        Keys.guild(guild),
                        "createInvite",
                        alice,
                        Map.of("channel_id", Town.text(town.channel(guild))),
                        "",
                        "{}"))
                .get("code")
                .asText();
    }

    private JsonNode accept(long user) {
        return Town.json(town.rest(Keys.guild(guild), "acceptInvite", user, Map.of("code", code), "", ""));
    }

    private JsonNode mine(long user) {
        return Town.json(call("getMyJoinRequest", user, ""));
    }

    private Outcome list(long by, String query) {
        return town.rest(Keys.guild(guild), "listJoinRequests", by, Map.of("guild_id", Town.text(guild)), query, "");
    }

    private JsonNode action(long by, String request, String body) {
        return Town.json(actionOf(by, request, body));
    }

    private Outcome actionOf(long by, String request, String body) {
        Map<String, String> path = new HashMap<>(Map.of("guild_id", Town.text(guild)));
        path.put("request_id", request);
        return town.rest(Keys.guild(guild), "actionJoinRequest", by, path, "", body);
    }

    private void role(long user, long permissions) {
        String role = Town.json(call("createRole", alice, "{\"permissions\":\"" + permissions + "\"}"))
                .get("id")
                .asText();
        Town.json(town.rest(
                Keys.guild(guild),
                "addMemberRole",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(user), "role_id", role),
                "",
                ""));
    }

    private Outcome call(String operation, long by, String body) {
        return town.rest(Keys.guild(guild), operation, by, Map.of("guild_id", Town.text(guild)), "", body);
    }
}
