package io.guildhall.orchestration.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {
    @TempDir
    Path root;

    private Path jar;

    @BeforeEach
    void buildOne() throws IOException {
        jar = root.resolve("services/guild/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    @Test
    void aServiceRunsInASmallJvm() {
        assertThat(applications(Map.of()).inJvm("guild"))
                .containsExactly(
                        "/jdk/bin/java",
                        "-XX:+Flag",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=4",
                        "-jar",
                        jar.toString());
    }

    @Test
    void whatThePersonSetsIsAdded() {
        assertThat(applications(Map.of(
                                "GUILDHALL_JAVA_OPTS", " -Da=b\n -XX:+Other ",
                                "GUILDHALL_STACK_HEAP", "1g",
                                "GUILDHALL_STACK_TIER", "1"))
                        .inJvm("guild"))
                .contains("-Da=b", "-XX:+Other", "-Xmx1g", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void anExecutableKnowsSettingsAndSizesOnly() {
        assertThat(applications(Map.of("GUILDHALL_JAVA_OPTS", "-Da=b -XX:+Other -Xmn4m"))
                        .asExecutable("guild"))
                .containsExactly(
                        root.resolve("services/guild/target/guild-runner").toString(), "-Xmx256m", "-Da=b", "-Xmn4m");
        assertThat(applications(Map.of()).asExecutable("gateway")).contains("-Xmn20m");
        assertThat(applications(Map.of("GUILDHALL_NATIVE_YOUNG", "-Xmn8m")).asExecutable("relay"))
                .contains("-Xmn8m");
    }

    @Test
    void anExecutableIsFoundByItsVersion() throws IOException {
        Path built = Files.createFile(root.resolve("services/guild/target/guild-0.1.0-SNAPSHOT-runner"));
        assertThat(applications(Map.of()).executable("guild")).isEqualTo(built);
    }

    @Test
    void aCacheIsUsedWhenItIsNewerThanWhatItWasMadeFrom() throws IOException {
        Path cache = Files.createFile(jar.resolveSibling("app.aot"));
        FileTime built = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(cache, FileTime.fromMillis(built.toMillis() + 1_000));
        assertThat(applications(Map.of()).inJvm("guild")).contains("-XX:AOTCache=" + cache);
        assertThat(applications(Map.of("GUILDHALL_AOT", "off")).inJvm("guild"))
                .noneMatch(flag -> flag.startsWith("-XX:AOT"));
        Files.setLastModifiedTime(cache, FileTime.fromMillis(built.toMillis() - 1_000));
        assertThat(applications(Map.of()).inJvm("guild")).noneMatch(flag -> flag.startsWith("-XX:AOT"));
    }

    @Test
    void aCacheIsWrittenForTheJavaThatWillUseIt() {
        assertThat(applications(Map.of(
                                "GUILDHALL_AOT",
                                "record",
                                "GUILDHALL_AOT_FILE",
                                "image",
                                "GUILDHALL_AOT_JAVA",
                                "/image"))
                        .inJvm("guild"))
                .startsWith("/image/bin/java")
                .contains("-XX:AOTCacheOutput=" + jar.resolveSibling("image.aot"));
    }

    private Applications applications(Map<String, String> environment) {
        return new Applications(new Workplace(root, Path.of("/jdk"), environment, List.of("-XX:+Flag")));
    }
}
