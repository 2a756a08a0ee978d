package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are proved, and passwords that were forgotten. */
class MailProofsTest {
    private static final String NEXT = "battery staple";

    private final Entrance entrance = new Entrance();
    private final ForgotPassword forgot = new ForgotPassword(entrance.accountMails);
    private final ResetPassword reset = new ResetPassword(
            entrance.proven, entrance.accounts, entrance.sessions, entrance.standing, entrance.admission);
    private final VerifyEmail verify = new VerifyEmail(entrance.proven, entrance.standing);
    private final ResendVerification resend = new ResendVerification(entrance.accountMails);

    @Test
    void anAddressIsProvedByWhatWasSentToIt() {
        entrance.call(resend, "{}");
        String token = entrance.tokenOfMail(1);

        assertThat(entrance.mails.get(0).to()).isEqualTo(Entrance.EMAIL);
        assertThat(verify(token).path("user_id").asText()).isEqualTo(Snowflake.format(entrance.anna));

        Command told = entrance.owner.last();
        assertThat(told.getInternal().getStep()).isEqualTo(StandingSteps.STEP);
        assertThat(Json.parse(told.getInternal().getBody())
                        .path(StandingSteps.VERIFIED_EMAIL)
                        .asText())
                .isEqualTo(Entrance.EMAIL);
        refused(() -> verify(token));
    }

    @Test
    void aTokenForAnAddressThatTheAccountHasNoMoreProvesNothing() {
        entrance.call(resend, "{}");
        String token = entrance.tokenOfMail(1);
        entrance.set(entrance.account().set(Users.EMAIL, "other@example.org"));

        refused(() -> verify(token));
        assertThat(entrance.owner.commands()).isEmpty();
    }

    @Test
    void whoIsVerifiedGetsNoMail() throws InterruptedException {
        entrance.set(entrance.account().set(Users.VERIFIED, true));
        entrance.call(resend, "{}");
        entrance.call(forgot, "{\"login\":\"anna\"}");

        entrance.tokenOfMail(1);
        assertThat(entrance.mails).hasSize(1).allMatch(mail -> mail.subject().contains("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "ANNA", "Anna@Example.org"})
    void aForgottenPasswordIsReplacedAndEveryLoginEnds(String login) {
        String before = entrance.login(Entrance.PASSWORD);
        entrance.call(forgot, "{\"login\":\"" + login + "\"}");

        String after = reset(entrance.tokenOfMail(1), NEXT).path("token").asText();

        assertThat(entrance.good(before)).isFalse();
        assertThat(entrance.good(after)).isTrue();
        assertThat(entrance.owner.commands())
                .extracting(command -> command.getInternal().getStep())
                .containsExactly("tokenRevoked", StandingSteps.STEP);
        refused(() -> entrance.login(Entrance.PASSWORD));
        assertThat(entrance.good(entrance.login(NEXT))).isTrue();
    }

    @Test
    void aTokenIsGoodOnceAndForAnHourAndForNothingElse() {
        entrance.call(forgot, "{\"login\":\"anna\"}");
        String token = entrance.tokenOfMail(1);
        refused(() -> verify(token));
        refused(() -> reset(token + "A", NEXT));
        refused(() -> reset(token.substring(0, 20) + "AAAA" + token.substring(24), NEXT));

        refused(() -> reset(token, "12345678"));
        reset(token, NEXT);
        refused(() -> reset(token, "another staple"));

        entrance.call(forgot, "{\"login\":\"anna\"}");
        String late = entrance.tokenOfMail(2);
        entrance.clock.advance(Duration.ofMinutes(61));
        refused(() -> reset(late, "another staple"));
    }

    @Test
    void anotherPasswordVoidsWhatWasSentBefore() {
        entrance.call(forgot, "{\"login\":\"anna\"}");
        String token = entrance.tokenOfMail(1);
        entrance.chooses(NEXT);

        refused(() -> reset(token, "another staple"));
    }

    @Test
    void whoAsksAgainGetsTheSameTokenSoThatNobodyVoidsSomebodyElsesMail() {
        entrance.call(forgot, "{\"login\":\"anna\"}");
        String first = entrance.tokenOfMail(1);
        entrance.call(forgot, "{\"login\":\"anna\"}");
        assertThat(entrance.tokenOfMail(2)).isEqualTo(first);

        entrance.clock.advance(Duration.ofMinutes(31));
        entrance.call(forgot, "{\"login\":\"anna\"}");
        assertThat(entrance.tokenOfMail(3)).isNotEqualTo(first);
    }

    @Test
    void oneAccountGetsFiveMailsAnHourAndNobodyIsToldOfIt() {
        for (int mail = 1; mail <= 5; mail++) {
            entrance.call(forgot, "{\"login\":\"anna\"}");
            entrance.tokenOfMail(mail);
        }
        assertThat(entrance.call(forgot, "{\"login\":\"anna\"}"))
                .isEqualTo(entrance.call(forgot, "{\"login\":\"nobody\"}"));
        entrance.mailsLimited(1);

        entrance.clock.advance(Duration.ofMinutes(61));
        entrance.call(forgot, "{\"login\":\"anna\"}");
        entrance.tokenOfMail(6);
        assertThat(entrance.mails).hasSize(6);
    }

    @Test
    void aLoginThatKnewThePasswordBeforeStaysOut() {
        var known = entrance.accounts.know("anna", Entrance.PASSWORD);
        entrance.chooses(NEXT);

        refused(() -> entrance.accounts.enter(known, entrance.ids.next()));
        assertThat(entrance.accounts.logins(entrance.anna)).isEmpty();
    }

    @Test
    void ofTwoWhoUseATokenAtOnceOneIsTooLate() {
        var person = entrance.people.person(entrance.anna).orElseThrow();
        String token = entrance.proofs.issue(Purpose.RESET, entrance.anna, Purpose.RESET.about(person));
        Proven.By first = entrance.proven.find(Purpose.RESET, token);
        Proven.By second = entrance.proven.find(Purpose.RESET, token);

        entrance.proven.use(first);

        refused(() -> entrance.proven.use(second));
    }

    private JsonNode verify(String token) {
        return entrance.call(verify, "{\"token\":\"" + token + "\"}");
    }

    private JsonNode reset(String token, String password) {
        return entrance.call(reset, "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ApiException.class);
    }
}
