package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryObjectStoreTest {
    @TempDir
    Path root;

    @Test
    void whatIsPutIsFoundAndCanBeReadFromAnyByte() throws IOException {
        DirectoryObjectStore store = new DirectoryObjectStore(root);
        assertThat(store.put("a/b/c.txt", content("0123456789"), 10)).isEqualTo(10);
        ObjectStore.StoredObject object = store.find("a/b/c.txt").orElseThrow();
        assertThat(object.size()).isEqualTo(10);
        try (InputStream input = object.open(7)) {
            assertThat(input.readAllBytes()).isEqualTo("789".getBytes(UTF_8));
        }
        store.delete("a/b/c.txt");
        assertThat(store.find("a/b/c.txt")).isEmpty();
    }

    @Test
    void whatIsTooLargeLeavesNothingBehind() throws IOException {
        DirectoryObjectStore store = new DirectoryObjectStore(root);
        assertThatThrownBy(() -> store.put("a/b", content("0123456789"), 9)).isInstanceOf(ObjectStore.TooLarge.class);
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/../b", "/a", "a//b", "a/.b", "a\\b", "a/b\u0000"})
    void keysNeverLeadOutside(String key) {
        DirectoryObjectStore store = new DirectoryObjectStore(root);
        assertThatThrownBy(() -> store.find(key)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever it lies in, and whoever made that. */
    @Test
    void noOtherUserOfTheMachineReadsWhatIsPut() throws IOException {
        Path open = Files.createDirectory(root.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        new DirectoryObjectStore(open).put("a/b/c.txt", content("x"), 10);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open.resolve("a"))))
                .isEqualTo("rwx------");
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
