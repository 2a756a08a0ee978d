package io.guildhall.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
