package io.guildhall.messageindex.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.lucene.IndexDirectory.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexDirectoryTest {
    private static final long HOME = 7;

    @TempDir
    private Path root;

    private IndexDirectory directory;

    @BeforeEach
    void choose() {
        directory = new IndexDirectory(root.resolve("search"));
    }

    @Test
    void anIndexIsThereAgainWhenItIsOpenedAgain() throws IOException {
        assertThat(directory.check()).isEqualTo(new State.None());
        complete();

        try (MessageIndex again = directory.open()) {
            assertThat(again.incomplete(Set.of(HOME))).isEmpty();
        }
        assertThat(directory.check()).isEqualTo(new State.Whole(0));
    }

    @Test
    void whatCanNotBeReadIsMadeAnew() throws IOException {
        complete();
        for (Path file : files()) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        assertThat(directory.check()).isInstanceOf(State.Broken.class);

        try (MessageIndex anew = directory.open()) {
            assertThat(anew.incomplete(Set.of(HOME))).containsExactly(HOME);
        }
        assertThat(directory.check()).isEqualTo(new State.Whole(0));
    }

    @Test
    void anIndexThatLacksAFileIsMadeAnew() throws IOException {
        complete();
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }

        try (MessageIndex anew = directory.open()) {
            assertThat(anew.incomplete(Set.of(HOME))).containsExactly(HOME);
        }
    }

    @Test
    void anIndexOfAnotherFormatIsNotKept() throws IOException {
        Path other = Files.createDirectories(root.resolve("search").resolve("format-0"));
        Files.writeString(other.resolve("file"), "text");

        directory.open().close();

        assertThat(other).doesNotExist();
    }

    @Test
    void aRemovedOneIsNoMore() throws IOException {
        complete();

        directory.remove();

        assertThat(directory.check()).isEqualTo(new State.None());
    }

    private void complete() throws IOException {
        try (MessageIndex index = directory.open()) {
            index.complete(HOME);
            index.commit();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .toList();
        }
    }
}
