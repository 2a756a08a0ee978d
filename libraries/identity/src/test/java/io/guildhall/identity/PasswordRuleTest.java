package io.guildhall.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "12345678",
                "87654321",
                "qwertyuiop",
                "aaaaaaaa",
                "abababab",
                "hgfedcba",
                "letmein2024",
                "annabelle99",
                "xxANNABELLExx"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThatThrownBy(() -> PasswordRule.check("password", password, "annabelle"))
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "a long enough password", "Tr0ub4dor&3", "zxsp93kd", "ann went home"})
    void otherPasswordsAreTakenWhateverTheyAreMadeOf(String password) {
        assertThatCode(() -> PasswordRule.check("password", password, "ann")).doesNotThrowAnyException();
    }
}
