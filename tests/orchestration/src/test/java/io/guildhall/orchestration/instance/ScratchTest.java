package io.guildhall.orchestration.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path root;

    @Test
    void theCommandHasItsDataItsPortAndItsFlags() {
        Path jar = Path.of("/built/quarkus-run.jar");
        assertThat(scratch(Running.untilTheEnd(), new Ports(port -> false))
                        .command(Path.of("/d"), 28_081, jar, List.of("-Xmx512m")))
                .containsExactly(
                        root.resolve("jdk/bin/java").toString(),
                        "-XX:+Flag",
                        "-Dmine=1",
                        "-Dguildhall.data.dir=/d/data",
                        "-Dquarkus.http.port=28081",
                        "-Xmx512m",
                        "-jar",
                        jar.toString());
    }

    @Test
    void itStartsOnAnEmptyDirectoryAndAFreePort() throws IOException {
        Path java = Files.createDirectories(root.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Path directory = Files.createDirectories(root.resolve("standalone"));
        Files.createFile(directory.resolve("of the last time"));
        AtomicBoolean asked = new AtomicBoolean();
        // The first one is taken; the next one is, from the second question on, by the process itself.
        Ports ports = new Ports(port -> port == 28_080 || (port == 28_081 && asked.getAndSet(true)));
        try (Running running = Running.untilTheEnd();
                Server instance = scratch(running, ports).start(directory, 28_080, List.of())) {
            assertThat(instance.port()).isEqualTo(28_081);
            assertThat(directory.resolve("of the last time")).doesNotExist();
            assertThat(directory.resolve("standalone.log")).exists();
        }
    }

    private Scratch scratch(Running running, Ports ports) {
        Workplace workplace = new Workplace(
                root, root.resolve("jdk"), Map.of("GUILDHALL_JAVA_OPTS", "-Dmine=1"), List.of("-XX:+Flag"));
        return new Scratch(workplace, ports, new Patience(3, () -> {}), running);
    }
}
