package io.guildhall.search.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cells --at a:1",
                "bind --at a:1 guild 5",
                "bind --at a:1 channel 5 one",
                "reindex --at a:1 guild 5",
                "drop --at a:1 guild 5",
                "check --at a:1 channel 5",
                "drain --at a:1 one",
                "drain --at a:1 one --undo"
            })
    void theseAreCommands(String line) {
        assertThat(SearchCommand.read(List.of(line.split(" ")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cells",
                "cells --at",
                "cells --at a:1 one",
                "check --data a:1",
                "bind --at a:1 guild",
                "bind --at a:1 user 5",
                "reindex --at a:1 guild five",
                "drain --at a:1",
                "drain --at a:1 one two",
                "forget --at a:1 guild 5"
            })
    void theseAreNone(String line) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        SearchTool tool = new SearchTool(new PrintStream(errors), new PrintStream(errors));

        assertThat(tool.run(line.split(" "))).isEqualTo(SearchTool.USAGE);
        assertThat(errors.toString()).contains("search cells --at HOST:PORT");
    }
}
