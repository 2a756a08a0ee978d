package io.guildhall.standalone.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.lucene.IndexDirectory;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchToolTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final SearchTool tool =
            new SearchTool(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));

    @TempDir
    private Path data;

    @Test
    void aWholeIndexIsWhole() throws IOException {
        assertThat(run("check")).isEqualTo(SearchTool.DONE);
        assertThat(out.toString(UTF_8)).contains("no index yet");
        index();

        assertThat(run("check")).isEqualTo(SearchTool.DONE);
        assertThat(out.toString(UTF_8)).contains("whole");
    }

    @Test
    void aBrokenIndexIsRemovedByReindexing() throws IOException {
        index();
        try (Stream<Path> files = Files.walk(data.resolve("search"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "broken");
            }
        }

        assertThat(run("check")).isEqualTo(SearchTool.FAILED);
        assertThat(errors.toString(UTF_8)).contains("broken").contains("reindex");
        assertThat(run("reindex")).isEqualTo(SearchTool.DONE);
        assertThat(run("check")).isEqualTo(SearchTool.DONE);
    }

    @Test
    void anIndexThatAProcessUsesIsLeftAlone() throws IOException, DataDirectoryInUseException {
        try (DataDirectory used = DataDirectory.claim(data)) {
            assertThat(run("reindex")).isEqualTo(SearchTool.FAILED);
            assertThat(errors.toString(UTF_8)).contains(used.root().toString()).contains("in use");
        }
    }

    @Test
    void whatIsNoCommandOrNoDirectoryIsRefused() {
        assertThat(tool.run("polish", "--data", data.toString())).isEqualTo(SearchTool.USAGE);
        assertThat(tool.run("check")).isEqualTo(SearchTool.USAGE);
        Path nowhere = data.resolve("nowhere");
        assertThat(tool.run("check", "--data", nowhere.toString())).isEqualTo(SearchTool.FAILED);
        assertThat(nowhere).doesNotExist();
    }

    private int run(String command) {
        return tool.run(command, "--data", data.toString());
    }

    private void index() throws IOException {
        try (MessageIndex index = new IndexDirectory(data.resolve("search")).open()) {
            index.complete(7);
            index.commit();
        }
    }
}
