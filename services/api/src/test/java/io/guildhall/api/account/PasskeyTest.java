package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.handler.Login;
import io.guildhall.api.limit.RateLimited;
import io.guildhall.identity.passkey.PasskeyRecords.Passkey;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of devices beside a password, from the first one to the last, with an authenticator that is a program. */
class PasskeyTest {
    private static final String PASSWORD = "{\"password\":\"" + Entrance.PASSWORD + "\"}";

    private final Entrance entrance = new Entrance();
    private final RenewedLogins logins = new RenewedLogins(entrance.accounts, entrance.sessions, entrance.ids);
    private final PasskeyHandlers passkeys = new PasskeyHandlers(
            entrance.passkeys,
            entrance.ceremonies,
            entrance.factors,
            entrance.password,
            entrance.accounts,
            entrance.people,
            entrance.proofs,
            entrance.proven,
            entrance.asked,
            logins,
            entrance.limits,
            entrance.ids);
    private final LoginWithPasskey second = new LoginWithPasskey(
            entrance.proven, entrance.entry, entrance.passkeys, entrance.ceremonies, entrance.limits, entrance.ids);
    private final LoginWithCode withCode =
            new LoginWithCode(entrance.proven, entrance.entry, entrance.factors, entrance.limits, entrance.ids);
    private final Login login = new Login(entrance.accounts, entrance.limits, entrance.admission);

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "RS256"})
    void aKeyIsAskedForOnceTheAccountHasOne(String algorithm) throws Exception {
        String before = entrance.login(Entrance.PASSWORD);
        SoftKey key = new SoftKey(algorithm);

        JsonNode added = add(key);

        assertThat(entrance.good(before)).isFalse();
        assertThat(entrance.good(added.path("token").asText())).isTrue();
        assertThat(added.path("backup_codes")).hasSize(10);
        assertThat(entrance.owner.commands().toString()).contains("second_factor");
        JsonNode asked = login();
        assertThat(asked.path("token").isNull()).isTrue();
        assertThat(asked.path("totp").asBoolean()).isFalse();
        String token = second(asked, key.sign(asked.path("webauthn").asText()))
                .path("token")
                .asText();
        assertThat(entrance.good(token)).isTrue();
        assertThat(entrance.call(passkeys.listPasskeys(), "{}").findValuesAsText("name"))
                .containsExactly("My key");
    }

    @Test
    void anAnswerIsForOneChallengeOnePageAndOneKey() throws Exception {
        entrance.login(Entrance.PASSWORD);
        SoftKey key = new SoftKey("ES256");
        add(key);
        // So that all of these are tries of another quarter of an hour.
        entrance.clock.advance(Duration.ofMinutes(20));
        String old = key.sign(login().path("webauthn").asText());
        JsonNode asked = login();
        String challenge = asked.path("webauthn").asText();

        refused(() -> second(asked, old));
        refused(() -> second(asked, altered(key, challenge, other -> other.origin = "https://evil.example")));
        refused(() -> second(asked, altered(key, challenge, other -> other.site = "evil.example")));
        refused(() -> second(asked, altered(key, challenge, other -> other.flags = 0)));
        refused(() -> second(asked, new SoftKey("ES256").sign(challenge)));
        String answer = key.sign(challenge);
        refused(() -> second(asked, answer.replace("signature\":\"", "signature\":\"AA")));
        refused(() -> second(asked, "{}"));
        refused(() -> second(asked, "nonsense"));
        second(asked, answer);
        refused(() -> second(asked, answer));
    }

    @Test
    void aCopyOfAKeyThatCountsFallsBehind() throws Exception {
        entrance.login(Entrance.PASSWORD);
        SoftKey key = new SoftKey("ES256");
        add(key);
        JsonNode asked = login();
        key.signed = 5;
        second(asked, key.sign(asked.path("webauthn").asText()));

        key.signed = 3;
        JsonNode again = login();
        refused(() -> second(again, key.sign(again.path("webauthn").asText())));
    }

    @Test
    void triesAreCountedForTheAccountWhicheverTheTicket() throws Exception {
        entrance.login(Entrance.PASSWORD);
        add(new SoftKey("ES256"));

        assertThatThrownBy(() -> {
                    for (int attempt = 0; attempt < 20; attempt++) {
                        try {
                            second(login(), "{}");
                        } catch (ApiException wrong) {
                            assertThat(wrong.code()).isEqualTo(50035);
                        }
                    }
                })
                .isInstanceOf(RateLimited.class);
    }

    @Test
    void whatWasLostIsStoodInForByBackupCodesAndTheLastKeyEndsIt() throws Exception {
        entrance.login(Entrance.PASSWORD);
        JsonNode added = add(new SoftKey("ES256"));
        String code = added.path("backup_codes").path(0).path("code").asText();
        JsonNode asked = login();
        String token = entrance.call(
                        withCode,
                        Json.object()
                                .put("ticket", asked.path("ticket").asText())
                                .put("code", code)
                                .toString())
                .path("token")
                .asText();
        assertThat(entrance.good(token)).isTrue();
        entrance.clock.advance(Duration.ofMinutes(20));

        Map<String, String> path = Map.of("passkey_id", added.path("id").asText());
        refused(() -> entrance.call(passkeys.deletePasskey(), path, "{\"password\":\"wrong horse\"}"));
        assertThat(entrance.call(passkeys.renamePasskey(), path, "{\"name\":\"Old key\"}")
                        .path("name")
                        .asText())
                .isEqualTo("Old key");
        entrance.call(passkeys.deletePasskey(), path, "{\"password\":\"" + Entrance.PASSWORD + "\"}");
        assertThat(login().path("token").asText()).isNotEmpty();
        assertThat(entrance.factors.asked(entrance.anna)).isFalse();
    }

    @Test
    void aKeyIsAddedByWhoShowsThePasswordAndWithATicketOnce() throws Exception {
        entrance.login(Entrance.PASSWORD);
        refused(() -> entrance.call(passkeys.addPasskey(), "{\"password\":\"wrong horse\"}"));
        String forAnother = new SoftKey("ES256").make(begin().path("challenge").asText());
        JsonNode begun = begin();
        String made = new SoftKey("ES256").make(begun.path("challenge").asText());
        refused(() -> finish(begun, forAnother));
        finish(begun, made);
        refused(() -> finish(begun, made));
        assertThat(entrance.passkeys.of(entrance.anna)).hasSize(1);
    }

    @Test
    void theOperatorTakesKeysAwayToo() throws Exception {
        entrance.login(Entrance.PASSWORD);
        add(new SoftKey("ES256"));

        entrance.factors.endAll(entrance.anna);

        assertThat(entrance.factors.asked(entrance.anna)).isFalse();
    }

    private static String altered(SoftKey key, String challenge, Consumer<SoftKey> change) throws Exception {
        String origin = key.origin;
        String site = key.site;
        int flags = key.flags;
        change.accept(key);
        String answer = key.sign(challenge);
        key.origin = origin;
        key.site = site;
        key.flags = flags;
        return answer;
    }

    private JsonNode begin() {
        return entrance.call(passkeys.addPasskey(), "{\"password\":\"" + Entrance.PASSWORD + "\"}");
    }

    private JsonNode finish(JsonNode begun, String credential) {
        return entrance.call(
                passkeys.addPasskey(),
                Json.object()
                        .put("ticket", begun.path("ticket").asText())
                        .put("name", "My key")
                        .put("credential", credential)
                        .toString());
    }

    @Test
    void guildsKnowInTheEndWhatIsAskedHoweverChangesMeet() throws Exception {
        entrance.login(Entrance.PASSWORD);
        entrance.owner.meanwhile(() -> entrance.factors.endAll(entrance.anna));
        add(new SoftKey("ES256"));
        assertThat(told()).isFalse();

        String one = add(new SoftKey("ES256")).path("id").asText();
        String other = add(new SoftKey("EdDSA")).path("id").asText();
        assertThat(told()).isTrue();
        entrance.owner.meanwhile(() -> entrance.passkeys.remove(entrance.anna, Long.parseLong(other)));
        entrance.call(passkeys.deletePasskey(), Map.of("passkey_id", one), PASSWORD);
        assertThat(told()).isFalse();
    }

    @Test
    void keysThatAreAddedAtTheSameTimeAreNoMoreThanThoseThatComeOneByOne() throws Exception {
        entrance.login(Entrance.PASSWORD);
        for (int number = 1; number < 16; number++) {
            entrance.passkeys.add(entrance.anna, new Passkey(number, "credential" + number, "key", 0, "phone"));
        }
        JsonNode begun = begin();
        entrance.passkeys.add(entrance.anna, new Passkey(16, "credential16", "key", 0, "phone"));

        String late = new SoftKey("ES256").make(begun.path("challenge").asText());
        refused(() -> finish(begun, late));
        assertThat(entrance.passkeys.of(entrance.anna)).hasSize(16);
        refused(this::begin);
    }

    /** What the owner of the account heard last of its second factors. */
    private boolean told() {
        return entrance.owner.commands().stream()
                .map(command -> Json.parse(command.getInternal().getBody()))
                .filter(body -> body.has(StandingSteps.SECOND_FACTOR))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .get(StandingSteps.SECOND_FACTOR)
                .asBoolean();
    }

    private JsonNode add(SoftKey key) throws Exception {
        JsonNode begun = begin();
        return finish(begun, key.make(begun.path("challenge").asText()));
    }

    private JsonNode login() {
        return entrance.call(login, "{\"login\":\"anna\",\"password\":\"" + Entrance.PASSWORD + "\"}");
    }

    private JsonNode second(JsonNode first, String answer) {
        return entrance.call(
                second,
                Json.object()
                        .put("ticket", first.path("ticket").asText())
                        .put("code", answer)
                        .toString());
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(50035));
    }
}
