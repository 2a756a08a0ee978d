package io.guildhall.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.objects.ObjectStore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of objects does. */
public abstract class ObjectStoreContract {
    /** An empty one, the same for a whole test. */
    protected abstract ObjectStore store();

    @Test
    void whatIsPutIsFoundAndAnyBytesOfItCanBeRead() throws IOException {
        assertThat(store().put("a/b/c.txt", content("0123456789"), 10)).isEqualTo(10);
        StoredObject object = found("a/b/c.txt");
        assertThat(object.size()).isEqualTo(10);
        assertThat(text(object.open())).isEqualTo("0123456789");
        assertThat(text(object.open(7, 3))).isEqualTo("789");
        assertThat(text(object.open(2, 4))).isEqualTo("2345");
        assertThat(text(object.open(0, 0))).isEmpty();
    }

    @Test
    void anEmptyObjectIsOne() throws IOException {
        assertThat(store().put("a/empty", content(""), 10)).isZero();
        assertThat(found("a/empty").size()).isZero();
        assertThat(text(found("a/empty").open())).isEmpty();
        assertThat(text(found("a/empty").beginning())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        store().put("a/b/c", content("x"), 10);
        assertThat(store().find("a/b/d")).isEmpty();
        assertThat(store().find("a/b")).isEmpty();
    }

    @Test
    void whatIsPutAgainReplacesWhatWasThere() throws IOException {
        store().put("a/b", content("the first, which is longer"), 100);
        store().put("a/b", content("the second"), 100);
        assertThat(text(found("a/b").open())).isEqualTo("the second");
    }

    @Test
    void whatIsTooLargeLeavesNothingBehind() throws IOException {
        store().put("a/c", content("kept"), 9);
        assertThatThrownBy(() -> store().put("a/b", content("0123456789"), 9)).isInstanceOf(ObjectStore.TooLarge.class);
        assertThatThrownBy(() -> store().put("a/c", content("0123456789"), 9)).isInstanceOf(ObjectStore.TooLarge.class);
        assertThat(everything()).isEqualTo(Map.of("a/c", 4L));
        assertThat(text(found("a/c").open())).isEqualTo("kept");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the client is gone");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> store().put("a/b", broken, 1_000_000)).hasMessage("the client is gone");
        assertThat(everything()).isEmpty();
    }

    @Test
    void aLargeObjectComesBackAsItWas() throws IOException {
        byte[] bytes = new byte[9_000_001];
        new Random(1).nextBytes(bytes);
        store().put("a/large", new ByteArrayInputStream(bytes), bytes.length);
        try (InputStream content = found("a/large").open()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        try (InputStream content = found("a/large").beginning()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whoReadsOnlyABeginningDisturbsNobody() throws IOException {
        store().put("a/large", new ByteArrayInputStream(new byte[3_000_000]), 3_000_000);
        for (int reader = 0; reader < 20; reader++) {
            try (InputStream content = found("a/large").open()) {
                assertThat(content.read()).isZero();
            }
            try (InputStream content = found("a/large").beginning()) {
                assertThat(content.read()).isZero();
            }
        }
        assertThat(found("a/large").size()).isEqualTo(3_000_000);
    }

    @Test
    void oneIsDeletedAndTheOthersStay() throws IOException {
        store().put("a/b", content("x"), 10);
        store().put("a/c", content("xy"), 10);
        store().delete("a/b");
        store().delete("a/never-there");
        assertThat(everything()).isEqualTo(Map.of("a/c", 2L));
    }

    @Test
    void allBelowAPrefixAreDeletedAndItsNeighboursStay() throws IOException {
        for (String key : new String[] {"a/1/x", "a/1/y/z", "a/10/x", "a/1.txt", "b/1/x"}) {
            store().put(key, content("x"), 10);
        }
        store().deleteAll("a/1");
        store().deleteAll("c");
        assertThat(everything()).containsOnlyKeys("a/10/x", "a/1.txt", "b/1/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "a/../b", "/a", "a//b", "a/", "a/.b", "a\\b", "a/b\u0000", "a?b", "a/b c", "a%2fb"})
    void keysNeverLeadElsewhere(String key) {
        assertThatThrownBy(() -> store().find(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().put(key, content("x"), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().deleteAll(key)).isInstanceOf(IllegalArgumentException.class);
    }

    protected final StoredObject found(String key) throws IOException {
        return store().find(key).orElseThrow();
    }

    protected final Map<String, Long> everything() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        store().visitAll((key, size) -> assertThat(sizes.put(key, size)).isNull());
        return sizes;
    }

    protected static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    protected static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
