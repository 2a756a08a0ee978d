package io.guildhall.api;

import static io.guildhall.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccountTest {
    @TestHTTPResource("/")
    URI server;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Client client;
    private String token;

    @BeforeEach
    void register() {
        client = new Client(server);
        token = client.person(name);
    }

    @Test
    void aChangedPasswordEndsEveryLoginButTheCallers() {
        String other = login("correct horse").path("token").asText();
        HttpResponse<String> changed = client.send(
                "PATCH",
                "/api/v10/users/@me",
                token,
                "{\"password\":\"correct horse\",\"new_password\":\"battery staple\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(me(token)).isEqualTo(401);
        assertThat(me(other)).isEqualTo(401);
        assertThat(me(json(changed).path("token").asText())).isEqualTo(200);
        assertThat(login("correct horse").path("code").asInt()).isEqualTo(50035);
        assertThat(login("battery staple").has("token")).isTrue();
    }

    /** Who has found a token open takes neither the name nor the password by it. */
    @ParameterizedTest
    @CsvSource({"'',400", "wrong horse,400", "correct horse,200"})
    void anotherUsernameNeedsThePassword(String password, int status) {
        String said = password.isEmpty() ? "" : ",\"password\":\"" + password + "\"";
        HttpResponse<String> renamed =
                client.send("PATCH", "/api/v10/users/@me", token, "{\"username\":\"other." + name + "\"" + said + "}");
        assertThat(renamed.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(json(renamed).path("errors").has("password")).isTrue();
        }
        assertThat(client.send("PATCH", "/api/v10/users/@me", token, "{\"username\":\"" + name + "\",\"bio\":\"x\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"wrong horse,battery staple,password", "correct horse,password1,new_password"})
    void aPasswordIsNotChangedWithoutTheOldOneOrToAWeakOne(String old, String next, String field) {
        HttpResponse<String> refused = client.send(
                "PATCH",
                "/api/v10/users/@me",
                token,
                "{\"password\":\"" + old + "\",\"new_password\":\"" + next + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").has(field)).isTrue();
        assertThat(me(token)).isEqualTo(200);
    }

    @Test
    void loginsAreListedAndEndedByTheirHashes() {
        String other = login("correct horse").path("token").asText();
        JsonNode logins = json(client.get("/api/v10/auth/sessions", token)).path("user_sessions");
        assertThat(logins).hasSize(2);
        assertThat(logins.get(0).path("current").asBoolean()).isTrue();
        String end =
                "{\"session_id_hashes\":[\"" + logins.get(1).path("id_hash").asText() + "\"],\"password\":\"%s\"}";
        assertThat(client.send("POST", "/api/v10/auth/sessions/logout", token, end.formatted("wrong horse"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(me(other)).isEqualTo(200);
        assertThat(client.send("POST", "/api/v10/auth/sessions/logout", token, end.formatted("correct horse"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(me(other)).isEqualTo(401);
        assertThat(me(token)).isEqualTo(200);
    }

    @Test
    void registrationTakesNoNameThatRenamingForbidsAndNoWeakPassword() {
        assertThat(register("everyone", "correct horse")
                        .at("/errors/username/_errors/0/code")
                        .asText())
                .isEqualTo("USERNAME_INVALID_MATCHES");
        assertThat(register("a\\u202enna", "correct horse").path("errors").has("username"))
                .isTrue();
        assertThat(register("anna", "12345678")
                        .at("/errors/password/_errors/0/code")
                        .asText())
                .isEqualTo("PASSWORD_WEAK");
    }

    private JsonNode register(String username, String password) {
        return json(client.send(
                "POST",
                "/api/v10/auth/register",
                null,
                "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}"));
    }

    private JsonNode login(String password) {
        return json(client.send(
                "POST", "/api/v10/auth/login", null, "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}"));
    }

    private int me(String withToken) {
        return client.get("/api/v10/users/@me", withToken).statusCode();
    }
}
