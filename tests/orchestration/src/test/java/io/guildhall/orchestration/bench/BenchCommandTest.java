package io.guildhall.orchestration.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    private String called = "";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permissions",
                "fanout",
                "messages",
                "interactions",
                "guild",
                "readstates",
                "idle",
                "storage",
                "migration",
                "automod",
                "push",
                "search",
                "web"
            })
    void aMeasurementGetsItsArgumentsAndEndsWithItsStatus(String name) {
        int status = new BenchCommand(new NotedBenches()).run(List.of(name, "--some", "3"));
        assertThat(called).isEqualTo(name + " [--some, 3]");
        assertThat(status).isEqualTo(7);
    }

    @Test
    void startsAreMeasuredToo() {
        assertThat(new BenchCommand(new NotedBenches()).run(List.of("startup"))).isEqualTo(7);
        assertThat(called).isEqualTo("startup []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "speed", "bench"})
    void anythingElseIsToldWhatThereIs(String name) {
        assertThatThrownBy(() -> new BenchCommand(new NotedBenches()).run(List.of(name)))
                .hasMessage("bench permissions, fanout, messages, interactions, guild, readstates, idle, storage,"
                        + " migration, automod, push, search, web or startup");
    }

    private final class NotedBenches implements Benches {
        @Override
        public int readStates(List<String> arguments) {
            return note("readstates", arguments);
        }

        @Override
        public int permissions(List<String> arguments) {
            return note("permissions", arguments);
        }

        @Override
        public int fanout(List<String> arguments) {
            return note("fanout", arguments);
        }

        @Override
        public int messages(List<String> arguments) {
            return note("messages", arguments);
        }

        @Override
        public int interactions(List<String> arguments) {
            return note("interactions", arguments);
        }

        @Override
        public int guild(List<String> arguments) {
            return note("guild", arguments);
        }

        @Override
        public int idle(List<String> arguments) {
            return note("idle", arguments);
        }

        @Override
        public int storage(List<String> arguments) {
            return note("storage", arguments);
        }

        @Override
        public int migration(List<String> arguments) {
            return note("migration", arguments);
        }

        @Override
        public int automod(List<String> arguments) {
            return note("automod", arguments);
        }

        @Override
        public int push(List<String> arguments) {
            return note("push", arguments);
        }

        @Override
        public int search(List<String> arguments) {
            return note("search", arguments);
        }

        @Override
        public int web(List<String> arguments) {
            return note("web", arguments);
        }

        @Override
        public int startup() {
            return note("startup", List.of());
        }

        private int note(String name, List<String> arguments) {
            called = name + " " + arguments;
            return 7;
        }
    }
}
