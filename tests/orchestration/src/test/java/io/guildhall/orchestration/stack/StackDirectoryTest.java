package io.guildhall.orchestration.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {
    @TempDir
    Path temporary;

    private StackDirectory directory;

    @BeforeEach
    void choose() {
        directory = new StackDirectory(temporary.resolve("stack"));
    }

    @Test
    void aNewStackIsOfTheUsualShape() {
        assertThat(directory.shape()).isEqualTo(Shape.of(8080, Store.EMBEDDED));
    }

    @Test
    void theShapeOfTheLastStartIsKept() throws IOException {
        Shape shape = Shape.of(21_100, Store.CASSANDRA)
                .with(Mode.NATIVE)
                .withEncryption()
                .withSearch()
                .withPush();
        directory.make();
        directory.keep(shape);
        Files.createDirectory(directory.certificates());
        assertThat(directory.shape()).isEqualTo(shape);
    }

    /** The tests of the stack read these files. */
    @Test
    void theShapeIsWrittenInWords() throws IOException {
        directory.make();
        directory.keep(Shape.of(21_100, Store.CASSANDRA));
        assertThat(Files.readString(directory.resolve("port"))).isEqualTo("21100\n");
        assertThat(Files.readString(directory.resolve("kind"))).isEqualTo("cassandra\n");
        assertThat(Files.readString(directory.resolve("mode"))).isEqualTo("jvm\n");
    }

    @Test
    void aSecretIsMadeOnceAndItsOwnersAlone() throws IOException {
        directory.make();
        String secret = directory.secret("token");
        assertThat(secret).matches("[0-9a-f]{64}").isEqualTo(directory.secret("token"));
        assertThat(directory.secret("cluster")).isNotEqualTo(secret);
        assertThat(permissions(directory.resolve("token.secret"))).isEqualTo("rw-------");
        assertThat(permissions(directory.path())).isEqualTo("rwx------");
    }

    @Test
    void whereNoStackWasThereIsNoSecret() {
        assertThatThrownBy(() -> directory.secret("token")).hasMessage("there is no stack in " + directory.path());
    }

    @Test
    void aSecretThatWasNotWrittenIsMadeAnew() throws IOException {
        directory.make();
        Files.createFile(directory.resolve("token.secret"));
        assertThat(directory.secret("token")).hasSize(64);
    }

    @Test
    void whatIsDeletedGoesWithEverythingInIt() throws IOException {
        directory.make();
        Files.createDirectories(directory.resolve("etcd").resolve("member"));
        Files.writeString(directory.resolve("etcd").resolve("member").resolve("log"), "");
        directory.delete("etcd");
        directory.delete("etcd");
        assertThat(directory.resolve("etcd")).doesNotExist();
        assertThat(directory.pids()).exists();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
