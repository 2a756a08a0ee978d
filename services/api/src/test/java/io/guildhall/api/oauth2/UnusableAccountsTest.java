package io.guildhall.api.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications speak for nobody whose account may not be used, whoever decided that. */
class UnusableAccountsTest {
    private final Instance instance = new Instance();

    static List<Column<Boolean>> reasons() {
        return List.of(Users.DISABLED, Users.PAUSED, Users.DELETED);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void anAccessTokenIsGoodOnlyWhileTheAccountIs(Column<Boolean> reason) {
        String token = instance.accessToken(OAuth2Scope.IDENTIFY);

        set(Instance.PERSON, reason, true);
        assertThat(instance.grants.verify(token)).isEmpty();
        set(Instance.PERSON, reason, false);
        assertThat(instance.grants.verify(token)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void anApplicationProvesItselfAndSpeaksForOthersOnlyWhileItsOwnAccountIsGood(Column<Boolean> reason) {
        String token = instance.accessToken(OAuth2Scope.IDENTIFY);
        ClientSecrets secrets = new ClientSecrets(instance.storage);

        set(Instance.APPLICATION, reason, true);
        assertThat(instance.grants.verify(token)).isEmpty();
        assertThat(secrets.matches(Instance.APPLICATION, instance.secret)).isFalse();
        set(Instance.APPLICATION, reason, false);
        assertThat(instance.grants.verify(token)).isPresent();
        assertThat(secrets.matches(Instance.APPLICATION, instance.secret)).isTrue();
    }

    private void set(long account, Column<Boolean> reason, boolean value) {
        instance.storage
                .write(List.of(Write.to(Users.TABLE, account).set(reason, value).build()))
                .await()
                .indefinitely();
    }
}
