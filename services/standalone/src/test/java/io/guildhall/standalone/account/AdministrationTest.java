package io.guildhall.standalone.account;

import static io.guildhall.model.operation.HttpMethod.DELETE;
import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.PATCH;
import static io.guildhall.model.operation.HttpMethod.POST;
import static io.guildhall.model.operation.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.identity.OperatorTokens;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.standalone.hostile.Calls;
import io.guildhall.standalone.hostile.HostileInstance;
import io.guildhall.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance in the hands of its operator, who names an administrator, in one process. */
@QuarkusTest
@TestProfile(HostileInstance.class)
class AdministrationTest {
    private static final String REGISTER = "{\"username\":\"%s\",\"password\":\"correct horse\",\"invite\":\"%s\"}";

    @Inject
    RequestPipeline pipeline;

    @Inject
    OperatorTokens operators;

    private Calls calls;

    @BeforeEach
    void begin() {
        calls = new Calls(pipeline);
    }

    @Test
    void fromTheFirstAdministratorToTheEndOfAnAccount() {
        JsonNode boss = register("boss", "");
        JsonNode mallory = register("mallory", "");
        String malloryId = mallory.path("user_id").asText();
        String bossToken = boss.path("token").asText();
        assertThat(status(GET, "/admin/settings", bossToken, "")).isEqualTo(403);
        assertThat(status(GET, "/users/@me", operator(), "")).isEqualTo(401);
        assertThat(status(GET, "/admin/settings", "Operator 1.abc", "")).isEqualTo(401);
        calls.done(
                PUT,
                "/admin/administrators/" + boss.path("user_id").asText(),
                operator(),
                "{\"role\":\"administrator\"}");
        calls.done(GET, "/admin/settings", bossToken, "");

        calls.done(PATCH, "/admin/settings", bossToken, "{\"registration\":\"invitation\"}");
        assertThat(status(POST, "/auth/register", null, REGISTER.formatted("stranger", "")))
                .isEqualTo(400);
        String code = calls.done(POST, "/admin/invitations", bossToken, "{}")
                .path("code")
                .asText();
        String guest = register("guest", code).path("token").asText();
        assertThat(status(POST, "/auth/register", null, REGISTER.formatted("stranger", code)))
                .isEqualTo(400);
        calls.done(PATCH, "/admin/settings", bossToken, "{\"registration\":\"open\"}");

        String malloryToken = mallory.path("token").asText();
        JsonNode guild = calls.done(POST, "/guilds", malloryToken, "{\"name\":\"Den\"}");
        String guildId = guild.path("id").asText();
        String channel = guild.path("system_channel_id").asText();
        String invite = calls.done(POST, "/channels/" + channel + "/invites", malloryToken, "{}")
                .path("code")
                .asText();
        calls.done(POST, "/invites/" + invite, guest, "{}");
        String message = calls.done(
                        POST, "/channels/" + channel + "/messages", malloryToken, "{\"content\":\"buy this\"}")
                .path("id")
                .asText();
        String about =
                "{\"breadcrumbs\":[1,10],\"channel_id\":\"%s\",\"message_id\":\"%s\"}".formatted(channel, message);
        assertThat(status(POST, "/reporting/message", bossToken, about)).isGreaterThanOrEqualTo(400);
        calls.done(POST, "/reporting/message", guest, about);
        JsonNode report = calls.done(GET, "/admin/reports", bossToken, "").get(0);
        assertThat(report.at("/reported/author/username").asText()).isEqualTo("mallory");
        calls.done(
                PATCH,
                "/admin/reports/" + report.path("id").asText(),
                bossToken,
                "{\"state\":\"resolved\",\"note\":\"disabled\"}");

        calls.done(PUT, "/admin/guilds/" + guildId + "/suspension", bossToken, "");
        assertThat(status(GET, "/guilds/" + guildId, guest, "")).isEqualTo(403);
        calls.done(DELETE, "/admin/guilds/" + guildId + "/suspension", bossToken, "");
        assertThat(status(GET, "/guilds/" + guildId, guest, "")).isEqualTo(200);

        calls.done(PATCH, "/admin/users/" + malloryId, bossToken, "{\"disabled\":true}");
        Eventually.until(() -> status(GET, "/users/@me", malloryToken, "") == 401);
        assertThat(status(POST, "/auth/login", null, "{\"login\":\"mallory\",\"password\":\"correct horse\"}"))
                .isEqualTo(400);
        assertThat(status(DELETE, "/admin/users/" + malloryId, bossToken, "")).isEqualTo(400);
        String guestId = calls.done(GET, "/users/@me", guest, "").path("id").asText();
        JsonNode given = calls.done(
                POST, "/admin/guilds/" + guildId + "/transfer", bossToken, "{\"owner_id\":\"" + guestId + "\"}");
        assertThat(given.path("owner_id").asText()).isEqualTo(guestId);
        calls.done(DELETE, "/admin/users/" + malloryId, bossToken, "");
        Eventually.until(() -> status(GET, "/guilds/" + guildId + "/members/" + malloryId, guest, "") == 404);
        register("mallory", "");

        assertThat(calls.done(GET, "/admin/audit", bossToken, "").findValuesAsText("action"))
                .contains("setAdministrator", "suspendGuild", "transferGuild", "deleteAccount", "settleReport");
    }

    private String operator() {
        return OperatorTokens.SCHEME + " " + operators.make();
    }

    private JsonNode register(String name, String invite) {
        String body = invite.isEmpty()
                ? "{\"username\":\"" + name + "\",\"password\":\"correct horse\"}"
                : REGISTER.formatted(name, invite);
        return calls.done(POST, "/auth/register", null, body);
    }

    private int status(HttpMethod method, String path, String token, String body) {
        return calls.json(method, path, "", token, body).status();
    }
}
