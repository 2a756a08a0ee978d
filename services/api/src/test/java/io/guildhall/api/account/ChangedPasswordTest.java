package io.guildhall.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.handler.PasswordChange;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.Accounts.Known;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of all who know a password and change it one does, and what is refused has changed nothing. */
class ChangedPasswordTest {
    private final Entrance entrance = new Entrance();
    private final Accounts accounts = entrance.accounts;

    @Test
    void whoKnewOnlyThePasswordBeforeStaysOut() {
        Known one = accounts.know("anna", Entrance.PASSWORD);
        Known other = accounts.requirePassword(entrance.anna, Entrance.PASSWORD);

        String token = accounts.changePassword(one, "anna", "battery staple", entrance.ids.next());

        assertThatThrownBy(() -> accounts.changePassword(other, "anna", "stolen battery", entrance.ids.next()))
                .isInstanceOf(ApiException.class);
        assertThat(entrance.good(token)).isTrue();
        assertThat(entrance.good(entrance.login("battery staple"))).isTrue();
    }

    @Test
    void ofThoseWhoChangeItAtTheSameMomentOneDoesAndOnlyItsTokenIsGood() throws Exception {
        Known known = accounts.know("anna", Entrance.PASSWORD);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<String>> changing = IntStream.range(0, 4)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> changed(known, number), threads))
                    .toList();
            List<String> tokens = changing.stream()
                    .map(CompletableFuture::join)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(tokens).hasSize(1);
            assertThat(entrance.good(tokens.getFirst())).isTrue();
        }
        assertThat(accounts.logins(entrance.anna)).hasSize(1);
    }

    private String changed(Known known, int number) {
        try {
            return accounts.changePassword(known, "anna", "battery staple " + number, entrance.ids.next());
        } catch (ApiException refused) {
            return null;
        }
    }

    /** By the name that the account has, and by the one that it would have. */
    @ParameterizedTest
    @CsvSource({"'',password1", "'',anna is here", "gertrude,gertrude is here"})
    void aWeakPasswordIsRefusedBeforeTheOwnerChangesTheRest(String name, String weak) {
        PasswordChange change = new PasswordChange(entrance.password, accounts, entrance.sessions, entrance.ids);
        AtomicInteger asked = new AtomicInteger();
        String before = entrance.login(Entrance.PASSWORD);
        ApiCall call = entrance.made(
                UserOperations.UPDATE_MY_USER,
                Json.object()
                        .put("password", Entrance.PASSWORD)
                        .put("new_password", weak)
                        .put("username", name)
                        .toString());

        assertThatThrownBy(() -> change.around(call, rest -> {
                    asked.incrementAndGet();
                    return RestAnswer.of(200, Json.object());
                }))
                .isInstanceOf(ApiException.class);

        assertThat(asked).hasValue(0);
        assertThat(entrance.good(before)).isTrue();
    }
}
