package io.guildhall.observability.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLevelsTest {
    @TempDir
    private Path folder;

    private LiveSettings live;
    private final Logger first = LogContext.getLogContext().getLogger("live.test.first");
    private final Logger second = LogContext.getLogContext().getLogger("live.test.second");

    @BeforeEach
    void start() {
        first.setLevel(Level.WARNING);
        second.setLevel(null);
        live = new LiveSettings(LiveSettingsTest.config(Optional.of(folder.resolve("live.properties"))));
        new LogLevels(live);
    }

    @Test
    void setsLevelsAndPutsThemBackWhenTheFileNamesThemNoMore() throws IOException {
        say(
                "quarkus.log.category.\"live.test.first\".level=DEBUG\nquarkus.log.category.\"live.test.second\".level=ERROR\n");
        assertThat(first.getLevel().getName()).isEqualTo("DEBUG");
        assertThat(second.getLevel().getName()).isEqualTo("ERROR");

        say("quarkus.log.category.\"live.test.first\".level=INFO\n");
        assertThat(first.getLevel().getName()).isEqualTo("INFO");
        assertThat(second.getLevel()).isNull();

        say("");
        assertThat(first.getLevel()).isEqualTo(Level.WARNING);
    }

    @Test
    void aLevelThatDoesNotExistChangesNothingAtAll() throws IOException {
        say("quarkus.log.category.\"live.test.first\".level=DEBUG\n");
        say(
                "quarkus.log.category.\"live.test.first\".level=INFO\nquarkus.log.category.\"live.test.second\".level=LOUD\n");

        assertThat(first.getLevel().getName()).isEqualTo("DEBUG");
        assertThat(second.getLevel()).isNull();
    }

    private void say(String text) throws IOException {
        Files.writeString(folder.resolve("live.properties"), text);
        live.look();
    }
}
