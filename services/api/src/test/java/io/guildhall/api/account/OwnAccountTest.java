package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.Login;
import io.guildhall.identity.Accounts;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who leave: for a while, or for good. */
class OwnAccountTest {
    private final Entrance entrance = new Entrance();
    private final Phone phone = new Phone(entrance.clock);
    private final OwnAccountHandlers handlers =
            new OwnAccountHandlers(entrance.closed, entrance.password, entrance.factors, entrance.limits);
    private final Login login = new Login(entrance.accounts, entrance.limits, entrance.admission);
    private final LoginWithCode second =
            new LoginWithCode(entrance.proven, entrance.entry, entrance.factors, entrance.limits, entrance.ids);

    private enum Way {
        DISABLE,
        DELETE
    }

    @ParameterizedTest
    @EnumSource
    void everyLoginEnds(Way way) {
        String token = entrance.login(Entrance.PASSWORD);

        leave(way, Entrance.PASSWORD, null);

        assertThat(entrance.good(token)).isFalse();
        assertThat(entrance.accounts.logins(entrance.anna)).isEmpty();
        assertThat(steps()).containsSubsequence(StandingSteps.MAY_BE_DELETED, StandingSteps.STEP, "tokenRevoked");
        assertThat(told()).containsExactly("{\"paused\":true}");
        assertThat(steps().contains(StandingSteps.DELETED)).isEqualTo(way == Way.DELETE);
    }

    @ParameterizedTest
    @EnumSource
    void theTokenAloneIsNotEnough(Way way) {
        String token = entrance.login(Entrance.PASSWORD);

        refused(50035, () -> leave(way, "wrong horse", null));

        assertThat(entrance.good(token)).isTrue();
        assertThat(steps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsAskedForWhereTheAccountAsksForOne(Way way) {
        askForCodes();

        refused(60003, () -> leave(way, Entrance.PASSWORD, null));
        refused(50035, () -> leave(way, Entrance.PASSWORD, "000000"));
        assertThat(steps()).isEmpty();
        leave(way, Entrance.PASSWORD, phone.code());

        assertThat(steps()).contains(StandingSteps.MAY_BE_DELETED);
    }

    @ParameterizedTest
    @EnumSource
    void whoMustSettleSomethingFirstStaysAsTheyAre(Way way) {
        String token = entrance.login(Entrance.PASSWORD);
        entrance.owner.refuseSteps(true);

        assertThatThrownBy(() -> leave(way, Entrance.PASSWORD, null)).isInstanceOf(ApiException.class);

        assertThat(entrance.good(token)).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void whoEndsTheirAccountAdministersNothingMore() {
        entrance.login(Entrance.PASSWORD);
        entrance.administrators.set(entrance.anna, AdminRole.MODERATOR, Identity.operator());
        assertThat(entrance.administrators.role(entrance.anna)).isPresent();

        leave(Way.DELETE, Entrance.PASSWORD, null);

        assertThat(entrance.administrators.role(entrance.anna)).isEmpty();
    }

    @Test
    void anAccountThatWasPutAsideComesBackWithTheNextLogin() {
        pauseInStorage();

        refused(20013, () -> entrance.login(Entrance.PASSWORD));
        assertThat(told()).isEmpty();
        comesBackBy(() -> login(Entrance.PASSWORD));
        assertThat(told()).containsExactly("{\"paused\":false}");
    }

    @Test
    void itComesBackOnlyToWhoShowsAllThatItAsksFor() {
        askForCodes();
        pauseInStorage();

        refused(50035, () -> login("wrong horse"));
        String ticket = login(Entrance.PASSWORD).path("ticket").asText();
        assertThat(told()).isEmpty();
        comesBackBy(() -> entrance.call(
                second,
                Json.object().put("ticket", ticket).put("code", phone.code()).toString()));

        assertThat(told()).containsExactly("{\"paused\":false}");
    }

    @Test
    void aPasswordThatWasReplacedMeanwhileBringsNothingBack() {
        Accounts.Known known = entrance.accounts.know("anna", Entrance.PASSWORD);
        entrance.chooses("battery staple");
        pauseInStorage();

        assertThatThrownBy(() -> entrance.entry.enter(known, entrance.ids.next()))
                .isInstanceOf(ApiException.class);

        assertThat(told()).isEmpty();
    }

    @Test
    void noLoginBringsBackWhatSomebodyElseClosed() {
        pauseInStorage();
        entrance.set(entrance.account().set(Users.DISABLED, true));

        refused(20013, () -> login(Entrance.PASSWORD));

        assertThat(told()).isEmpty();
    }

    /** The owner here is one who says yes and does nothing: what it would have written is written for it. */
    private void comesBackBy(ThrowingCallable way) {
        assertThatThrownBy(way).isInstanceOf(ApiException.class);
    }

    private void pauseInStorage() {
        entrance.set(entrance.account().set(Users.PAUSED, true));
    }

    private void askForCodes() {
        entrance.login(Entrance.PASSWORD);
        entrance.factors.begin(entrance.anna, Phone.SECRET, phone.code());
        entrance.clock.advance(Duration.ofSeconds(30));
    }

    private JsonNode login(String password) {
        return entrance.call(
                login,
                Json.object().put("login", "anna").put("password", password).toString());
    }

    private void leave(Way way, String password, String code) {
        ApiHandler handler =
                switch (way) {
                    case DISABLE -> handlers.disableMyAccount();
                    case DELETE -> handlers.deleteMyAccount();
                };
        entrance.call(
                handler,
                (code == null
                                ? Json.object().put("password", password)
                                : Json.object().put("password", password).put("code", code))
                        .toString());
    }

    private List<String> steps() {
        return internal().map(command -> command.getInternal().getStep()).toList();
    }

    private List<String> told() {
        return internal()
                .filter(command -> command.getInternal().getStep().equals(StandingSteps.STEP))
                .map(command -> command.getInternal().getBody().toStringUtf8())
                .toList();
    }

    private Stream<Command> internal() {
        return entrance.owner.commands().stream().filter(Command::hasInternal);
    }

    private static void refused(int code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
