package io.guildhall.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void keepsItsSecretsAcrossRestartsAndFromOtherUsers() throws Exception {
        Path root = parent.resolve("data");
        String first = secretOf(root);
        assertThat(first).hasSize(64);
        assertThat(secretOf(root)).isEqualTo(first);
        assertThat(permissions(root.resolve("token.secret"))).isEqualTo("rw-------");
        assertThat(permissions(root)).isEqualTo("rwx------");
    }

    @Test
    void makesADifferentSecretForEachPurpose() throws Exception {
        try (DataDirectory data = DataDirectory.claim(parent)) {
            assertThat(data.secret(Secret.TOKENS)).isNotEqualTo(data.secret(Secret.CLUSTER));
        }
    }

    @Test
    void refusesADirectoryThatIsInUseAndSaysWhatToDo() throws Exception {
        try (DataDirectory held = DataDirectory.claim(parent)) {
            assertThatThrownBy(() -> DataDirectory.claim(held.root()))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("--data");
        }
        DataDirectory.claim(parent).close();
    }

    @Test
    void marksOnlyTheFirstTime() throws IOException {
        Marker marker = new Marker(parent.resolve("done"));
        assertThat(marker.set()).isTrue();
        assertThat(marker.set()).isFalse();
    }

    private static String secretOf(Path root) throws Exception {
        try (DataDirectory data = DataDirectory.claim(root)) {
            return data.secret(Secret.TOKENS);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aDirectoryThatWasThereBeforeIsClosedToOtherUsers(@TempDir Path open) throws Exception {
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataDirectory claimed = DataDirectory.claim(open)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(claimed.root())))
                    .isEqualTo("rwx------");
        }
    }
}
