package io.guildhall.api.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.admin.Office;
import io.guildhall.api.limit.RateLimited;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may make an account, as administrators say. */
class RegistrationGateTest {
    private final Office office = new Office();
    private int made;

    @Test
    void untilSomebodySaysOtherwiseItIsOpen() {
        register("a@example.org", null);

        assertThat(made).isEqualTo(1);
    }

    @Test
    void closedIsForNobodyInvitedOrNot() {
        set("{\"registration\":\"closed\"}");
        String code = invite("{}");

        refused("REGISTRATION_DISABLED", null);
        refused("REGISTRATION_DISABLED", code);
    }

    @Test
    void anInvitationIsGoodAsOftenAndAsLongAsItSays() {
        set("{\"registration\":\"invitation\"}");
        refused("INVITATION_REQUIRED", null);
        refused("INVITATION_INVALID", "made-up");

        String code = invite("{\"max_uses\":2,\"max_age\":60}");
        register("a@example.org", code);
        register("b@example.org", code);
        refused("INVITATION_INVALID", code);

        String late = invite("{\"max_uses\":2,\"max_age\":60}");
        office.entrance.clock.advance(Duration.ofSeconds(61));
        refused("INVITATION_INVALID", late);

        String gone = invite("{}");
        office.call(AdminOperations.DELETE_INVITATION, Identity.operator(), Map.of("invitation", gone), "");
        refused("INVITATION_INVALID", gone);
    }

    @Test
    void anAccountThatIsNotMadeUsesNoInvitation() {
        set("{\"registration\":\"invitation\"}");
        String code = invite("{}");

        assertThatThrownBy(() -> office.gate.pass(applicant("a@example.org", code, null, null), () -> {
                    throw ApiException.invalidField("username", "USERNAME_ALREADY_TAKEN", "Username is unavailable.");
                }))
                .isInstanceOf(ApiException.class);
        register("a@example.org", code);
        refused("INVITATION_INVALID", code);
    }

    @ParameterizedTest
    @CsvSource({
        "a@spam.example,true",
        "a@SPAM.example.,true",
        "a@deep.spam.example,true",
        "a@notspam.example,false",
        "a@spam.example.org,false",
        "a@b@spam.example,true",
        "a@ｓｐａｍ.example,true",
        "a@bücher.example,true",
        "a@spam.example.,true",
        "a@spam.example。,true",
        "a@spam.example..,true",
        "a@spam.example。．,true"
    })
    void addressesOfBlockedDomainsAreRefusedHoweverTheyAreWritten(String email, boolean blocked) {
        set("{\"blocked_email_domains\":[\"Spam.Example\",\"xn--bcher-kva.example\"]}");

        if (blocked) {
            assertThat(problem(email, null)).isEqualTo("EMAIL_DOMAIN_BLOCKED");
        } else {
            register(email, null);
        }
    }

    @Test
    void anAddressMayBeAskedFor() {
        set("{\"email_required\":true}");

        assertThat(problem(null, null)).isEqualTo("BASE_TYPE_REQUIRED");
        register("a@example.org", null);
    }

    @Test
    void soManyAnHourFromOneAddressAndSoManyAltogether() {
        set("{\"registrations_per_address\":2,\"registrations_per_hour\":3}");

        register("192.0.2.1", "a@example.org");
        register("192.0.2.1", "b@example.org");
        assertThatThrownBy(() -> register("192.0.2.1", "c@example.org")).isInstanceOf(RateLimited.class);
        register("192.0.2.2", "d@example.org");
        assertThatThrownBy(() -> register("192.0.2.3", "e@example.org")).isInstanceOf(RateLimited.class);
        office.entrance.clock.advance(Duration.ofHours(1));
        register("192.0.2.1", "c@example.org");
    }

    @Test
    void workIsAskedForAndGoodOnceForWhoWasGivenIt() throws Exception {
        set("{\"proof_of_work_bits\":10}");
        JsonNode asked = work(null, null);
        assertThat(asked.at("/captcha_key/0").asText()).isEqualTo("captcha-required");
        assertThat(asked.path("captcha_sitekey").asText()).isEqualTo("10");
        String challenge = asked.path("captcha_rqtoken").asText();
        String solution = solve(challenge, 10);

        assertThat(work(challenge, "0" + solution).at("/captcha_key/0").asText())
                .isEqualTo("invalid-response");
        assertThat(work(challenge + "x", solution).at("/captcha_key/0").asText())
                .isEqualTo("invalid-response");
        assertThatThrownBy(() -> office.gate.pass(
                        new RegistrationGate.Applicant(
                                "192.0.2.9",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(challenge),
                                Optional.of(solution)),
                        () -> made++))
                .isInstanceOf(WorkRequired.class);
        office.gate.pass(applicant(null, null, challenge, solution), () -> made++);
        assertThat(work(challenge, solution).at("/captcha_key/0").asText()).isEqualTo("invalid-response");

        String late = asked(null, null);
        String found = solve(late, 10);
        office.entrance.clock.advance(Duration.ofMinutes(11));
        assertThat(work(late, found).at("/captcha_key/0").asText()).isEqualTo("invalid-response");
        assertThat(made).isEqualTo(1);
    }

    private String asked(String challenge, String solution) {
        return work(challenge, solution).path("captcha_rqtoken").asText();
    }

    private JsonNode work(String challenge, String solution) {
        WorkRequired refusal = catchThrowableOfType(
                WorkRequired.class, () -> office.gate.pass(applicant(null, null, challenge, solution), () -> made++));
        assertThat(refusal.answer().status()).isEqualTo(400);
        return Json.parse(new String(refusal.answer().body(), UTF_8));
    }

    private static String solve(String challenge, int bits) throws Exception {
        for (int nonce = 0; ; nonce++) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((challenge + ":" + nonce).getBytes(UTF_8));
            if (new BigInteger(1, hash).bitLength() <= 256 - bits) {
                return Integer.toString(nonce);
            }
        }
    }

    private void set(String settings) {
        office.call(AdminOperations.UPDATE_SETTINGS, Identity.operator(), Map.of(), settings);
    }

    private String invite(String body) {
        return office.call(AdminOperations.CREATE_INVITATION, Identity.operator(), Map.of(), body)
                .path("code")
                .asText();
    }

    private void register(String address, String email) {
        boolean from = address.matches("[0-9.]+");
        office.gate.pass(
                from
                        ? new RegistrationGate.Applicant(
                                address, Optional.of(email), Optional.empty(), Optional.empty(), Optional.empty())
                        : applicant(address, email, null, null),
                () -> made++);
    }

    private static RegistrationGate.Applicant applicant(String email, String code, String challenge, String solution) {
        return new RegistrationGate.Applicant(
                "127.0.0.1",
                Optional.ofNullable(email),
                Optional.ofNullable(code),
                Optional.ofNullable(challenge),
                Optional.ofNullable(solution));
    }

    private void refused(String problem, String code) {
        assertThat(problem("a@example.org", code)).isEqualTo(problem);
    }

    private String problem(String email, String code) {
        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> office.gate.pass(applicant(email, code, null, null), () -> made++));
        return refusal.toBody().findValue("_errors").get(0).path("code").asText();
    }
}
