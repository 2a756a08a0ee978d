package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.handler.Login;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.limit.RateLimited;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.Passwords;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.SecondFactors;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that asks for more than its password. */
class SecondFactorTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Entrance entrance = new Entrance();
    private final Phone phone = new Phone(entrance.clock);
    private final RenewedLogins logins = new RenewedLogins(entrance.accounts, entrance.sessions, entrance.ids);
    private final EnableCodes enable = new EnableCodes(
            entrance.password, entrance.accounts, entrance.factors, entrance.asked, logins, entrance.limits);
    private final DisableCodes disable = new DisableCodes(
            entrance.accounts, entrance.factors, entrance.passkeys, entrance.asked, logins, entrance.limits);
    private final RenewBackupCodes renew = new RenewBackupCodes(entrance.password, entrance.factors, entrance.limits);
    private final LoginWithCode second =
            new LoginWithCode(entrance.proven, entrance.entry, entrance.factors, entrance.limits, entrance.ids);
    private final Login login = new Login(entrance.accounts, entrance.limits, entrance.admission);

    @Test
    void aCodeIsAskedForOnceTheAccountWantsIt() {
        String before = entrance.login(Entrance.PASSWORD);
        JsonNode enabled = enable();

        assertThat(entrance.good(before)).isFalse();
        assertThat(entrance.good(enabled.path("token").asText())).isTrue();
        assertThat(enabled.path("backup_codes")).hasSize(10);
        assertThat(standing()).isTrue();

        JsonNode first = login();
        assertThat(first.path("token").isNull()).isTrue();
        assertThat(first.path("mfa").asBoolean()).isTrue();
        entrance.clock.advance(STEP);
        String token = second(first, phone.code()).path("token").asText();
        assertThat(entrance.good(token)).isTrue();
    }

    @Test
    void aCodeAndATicketAreGoodOnce() {
        enable();
        JsonNode ticket = login();
        refused(() -> second(ticket, phone.code()));
        entrance.clock.advance(STEP);
        String code = phone.code();
        second(ticket, code);

        refused(() -> second(login(), code));
        entrance.clock.advance(STEP);
        refused(() -> second(ticket, phone.code()));
    }

    @Test
    void aBackupCodeIsGoodOnceAndKeptAsAHash() {
        List<String> codes = codes(enable());
        second(login(), codes.get(3));
        refused(() -> second(login(), codes.get(3)));
        second(login(), codes.get(4).replace("-", "").toUpperCase(java.util.Locale.ROOT));

        RowView row = entrance.storage
                .row(Read.row(SecondFactors.TABLE, entrance.anna))
                .await()
                .indefinitely()
                .orElseThrow();
        assertThat(row.get(SecondFactors.CODES).split(" ")).hasSize(8);
        codes.forEach(code -> assertThat(row.get(SecondFactors.CODES)).doesNotContain(code.replace("-", "")));
        assertThat(row.get(SecondFactors.SECRET)).doesNotContain(Phone.SECRET);
    }

    @Test
    void otherBackupCodesVoidThoseOfBefore() {
        List<String> before = codes(enable());
        List<String> after = codes(entrance.call(
                renew, "{\"password\":\"" + Entrance.PASSWORD + "\",\"code\":\"" + before.get(0) + "\"}"));

        refused(() -> second(login(), before.get(1)));
        second(login(), after.get(1));
    }

    @Test
    void aTicketIsOfNoUseAfterFiveMinutesOrAnotherPassword() {
        List<String> codes = codes(enable());
        JsonNode late = login();
        entrance.clock.advance(Duration.ofMinutes(5));
        refused(() -> second(late, codes.get(0)));

        JsonNode stale = login();
        entrance.chooses("battery staple");
        refused(() -> second(stale, codes.get(0)));
    }

    @Test
    void guessingIsCountedForTheAccountWhateverTheTicket() {
        enable();
        for (int guess = 0; guess < 9; guess++) {
            refused(() -> second(login(), "000000"));
        }
        entrance.clock.advance(STEP);
        assertThatThrownBy(() -> second(login(), phone.code())).isInstanceOf(RateLimited.class);
        entrance.clock.advance(Duration.ofMinutes(15));
        second(login(), phone.code());
    }

    @Test
    void readingTheMailAloneLetsNobodyIn() {
        enable();
        ResetPassword reset = new ResetPassword(
                entrance.proven, entrance.accounts, entrance.sessions, entrance.standing, entrance.admission);
        entrance.call(new ForgotPassword(entrance.accountMails), "{\"login\":\"anna\"}");

        JsonNode answer =
                entrance.call(reset, "{\"token\":\"" + entrance.tokenOfMail(1) + "\",\"password\":\"battery staple\"}");

        assertThat(answer.path("token").isNull()).isTrue();
        entrance.clock.advance(STEP);
        assertThat(second(answer, phone.code()).has("token")).isTrue();
    }

    @Test
    void whoEndsItShowsACodeAndGoesOnWithThePasswordAlone() {
        String token = enable().path("token").asText();
        refused(() -> entrance.call(disable, "{\"code\":\"000000\"}"));
        entrance.clock.advance(STEP);

        String after = entrance.call(disable, "{\"code\":\"" + phone.code() + "\"}")
                .path("token")
                .asText();

        assertThat(entrance.good(token)).isFalse();
        assertThat(entrance.good(after)).isTrue();
        assertThat(standing()).isFalse();
        assertThat(login().has("token")).isTrue();
        entrance.clock.advance(STEP);
        enable();
        assertThat(login().has("ticket")).isTrue();
    }

    /** Who knows a stolen password asks for codes at the moment in which its person chooses another. */
    @Test
    void aPasswordThatIsReplacedMeanwhileShutsNobodyOutAndLetsNobodyIn() {
        Accounts slow =
                new Accounts(
                        entrance.storage,
                        entrance.people,
                        new Passwords(),
                        entrance.tokens,
                        entrance.verifier,
                        entrance.clock) {
                    @Override
                    public Known requirePassword(long user, String password) {
                        Known known = super.requirePassword(user, password);
                        replacePassword(known, "anna", "battery staple", "password");
                        return known;
                    }
                };
        EnableCodes late = new EnableCodes(
                new PresentPassword(slow, entrance.limits),
                slow,
                entrance.factors,
                entrance.asked,
                logins,
                entrance.limits);

        refused(() -> entrance.call(late, enabling(Entrance.PASSWORD, Phone.SECRET, phone.code())));

        assertThat(entrance.factors.asked(entrance.anna)).isFalse();
        assertThat(entrance.accounts.logins(entrance.anna)).isEmpty();
    }

    @Test
    void noLoginIsRenewedByAPasswordOfBefore() {
        Accounts.Known known = entrance.accounts.requirePassword(entrance.anna, Entrance.PASSWORD);
        entrance.chooses("battery staple");

        refused(() -> logins.after(known));
        assertThat(entrance.accounts.logins(entrance.anna)).isEmpty();
    }

    @Test
    void aLoginThatHasEndedEndsNoSecondFactor() {
        List<String> codes = codes(enable());
        entrance.chooses("battery staple");

        refused(() -> entrance.call(disable, "{\"code\":\"" + codes.get(0) + "\"}"));
        assertThat(entrance.factors.asked(entrance.anna)).isTrue();
    }

    @Test
    void whoWasToldOfNothingYetEndsItAgain() {
        List<String> codes = codes(enable());
        entrance.owner.refuseSteps(true);
        refused(() -> entrance.call(disable, "{\"code\":\"" + codes.get(0) + "\"}"));
        assertThat(entrance.factors.asked(entrance.anna)).isTrue();

        entrance.owner.refuseSteps(false);
        entrance.call(disable, "{\"code\":\"" + codes.get(1) + "\"}");
        assertThat(entrance.factors.asked(entrance.anna)).isFalse();
        assertThat(standing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "wrong horse, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, ''",
        "correct horse, GEZDGNBV, ''",
        "correct horse, 0000000000000000, ''",
        "correct horse, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1"
    })
    void nothingIsAskedForBeforeThePasswordAndACodeAreShown(String password, String secret, String more) {
        refused(() -> enable(password, secret, phone.code() + more));
        assertThat(login().has("token")).isTrue();
        assertThat(login().path("token").isTextual()).isTrue();
    }

    private JsonNode enable() {
        return enable(Entrance.PASSWORD, Phone.SECRET, phone.code());
    }

    private JsonNode enable(String password, String secret, String code) {
        return entrance.call(enable, enabling(password, secret, code));
    }

    private static String enabling(String password, String secret, String code) {
        return Json.object()
                .put("password", password)
                .put("secret", secret)
                .put("code", code)
                .toString();
    }

    private JsonNode login() {
        return entrance.call(login, "{\"login\":\"anna\",\"password\":\"" + Entrance.PASSWORD + "\"}");
    }

    private JsonNode second(JsonNode first, String code) {
        return entrance.call(
                second,
                Json.object()
                        .put("ticket", first.path("ticket").asText())
                        .put("code", code)
                        .toString());
    }

    private boolean standing() {
        return entrance.owner.commands().stream()
                .filter(command -> command.getInternal().getStep().equals(StandingSteps.STEP))
                .map(command -> Json.parse(command.getInternal().getBody()))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path(StandingSteps.SECOND_FACTOR)
                .asBoolean();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("backup_codes").findValuesAsText("code");
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ApiException.class);
    }
}
