package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final List<Integer> exits = new ArrayList<>();
    private final Guard guard = new Guard(exits::add);

    @Test
    void anErrorOfOneItemIsItsOwnMatter() {
        List<Throwable> failures = new ArrayList<>();
        Error broken = new StackOverflowError("on purpose");
        guard.run(
                () -> {
                    throw broken;
                },
                failures::add);
        guard.run(() -> {}, failures::add);
        assertThat(failures).containsExactly(broken);
        assertThat(exits).isEmpty();
    }

    @Test
    void whatFailsWhileAFailureIsHandledGetsNoFurtherEither() {
        guard.run(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                failure -> {
                    throw new AssertionError("also on purpose");
                });
        assertThat(exits).isEmpty();
    }

    @Test
    void outOfMemoryEndsTheProcessEvenAsACause() {
        guard.run("A test", () -> {
            throw new OutOfMemoryError("on purpose");
        });
        guard.run("A test", () -> {
            throw new CompletionException(new IllegalStateException(new OutOfMemoryError("on purpose")));
        });
        assertThat(exits).containsExactly(Guard.EXIT_CODE, Guard.EXIT_CODE);
    }

    @Test
    void aRealProcessEndsWithTheReasonLogged() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunsOutOfMemory.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(Guard.EXIT_CODE);
        assertThat(output).contains("memory has run out: no buffers left").doesNotContain("went on");
    }

    /** A process in which a library finds no more memory outside the heap, while another thread would keep it alive. */
    static final class RunsOutOfMemory {
        private RunsOutOfMemory() {}

        public static void main(String... arguments) throws InterruptedException {
            Thread.ofPlatform()
                    .start(() -> Guard.PROCESS.run("A test", () -> {
                        throw new OutOfMemoryError("no buffers left");
                    }))
                    .join();
            System.out.println("went on");
        }
    }
}
