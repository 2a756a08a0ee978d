package io.guildhall.observability.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    @TempDir
    private Path folder;

    private Path file;
    private LiveSettings live;
    private final List<Map<String, String>> told = new ArrayList<>();

    @BeforeEach
    void watch() {
        file = folder.resolve("live.properties");
        live = new LiveSettings(config(Optional.of(file)));
        live.watch(told::add);
    }

    @Test
    void tellsWhatIsSetAtOnceAndEveryChangeOnce() throws IOException {
        write("a=1\nb = two words \n");
        live.look();
        live.look();
        write("a=2\n");
        live.look();

        assertThat(told).containsExactly(Map.of(), Map.of("a", "1", "b", "two words"), Map.of("a", "2"));
    }

    @Test
    void oneWhoFailsToTakeASettingKeepsItFromNobodyElse() throws IOException {
        List<Map<String, String>> others = new ArrayList<>();
        live.watch(values -> {
            if (!values.isEmpty()) {
                throw new StackOverflowError("on purpose");
            }
        });
        live.watch(others::add);
        write("a=1\n");
        live.look();

        assertThat(others).containsExactly(Map.of(), Map.of("a", "1"));
    }

    @Test
    void aFileThatVanishesSaysNothing() throws IOException {
        write("a=1\n");
        live.look();
        Files.delete(file);
        live.look();

        assertThat(told).containsExactly(Map.of(), Map.of("a", "1"), Map.of());
    }

    @Test
    void aFileThatIsNoneOfPropertiesChangesNothing() throws IOException {
        write("a=1\n");
        live.look();
        write("a=\\u12\n");
        live.look();

        assertThat(told).containsExactly(Map.of(), Map.of("a", "1"));
    }

    @Test
    void aWatcherThatRefusesDoesNotKeepOthersFromTheChange() throws IOException {
        List<Map<String, String>> others = new ArrayList<>();
        live.watch(values -> {
            throw new IllegalArgumentException("no");
        });
        live.watch(others::add);

        write("a=1\n");
        live.look();

        assertThat(others).containsExactly(Map.of(), Map.of("a", "1"));
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    static LiveConfig config(Optional<Path> file) {
        return new LiveConfig() {
            @Override
            public Optional<Path> file() {
                return file;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
