package io.guildhall.messageindex.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFailureTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 401, 403, 404, 405, 407, 408, 409, 421, 425, 429, 500, 502, 503, 504})
    void whatIsNotTheFaultOfARequestIsToBeAskedAgain(int status) {
        assertThat(ofRequest(status, "")).isExactlyInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void aRequestThatIsWrongStaysWrong(int status) {
        assertThat(ofRequest(status, "")).isInstanceOf(RefusedByCellException.class);
    }

    @Test
    void onlyTheCellItselfSaysThatItHasNoSuchIndex() {
        assertThat(ofRequest(404, "index_not_found_exception"))
                .isInstanceOf(IndexGoneException.class)
                .hasMessageContaining("there is no index messages-1");
    }

    @ParameterizedTest
    @CsvSource({
        "403, cluster_block_exception",
        "403, security_exception",
        "401, security_exception",
        "400, index_closed_exception",
        "400, ''",
        "429, es_rejected_execution_exception",
        "503, unavailable_shards_exception"
    })
    void whatIsNotTheFaultOfADocumentIsToBeWrittenAgain(int status, String kind) {
        assertThat(CellFailure.ofWrite(status, kind)).isExactlyInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mapper_parsing_exception",
                "document_parsing_exception",
                "strict_dynamic_mapping_exception",
                "illegal_argument_exception"
            })
    void aDocumentThatIsWrongStaysWrong(String kind) {
        assertThat(CellFailure.ofWrite(400, kind)).isInstanceOf(RefusedByCellException.class);
    }

    private static UncheckedIOException ofRequest(int status, String kind) {
        return CellFailure.ofRequest(status, "POST", "/messages-1/_refresh", kind);
    }
}
