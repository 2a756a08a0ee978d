package io.guildhall.api;

import static io.guildhall.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RestTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    FakeOwner owner;

    private Client client;
    private String token;

    @BeforeEach
    void connect() {
        client = new Client(server);
        token = client.person("p" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void answersAreExactlyJsonWithoutCharset() {
        HttpResponse<String> response = client.get("/api/v10/gateway", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(json(response).path("url").asText()).isEqualTo("ws://127.0.0.1:1/gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v10/users/%40me", "/api/v9/users/@me", "/api/users/@me", "/api/v10/users/@me?"})
    void allSpellingsOfAPathAreOne(String path) {
        HttpResponse<String> response = client.get(path, token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("operation").asText()).isEqualTo("getMyUser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/grpc.health.v1.Health/Check"})
    void whatIsForOperatorsIsNotWhereClientsAre(String path) {
        assertThat(client.get(path, null).statusCode()).isEqualTo(404);
        assertThat(client.send("POST", path, null, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownPathAndAnotherMethodAreToldApart() {
        HttpResponse<String> unknown = client.get("/api/v10/nowhere", token);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"404: Not Found\",\"code\":0}");
        assertThat(unknown.headers().allValues("Content-Type")).containsExactly("application/json");
        HttpResponse<String> wrong = client.send("DELETE", "/api/v10/users/@me", token, null);
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.body()).isEqualTo("{\"message\":\"405: Method Not Allowed\",\"code\":0}");
    }

    /** What is wished for is looked at when the work is done, which must not fail with it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "/", "a/b,c", "a/b;q=zz", "a/b/c", "\"", "text/html"})
    void answersAreJsonWhateverIsWishedFor(String wish) {
        for (String path : List.of("/api/v10/gateway", "/api/v10/nowhere", "/api/v10/users/@me")) {
            HttpResponse<String> answer = client.send("GET", path, token, null, "Accept", wish);
            assertThat(answer.statusCode()).isEqualTo(path.endsWith("nowhere") ? 404 : 200);
            assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        }
        HttpResponse<String> made =
                client.send("POST", "/api/v10/guilds", token, "{\"name\":\"home\"}", "Accept", wish);
        assertThat(made.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/b/c", "application/json, text/plain", "application/json; charset=\""})
    void aBodyOfATypeThatIsNoneIsRefusedLikeOthers(String type) {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(server.resolve("/api/v10/guilds"))
                .header("Authorization", token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"home\"}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/_body/_errors/0/code").asText()).isEqualTo("CONTENT_TYPE_INVALID");
    }

    @Test
    void withoutAGoodTokenThereIsNoEntry() {
        for (String bad : List.of("Bot abc", "x.y.z", "Bot " + token, token + "x", "Basic abc")) {
            HttpResponse<String> response = client.get("/api/v10/users/@me", bad);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
        }
        assertThat(client.get("/api/v10/users/@me", null).statusCode()).isEqualTo(401);
        assertThat(client.get("/api/v10/users/@me", "Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void emojiInAPathArriveDecoded() {
        client.send("PUT", "/api/v10/channels/5/messages/6/reactions/%F0%9F%94%A5/@me", token, null);
        assertThat(client.get("/api/v10/channels/5", token).statusCode()).isEqualTo(404);
    }

    @Test
    void aMalformedBodyIsToldFieldByField() {
        HttpResponse<String> response = client.send("POST", "/api/v10/guilds", token, "{\"name\":\"x\",\"icon\":5}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("code").asInt()).isEqualTo(50035);
        assertThat(json(response).at("/errors/name/_errors/0/code").asText()).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(json(response).at("/errors/icon/_errors/0/code").asText()).isEqualTo("IMAGE_INVALID");
        assertThat(json(client.send("POST", "/api/v10/guilds", token, "{nonsense"))
                        .path("code")
                        .asInt())
                .isEqualTo(50109);
    }

    @Test
    void aNewGuildGetsAnIdAndItsActor() {
        HttpResponse<String> response =
                client.send("POST", "/api/v10/guilds", token, "{\"name\":\" home \",\"junk\":1}");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(json(response).path("kind").asText()).isEqualTo("GUILD");
        assertThat(json(response).path("body").toString()).isEqualTo("{\"name\":\"home\"}");
        assertThat(owner.last().getRest().getPathMap())
                .containsEntry("guild_id", json(response).path("actor").asText());
    }

    @Test
    void whatTheOwnerRefusesIsPassedOn() {
        HttpResponse<String> response = client.get("/api/v10/guilds/77/preview", token);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Unknown Guild\",\"code\":10004}");
    }

    @Test
    void aCallWaitsWhileItsOwnerChanges() {
        owner.move(1);
        assertThat(client.get("/api/v10/guilds/78", token).statusCode()).isEqualTo(200);
        owner.move(5);
        assertThat(client.send("PATCH", "/api/v10/guilds/78", token, "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReadSurvivesALostOwnerAndAChangeIsNotRepeated() {
        owner.fail(2);
        assertThat(client.get("/api/v10/guilds/78", token).statusCode()).isEqualTo(200);
        owner.fail(1);
        HttpResponse<String> change = client.send("PATCH", "/api/v10/guilds/78", token, "{}");
        assertThat(change.statusCode()).isEqualTo(503);
        assertThat(change.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(client.send("PATCH", "/api/v10/guilds/78", token, "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void pathIdsMustBeIds() {
        HttpResponse<String> response = client.get("/api/v10/guilds/abc", token);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/guild_id/_errors/0/code").asText())
                .isEqualTo("NUMBER_TYPE_COERCE");
    }

    @Test
    void theAuditReasonIsDecoded() {
        client.send("PATCH", "/api/v10/guilds/79", token, "{}", "X-Audit-Log-Reason", "caf%C3%A9%20time");
        assertThat(owner.last().getRest().getReason()).isEqualTo("café time");
    }

    @Test
    void everyAnswerTellsWhereTheCallerStands() {
        HttpResponse<String> response = client.get("/api/v10/guilds/80", token);
        assertThat(response.headers().firstValue("X-RateLimit-Limit")).hasValue("100000");
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).hasValue("99999");
        assertThat(response.headers().firstValue("X-RateLimit-Reset-After").orElseThrow())
                .matches("\\d+\\.\\d{3}");
        assertThat(response.headers().firstValue("X-RateLimit-Reset").orElseThrow())
                .matches("\\d{10}\\.\\d{3}");
        assertThat(response.headers().firstValue("X-RateLimit-Bucket")).isPresent();
    }

    @Test
    void anEmptyBucketIsAnsweredWith429() {
        HttpResponse<String> response = null;
        for (int request = 0; request < 11; request++) {
            response = client.send("POST", "/api/v10/guilds", token, "{}");
        }
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After").orElseThrow()).matches("\\d+");
        assertThat(response.headers().firstValue("X-RateLimit-Scope")).hasValue("user");
        assertThat(json(response).path("global").asBoolean(true)).isFalse();
        assertThat(json(response).path("retry_after").asDouble()).isPositive();
        assertThat(json(response).path("message").asText()).isEqualTo("You are being rate limited.");
        assertThat(response.headers().firstValue("Via")).hasValue("1.1 guildhall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0079", "%2079", "79%20"})
    void anIdHasOneSpellingWhereverItGoes(String spelling) {
        assertThat(client.get("/api/v10/guilds/" + spelling, token).statusCode())
                .isEqualTo(200);
        assertThat(owner.last().getActor().getId()).isEqualTo(79);
        assertThat(owner.last().getRest().getPathMap()).containsEntry("guild_id", "79");
    }

    @Test
    void aBrowserMayCallFromAnywhereAndSeeWhereItStands() {
        HttpResponse<String> asked = client.send(
                "OPTIONS",
                "/api/v10/users/@me",
                null,
                null,
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "authorization,content-type,x-audit-log-reason");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValueSatisfying(origin -> assertThat(origin).isIn("*", "https://app.example"));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("authorization", "x-audit-log-reason");
        assertThat(asked.headers()
                        .firstValue("Access-Control-Allow-Credentials")
                        .orElse("false"))
                .isEqualTo("false");
        HttpResponse<String> called =
                client.send("GET", "/api/v10/users/@me", token, null, "Origin", "https://app.example");
        assertThat(called.statusCode()).isEqualTo(200);
        assertThat(called.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("X-RateLimit-Remaining", "Retry-After");
    }

    @Test
    void aPersonMakesABotAndABotIsNoPerson() {
        HttpResponse<String> made = client.send("POST", "/api/v10/applications", token, "{\"name\":\"Robot\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).path("actor").asText();
        String bot = json(client.send("POST", "/api/v10/applications/" + id + "/bot", token, "{}"))
                .path("token")
                .asText();
        assertThat(client.get("/api/v10/gateway/bot", "Bot " + bot).statusCode())
                .isEqualTo(200);
        assertThat(json(client.get("/api/v10/gateway/bot", token)).path("code").asInt())
                .isEqualTo(20002);
        assertThat(json(client.get("/api/v10/applications", "Bot " + bot))
                        .path("code")
                        .asInt())
                .isEqualTo(20001);
        assertThat(client.get("/api/v10/users/@me", bot).statusCode()).isEqualTo(401);

        String second = json(client.send("POST", "/api/v10/applications/" + id + "/bot/reset", token, "{}"))
                .path("token")
                .asText();
        assertThat(client.get("/api/v10/users/@me", "Bot " + bot).statusCode()).isEqualTo(401);
        assertThat(client.get("/api/v10/users/@me", "Bot " + second).statusCode())
                .isEqualTo(200);
        assertThat(owner.commands())
                .anyMatch(command -> command.getInternal().getStep().equals("tokenRevoked"));
    }

    @Test
    void whoLogsOutIsOut() {
        assertThat(client.send("POST", "/api/v10/auth/logout", token, "{}").statusCode())
                .isEqualTo(204);
        assertThat(client.get("/api/v10/users/@me", token).statusCode()).isEqualTo(401);
        assertThat(owner.last().getInternal().getStep()).isEqualTo("tokenRevoked");
        assertThat(owner.last().getInternal().getBody().toStringUtf8()).matches("\\{\"logins\":\\[\"[0-9]+\"]}");
    }
}
