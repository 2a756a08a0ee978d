package io.guildhall.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryObjectStoreTest extends ObjectStoreContract {
    @TempDir
    Path root;

    @Override
    protected ObjectStore store() {
        return new DirectoryObjectStore(root);
    }

    @Test
    void whatAProcessThatDiedLeftUnfinishedIsNoObject() throws IOException {
        store().put("a/b", content("x"), 10);
        Files.writeString(root.resolve("a/.unfinished-1"), "half");
        assertThat(everything()).isEqualTo(Map.of("a/b", 1L));
    }

    @Test
    void aDirectoryThatIsNotThereYetHasNoObjects() throws IOException {
        DirectoryObjectStore later = new DirectoryObjectStore(root.resolve("later"));
        later.visitAll((key, size) -> assertThat(key).isEmpty());
        assertThat(later.find("a/b")).isEmpty();
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
}
