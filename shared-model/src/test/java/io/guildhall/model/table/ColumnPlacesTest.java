package io.guildhall.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cells travel between nodes by their column's index, and lie in the embedded store so: an index once given keeps its meaning.
 * {@code columns.txt} is every table's columns in their places; new ones are added behind a table's others, in the table and in
 * the file, which {@code -Dguildhall.contracts.record=true} writes anew.
 */
class ColumnPlacesTest {
    private static final Path GIVEN = Path.of("src/test/contracts/columns.txt");

    @Test
    void everyColumnIsWhereItAlwaysWas() throws IOException {
        List<String> present = Catalogue.TABLES.stream()
                .flatMap(ColumnPlacesTest::columns)
                .sorted()
                .toList();
        if (Boolean.getBoolean("guildhall.contracts.record")) {
            Files.write(GIVEN, present);
        }

        List<String> given = Files.readAllLines(GIVEN);
        assertThat(present)
                .as("columns that moved, or went, or became something else")
                .containsAll(given);
        assertThat(given)
                .as("columns that columns.txt does not freeze yet: record it")
                .containsAll(present);
    }

    private static Stream<String> columns(Table table) {
        return IntStream.range(0, table.columns().size()).mapToObj(index -> "%s %03d %s %s"
                .formatted(
                        table.name(),
                        index,
                        table.columns().get(index).name(),
                        table.columns().get(index).type()));
    }
}
