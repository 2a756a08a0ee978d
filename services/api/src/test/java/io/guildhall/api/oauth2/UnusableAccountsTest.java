package io.guildhall.api.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

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

        set(reason, true);
        assertThat(instance.grants.verify(token)).isEmpty();
        set(reason, false);
        assertThat(instance.grants.verify(token)).isPresent();
    }

    private void set(Column<Boolean> reason, boolean value) {
        instance.storage
                .write(List.of(Write.to(Users.TABLE, Instance.PERSON)
                        .set(reason, value)
                        .build()))
                .await()
                .indefinitely();
    }
}
