package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import io.guildhall.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a client may take over its body. */
class DeadlineTest {
    private static final int PATIENCE_SECONDS = 60;

    /** A client that sends a byte now and then may be silent just when its time is over. */
    @Test
    void aPauseIsOverWithTheTime() {
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    never.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return 'x';
                } catch (InterruptedException stopped) {
                    throw new InterruptedIOException(stopped.toString());
                }
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        try (Deadline body = Deadline.within(silent, Duration.ofMillis(20))) {
            assertThatThrownBy(() -> body.readNBytes(2))
                    .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.status())
                            .isEqualTo(408));
            assertThat(Thread.interrupted()).as("whatever it waits for next").isFalse();
            assertThatThrownBy(body::read).isInstanceOf(ApiException.class);
        }
    }

    /** What the alarm was for has been read, and the thread waits for something else when the time is over. */
    @Test
    void nobodyIsDisturbedWhoReadsNoMore() throws Exception {
        // On a machine that has much to do the time may be over before it is read.
        Eventually.until(DeadlineTest::readsInTime);

        assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static boolean readsInTime() {
        Deadline body = Deadline.within(new ByteArrayInputStream(new byte[3]), Duration.ofMillis(20));
        try {
            return body.readAllBytes().length == 3;
        } catch (ApiException late) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The time may end between the look at the clock and the wait: nobody would end the latter. */
    @Test
    void nobodyBeginsToWaitWhoseTimeIsOver() {
        Alarm alarm = new Alarm(Duration.ofMillis(20));
        Eventually.until(() -> {
            boolean watched = alarm.watch();
            alarm.pause();
            return !watched;
        });
        assertThat(Thread.interrupted()).isFalse();
    }
}
