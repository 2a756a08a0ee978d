package io.guildhall.orchestration.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinePreparationTest {
    @TempDir
    Path root;

    @Test
    void whatIsFetchedIsPrinted() throws IOException {
        assertThat(answering("/usr/bin/etcd\n").etcd()).isEqualTo(Path.of("/usr/bin/etcd"));
        assertThat(asked()).isEqualTo("prepare etcd");
        assertThat(answering("/java/bin/java\n/cassandra/lib\n").cassandra())
                .isEqualTo(new Preparation.Cassandra(Path.of("/java/bin/java"), Path.of("/cassandra/lib")));
        assertThat(answering("GUILDHALL_HELM=/a=b/helm\nGUILDHALL_KUBECTL=/kubectl\n")
                        .helm())
                .isEqualTo(Map.of("GUILDHALL_HELM", "/a=b/helm", "GUILDHALL_KUBECTL", "/kubectl"));
    }

    @Test
    void whatIsBuiltIsNamed() throws IOException {
        answering("").services(List.of("guild", "relay"));
        assertThat(asked()).isEqualTo("prepare services guild relay");
        answering("").executables(List.of());
        assertThat(asked()).isEqualTo("prepare executables");
        answering("").command("curl", "curl-package");
        assertThat(asked()).isEqualTo("prepare command curl curl-package");
    }

    @Test
    void theCommandOfTestsIsAskedForOnce() throws IOException {
        CommandLinePreparation preparation = answering("java\n-Da=b c\n-cp\n/a:/b/*\n");
        assertThat(preparation.testsJava()).containsExactly("java", "-Da=b c", "-cp", "/a:/b/*");
        Files.delete(root.resolve("asked"));
        assertThat(preparation.testsJava()).hasSize(4);
        assertThat(root.resolve("asked")).doesNotExist();
    }

    @Test
    void aFailureHasBeenTold() throws IOException {
        CommandLinePreparation preparation = script("exit 1");
        assertThatThrownBy(preparation::etcd)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.isTold()).isTrue());
    }

    private CommandLinePreparation answering(String text) throws IOException {
        Files.writeString(root.resolve("answer"), text);
        return script("echo \"$*\" >'" + root.resolve("asked") + "'; cat '" + root.resolve("answer") + "'");
    }

    private CommandLinePreparation script(String body) throws IOException {
        Path script = root.resolve("guildhall");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new CommandLinePreparation(root);
    }

    private String asked() throws IOException {
        return Files.readString(root.resolve("asked")).strip();
    }
}
