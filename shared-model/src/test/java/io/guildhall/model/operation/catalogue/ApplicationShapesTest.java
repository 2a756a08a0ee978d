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
}
