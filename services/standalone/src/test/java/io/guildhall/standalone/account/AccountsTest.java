package io.guildhall.standalone.account;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.standalone.hostile.Calls;
import io.guildhall.standalone.hostile.HostileInstance;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts from the first mail to another password, in one process. */
@QuarkusTest
@TestProfile(AccountsTest.Proving.class)
class AccountsTest {
    private static final String REGISTER = """
        {"username":"%1$s","email":"%1$s@example.org","password":"correct horse"}\
        """;

    /** An instance that wants addresses proved, and puts its mail into a directory. */
    public static final class Proving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new HostileInstance().getConfigOverrides());
            settings.put("guildhall.mail.prove-addresses", "true");
            return settings;
        }
    }

    @Inject
    RequestPipeline pipeline;

    @ConfigProperty(name = "guildhall.mail.directory")
    String directory;

    private Calls calls;
    private Letters letters;

    @BeforeEach
    void begin() {
        calls = new Calls(pipeline);
        letters = new Letters(java.nio.file.Path.of(directory));
    }

    @Test
    void somebodyProvesAnAddressForgetsThePasswordAndComesBack() {
        String token = register("anna");
        assertThat(me(token).path("verified").asBoolean()).isFalse();

        calls.done(POST, "/auth/verify", null, "{\"token\":\"" + letters.token("anna", "/verify") + "\"}");
        assertThat(me(token).path("verified").asBoolean()).isTrue();

        calls.done(POST, "/auth/forgot", null, "{\"login\":\"anna\"}");
        String back = calls.done(
                        POST,
                        "/auth/reset",
                        null,
                        "{\"token\":\"" + letters.token("anna", "/reset") + "\",\"password\":\"battery staple\"}")
                .path("token")
                .asText();

        assertThat(status("/users/@me", token)).isEqualTo(401);
        assertThat(me(back).path("verified").asBoolean()).isTrue();
        assertThat(login("anna", "correct horse")).isEqualTo(400);
        assertThat(login("anna", "battery staple")).isEqualTo(200);
    }

    @Test
    void somebodyComesInByASecondFactor() {
        String token = register("clara");
        Phone phone = new Phone();
        JsonNode enabled = calls.done(
                POST,
                "/users/@me/mfa/totp/enable",
                token,
                "{\"password\":\"correct horse\",\"secret\":\"" + Phone.SECRET + "\",\"code\":\"" + phone.code()
                        + "\"}");
        assertThat(status("/users/@me", token)).isEqualTo(401);
        assertThat(me(enabled.path("token").asText()).path("mfa_enabled").asBoolean())
                .isTrue();

        String ticket = calls.done(POST, "/auth/login", null, "{\"login\":\"clara\",\"password\":\"correct horse\"}")
                .path("ticket")
                .asText();
        assertThat(status("/users/@me", ticket)).isEqualTo(401);
        String code = enabled.path("backup_codes").path(0).path("code").asText();
        String second = "{\"ticket\":\"" + ticket + "\",\"code\":\"" + code + "\"}";
        String in =
                calls.done(POST, "/auth/mfa/totp", null, second).path("token").asText();
        assertThat(status("/users/@me", in)).isEqualTo(200);
        assertThat(calls.json(POST, "/auth/mfa/totp", "", null, second).status())
                .isEqualTo(400);
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        register("berta");
        assertThat(forgot("berta")).isEqualTo(forgot("nobody")).isEqualTo(forgot("berta@example.org"));
        letters.token("berta", "/reset");
        assertThat(letters.count("nobody")).isZero();
    }

    private String forgot(String login) {
        var answer = calls.json(POST, "/auth/forgot", "", null, "{\"login\":\"" + login + "\"}");
        return answer.status() + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String register(String name) {
        return calls.done(POST, "/auth/register", null, REGISTER.formatted(name))
                .path("token")
                .asText();
    }

    private JsonNode me(String token) {
        return calls.done(GET, "/users/@me", token, "");
    }

    private int login(String name, String password) {
        return calls.json(
                        POST, "/auth/login", "", null, "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .status();
    }

    private int status(String path, String token) {
        return calls.json(GET, path, "", token, "").status();
    }
}
