package io.guildhall.push.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.push.Devices;
import io.guildhall.push.FakeProvider;
import io.guildhall.push.Heard;
import io.guildhall.push.Line;
import io.guildhall.push.VirtualTime;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.shedding.DropReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final int REQUESTS = 48_000;
    private static final int WAITING = 2_000;
    /** A hundred in flight that take a hundred of these make a tenth of the burst in a minute. */
    private static final Duration LATENCY = Duration.ofMillis(60_000L * 100 * 10 / REQUESTS);

    private final VirtualTime time = new VirtualTime();
    private final FakeProvider provider = FakeProvider.taking(time, LATENCY);
    private final Line line = new Line(time, provider, WAITING);

    @Test
    void aBurstTenTimesTooLargeForItsProviderStaysWithinItsBounds() {
        int mostWaiting = 0;
        for (int from = 0; from < REQUESTS; from += REQUESTS / 600) {
            for (int request = from; request < Math.min(from + REQUESTS / 600, REQUESTS); request++) {
                line.offer(request(request));
            }
            mostWaiting = Math.max(mostWaiting, line.pipeline.waiting());
            time.pass(Duration.ofMillis(100));
        }
        time.finish();

        assertThat(mostWaiting).isLessThanOrEqualTo(WAITING);
        assertThat(provider.mostInFlight).isEqualTo(100);
        Heard heard = line.heard;
        assertThat(heard.sent.size() + heard.allDropped()).isEqualTo(REQUESTS);
        assertThat(heard.sent).hasSizeGreaterThan(REQUESTS / 10);
        assertThat(new HashSet<>(heard.sent)).hasSameSizeAs(heard.sent);
        assertThat(heard.dropped.getOrDefault(DropReason.NO_ROOM, List.of()))
                .isNotEmpty()
                .extracting(Notification::priority)
                .containsOnly(Priority.CHANNEL);
    }

    /** One in forty is a mention by name; that is less than the provider takes. */
    private static Notification request(int number) {
        Kind kind = number % 40 == 0 ? Kind.MENTION : Kind.CHANNEL_MESSAGE;
        return Devices.notification(number, kind, number, number % 50);
    }
}
