package io.guildhall.objects.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.objects.ObjectStoreAwayException;
import io.guildhall.testing.backend.LocalBackend;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class StoreAwayTest {
    @Test
    void aStoreThatDiesFailsCallsAndIsUsedAgainWhenItIsBackWithWhatItHad() throws IOException {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.S3, "away");
        try (S3ObjectStore store = S3Stores.open(S3Settings.of(backend.address(), Map.of("rest", "1ms")))) {
            store.put("a/before", content(), 10);
            assertThat(store.answers()).isTrue();

            backend.kill();
            assertThatThrownBy(() -> store.put("a/during", content(), 10)).isInstanceOf(ObjectStoreAwayException.class);
            assertThatThrownBy(() -> store.find("a/before")).isInstanceOf(ObjectStoreAwayException.class);
            assertThatThrownBy(() -> store.delete("a/before")).isInstanceOf(ObjectStoreAwayException.class);
            assertThat(store.answers()).isFalse();

            backend.start();
            store.put("a/during", content(), 10);
            assertThat(store.find("a/before")).isPresent();
            assertThat(store.find("a/during")).isPresent();
            assertThat(store.answers()).isTrue();
        }
        backend.kill();
    }

    @Test
    void whatDidNotAnswerIsLeftAloneForAWhile() throws IOException {
        AtomicLong nanos = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        StoreCalls calls = new StoreCalls(10, nanos::get);
        Supplier<String> silent = () -> {
            asked.incrementAndGet();
            throw SdkClientException.create("nobody");
        };

        assertThatThrownBy(() -> calls.ask(silent)).isInstanceOf(ObjectStoreAwayException.class);
        nanos.set(9);
        assertThatThrownBy(() -> calls.ask(silent)).isInstanceOf(ObjectStoreAwayException.class);
        assertThat(asked).hasValue(1);

        nanos.set(10);
        assertThat(calls.ask(() -> "an answer")).isEqualTo("an answer");
        assertThat(calls.answers()).isTrue();
    }

    private static InputStream content() {
        return new ByteArrayInputStream("x".getBytes(UTF_8));
    }
}
