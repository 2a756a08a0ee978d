package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationShapesTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/back, true",
        "https://a.example/back?from=here, true",
        "http://localhost:8080, true",
        "https://a.example/back#there, false",
        "https://a.example/#, false",
        "javascript:alert(1), false",
        "data://text/html, false",
        "//a.example/back, false"
    })
    void answersGoOnlyToWebAddressesBehindWhichTheyCanBePut(String uri, boolean taken) {
        Problems problems = Problems.none();
        ApplicationOperations.UPDATE_APPLICATION
                .body()
                .orElseThrow()
                .check(Json.parse("{\"redirect_uris\":[\"" + uri + "\"]}"), problems);
        assertThat(problems.isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.game.example, true",
        "https://login.game.example:8443/realm/, true",
        "http://login.game.example, false",
        "https://login.game.example?x=1, false",
        "https://login.game.example#x, false",
        "https://me:secret@login.game.example, false",
        "https://localhost, false",
        "https://192.168.1.1, false",
        "https://[2001:db8::1], false",
        "https://login.internal, false",
        "https://printer.local, false"
    })
    void playersAreVouchedForAtPublicAddressesAlone(String issuer, boolean taken) {
        Problems problems = Problems.none();
        ApplicationOperations.UPDATE_APPLICATION
                .body()
                .orElseThrow()
                .check(
                        Json.parse("{\"oidc_configuration\":{\"issuer\":\"" + issuer + "\",\"client_id\":\"x\"}}"),
                        problems);
        assertThat(problems.isEmpty()).isEqualTo(taken);
    }
}
