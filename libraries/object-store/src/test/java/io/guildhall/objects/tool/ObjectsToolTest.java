package io.guildhall.objects.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectStore;
import io.guildhall.testing.backend.LocalBackend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectsToolTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    Path source;

    @TempDir
    Path target;

    private DirectoryObjectStore from;

    @BeforeEach
    void fill() throws IOException {
        from = new DirectoryObjectStore(source);
        put(from, "attachments/1/2/cat.png", "a cat");
        put(from, "pictures/ab", "a picture");
    }

    @Test
    void everythingIsCopiedAndWhatIsThereIsNotCopiedAgain() throws IOException {
        DirectoryObjectStore to = new DirectoryObjectStore(target);
        assertThat(new Copy(from, to).run(false)).isEqualTo(new Copy.Summary(2, 0, 0, 14));
        put(from, "pictures/cd", "another");
        assertThat(new Copy(from, to).run(false)).isEqualTo(new Copy.Summary(1, 2, 0, 7));
        assertThat(sizes(to)).isEqualTo(sizes(from));
    }

    @Test
    void whatTheSourceLostStaysUnlessTheTwoAreToBeEqual() throws IOException {
        DirectoryObjectStore to = new DirectoryObjectStore(target);
        put(to, "attachments/9/9/gone.png", "deleted meanwhile");
        put(to, "pictures/ab", "half a pic");
        assertThat(new Copy(from, to).run(false)).isEqualTo(new Copy.Summary(2, 0, 0, 14));
        assertThat(sizes(to)).containsKey("attachments/9/9/gone.png");
        assertThat(new Copy(from, to).run(true)).isEqualTo(new Copy.Summary(0, 2, 1, 0));
        assertThat(sizes(to)).isEqualTo(sizes(from));
    }

    @Test
    void aDirectoryIsCopiedToTheBucketOfTheSettings() {
        Map<String, String> settings = Map.of(
                "guildhall.objects.s3.endpoint", "http://" + LocalBackend.shared(LocalBackend.Kind.S3),
                "guildhall.objects.s3.access-key", "guildhall",
                "guildhall.objects.s3.secret-key", "guildhall-secret",
                "guildhall.objects.s3.silence", "20s");
        assertThat(run(settings, "copy", "--from", source.toString(), "--exactly"))
                .isEqualTo(ObjectsTool.DONE);
        assertThat(printed.toString(UTF_8)).contains("2 objects copied (0.0 MB), 0 were there");
        printed.reset();
        assertThat(run(settings, "copy", "--from", source.toString(), "--exactly"))
                .isEqualTo(ObjectsTool.DONE);
        assertThat(printed.toString(UTF_8)).contains("0 objects copied (0.0 MB), 2 were there, 0 removed.");
    }

    @Test
    void aStoreThatIsAwayFailsInOneSentence() {
        Map<String, String> settings = Map.of(
                "guildhall.objects.s3.endpoint", "http://127.0.0.1:1",
                "guildhall.objects.s3.access-key", "guildhall",
                "guildhall.objects.s3.secret-key", "guildhall-secret");
        assertThat(run(settings, "copy", "--from", source.toString())).isEqualTo(ObjectsTool.FAILED);
        assertThat(complained.toString(UTF_8)).startsWith("guildhall: the object store does not answer");
        complained.reset();
        assertThat(run(settings, "copy", "--from", source.resolve("nothing").toString()))
                .isEqualTo(ObjectsTool.FAILED);
        assertThat(complained.toString(UTF_8)).contains("is no directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "copy", "copy --from", "copy --to x", "move --from x", "copy --from x --all"})
    void anythingElseIsToldHowItIsUsed(String line) {
        assertThat(run(Map.of(), line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isEqualTo(ObjectsTool.USAGE);
        assertThat(complained.toString(UTF_8)).startsWith("guildhall: objects copy --from DIR");
    }

    private int run(Map<String, String> settings, String... arguments) {
        return new ObjectsTool(
                        settings, new PrintStream(printed, true, UTF_8), new PrintStream(complained, true, UTF_8))
                .run(List.of(arguments));
    }

    private static void put(ObjectStore store, String key, String content) throws IOException {
        store.put(key, new ByteArrayInputStream(content.getBytes(UTF_8)), 100);
    }

    private static Map<String, Long> sizes(ObjectStore store) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        store.visitAll(sizes::put);
        return sizes;
    }
}
