package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.EndLogins;
import io.guildhall.api.handler.Login;
import io.guildhall.api.handler.PasswordChange;
import io.guildhall.api.limit.RateLimited;
import io.guildhall.identity.Accounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever somebody may show a password, those who guess are counted together. */
class PasswordGuessesTest {
    private static final int IN_A_MINUTE = 20;
    private static final String WRONG = "wrong horse";

    private final Entrance entrance = new Entrance();

    /** A place where somebody who is logged in shows the password. */
    private enum Place {
        LOGINS(AccountOperations.END_LOGINS),
        CODES(AccountOperations.ENABLE_CODES),
        BACKUP_CODES(AccountOperations.RENEW_BACKUP_CODES),
        NEW_KEY(AccountOperations.ADD_PASSKEY),
        KEY_THAT_GOES(AccountOperations.DELETE_PASSKEY),
        PAUSE(AccountOperations.DISABLE_MY_ACCOUNT),
        END(AccountOperations.DELETE_MY_ACCOUNT),
        USER(UserOperations.UPDATE_MY_USER);

        private final Operation operation;

        Place(Operation operation) {
            this.operation = operation;
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whoGuessedElsewhereIsNotHeardHere(Place place) {
        guessed(IN_A_MINUTE);

        assertThatThrownBy(() -> show(place, Entrance.PASSWORD)).isInstanceOf(RateLimited.class);
        entrance.clock.advance(Duration.ofMinutes(1));
        refused(place);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsGuessedHereCountsElsewhere(Place place) {
        refused(place);
        guessed(IN_A_MINUTE - 1);

        assertThatThrownBy(() -> guessed(1)).isInstanceOf(RateLimited.class);
    }

    /** A new operation with a password finds its place above. */
    @Test
    void theseAreAllPlaces() {
        List<Operation> known =
                Stream.of(Place.values()).map(place -> place.operation).toList();

        assertThat(Operations.all().stream()
                        .filter(operation -> operation.access() != Access.ANYONE)
                        .filter(PasswordGuessesTest::takesAPassword)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s", "%s ", "\t%s", "%s\u2003\u00a0"})
    void nobodyHasMoreGuessesBySpellingTheLoginOtherwise(String spelled) {
        Login login = new Login(entrance.accounts, entrance.limits, entrance.admission);
        entrance.accounts.register(new Accounts.Registration(
                101,
                entrance.ids.next(),
                "jos\u00e9 maria",
                Optional.empty(),
                Optional.empty(),
                false,
                "correct mule"));
        for (int guess = 0; guess < IN_A_MINUTE; guess++) {
            entrance.limits.takeLogin("jos\u00e9 maria");
        }

        for (String name : List.of("jose\u0301 maria", "JOS\u00c9 MARIA", "jos\u00e9 \u00a0 maria")) {
            assertThatThrownBy(() -> login(login, spelled.formatted(name), "correct mule"))
                    .as(name)
                    .isInstanceOf(RateLimited.class);
        }
    }

    static Stream<Place> places() {
        return Stream.of(Place.values());
    }

    /** Without the time that it takes to look at a password. */
    private void guessed(int times) {
        for (int guess = 0; guess < times; guess++) {
            entrance.limits.takePassword(entrance.anna);
        }
    }

    private void refused(Place place) {
        assertThatThrownBy(() -> show(place, WRONG))
                .isInstanceOf(ApiException.class)
                .isNotInstanceOf(RateLimited.class);
    }

    private void login(ApiHandler login, String name, String password) {
        entrance.call(
                login,
                Json.object().put("login", name).put("password", password).toString());
    }

    private void show(Place place, String password) {
        switch (place) {
            case LOGINS ->
                entrance.call(new EndLogins(entrance.password, entrance.accounts, entrance.sessions), body(password));
            case CODES ->
                entrance.call(
                        new EnableCodes(
                                entrance.password,
                                entrance.accounts,
                                entrance.factors,
                                entrance.asked,
                                new RenewedLogins(entrance.accounts, entrance.sessions, entrance.ids),
                                entrance.limits),
                        body(password));
            case BACKUP_CODES ->
                entrance.call(
                        new RenewBackupCodes(entrance.password, entrance.factors, entrance.limits), body(password));
            case NEW_KEY -> entrance.call(keys().addPasskey(), body(password));
            case KEY_THAT_GOES -> entrance.call(keys().deletePasskey(), Map.of("passkey_id", "1"), body(password));
            case PAUSE -> entrance.call(leaving().disableMyAccount(), body(password));
            case END -> entrance.call(leaving().deleteMyAccount(), body(password));
            case USER ->
                new PasswordChange(entrance.password, entrance.accounts, entrance.sessions, entrance.ids)
                        .around(change(body(password)), call -> RestAnswer.of(200, Json.object()));
        }
    }

    private PasskeyHandlers keys() {
        return new PasskeyHandlers(
                entrance.passkeys,
                entrance.ceremonies,
                entrance.factors,
                entrance.password,
                entrance.accounts,
                entrance.people,
                entrance.proofs,
                entrance.proven,
                entrance.asked,
                new RenewedLogins(entrance.accounts, entrance.sessions, entrance.ids),
                entrance.limits,
                entrance.ids);
    }

    private OwnAccountHandlers leaving() {
        return new OwnAccountHandlers(entrance.closed, entrance.password, entrance.factors, entrance.limits);
    }

    private ApiCall change(String body) {
        return new ApiCall(
                UserOperations.UPDATE_MY_USER,
                Optional.of(new Identity(entrance.anna, false, 0, 1)),
                Map.of(),
                Json.object(),
                Json.parse(body),
                "",
                "",
                List.of(),
                "127.0.0.1");
    }

    private static String body(String password) {
        ObjectNode body = Json.object()
                .put("password", password)
                .put("username", "anna the second")
                .put("secret", Phone.SECRET)
                .put("code", "000000");
        body.putArray("session_id_hashes").add("x".repeat(43));
        return body.toString();
    }

    private static boolean takesAPassword(Operation operation) {
        return operation.body().stream()
                .filter(ObjectShape.class::isInstance)
                .anyMatch(body -> ((ObjectShape) body).names().contains("password"));
    }
}
