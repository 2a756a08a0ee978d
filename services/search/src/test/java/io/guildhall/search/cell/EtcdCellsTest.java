package io.guildhall.search.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtcdCellsTest {
    private static final ByteString GOOD = ByteString.copyFromUtf8("{\"address\":\"http://one:9200\"}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://two:9200",
                "{\"address\":",
                "[]",
                "{}",
                "\"http://two:9200\"",
                "{\"address\":\"two\"}",
                "{\"address\":\"two:9200\"}",
                "{\"address\":\"http://two :9200\"}"
            })
    void whatIsNoCellIsPassedOver(String value) {
        assertThat(EtcdCells.cells(Map.of("one", GOOD, "two", ByteString.copyFromUtf8(value)), Map.of()))
                .containsOnly(Map.entry("one", cell("one", "http://one:9200")));
    }

    @Test
    void aCellThatIsKnownStaysAsItWasUntilWhatIsRegisteredMakesSense() {
        Map<String, RegisteredCell> before =
                Map.of("one", cell("one", "http://before:9200"), "gone", cell("gone", "http://gone:9200"));

        assertThat(EtcdCells.cells(Map.of("one", ByteString.copyFromUtf8("{")), before))
                .containsOnly(Map.entry("one", cell("one", "http://before:9200")));
        assertThat(EtcdCells.cells(Map.of("one", GOOD), before))
                .containsOnly(Map.entry("one", cell("one", "http://one:9200")));
    }

    @Test
    void aNameThatNoIndexCouldHaveIsPassedOver() {
        assertThat(EtcdCells.cells(Map.of("one", GOOD, "Two/2", GOOD), Map.of()))
                .containsOnlyKeys("one");
    }

    private static RegisteredCell cell(String name, String address) {
        return new RegisteredCell(name, URI.create(address));
    }
}
