package io.guildhall.push.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.push.Devices;
import io.guildhall.push.Heard;
import io.guildhall.push.VirtualTime;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.shedding.DefaultShedding;
import io.guildhall.push.shedding.DropReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final VirtualTime time = new VirtualTime();
    private final Heard heard = new Heard();
    private final Collector collector = new Collector(3, new DefaultShedding(), time, heard);

    @Test
    void nothingIsHandedOutUnasked() {
        offer(message(1, 1));
        Asker asker = new Asker();
        collector.source().subscribe().withSubscriber(asker);
        assertThat(asker.got).isEmpty();

        asker.ask(2);
        offer(message(2, 2));
        offer(message(3, 3));
        assertThat(asker.got).containsExactly(message(1, 1), message(2, 2));
        assertThat(collector.waiting()).isEqualTo(1);
    }

    @Test
    void theMostImportantIsHandedOutFirst() {
        offer(message(1, 1));
        offer(Devices.notification(2, Kind.MENTION, 2, 2));
        offer(Devices.notification(3, Kind.CALL, 3, 3));
        Asker asker = new Asker();
        collector.source().subscribe().withSubscriber(asker);
        asker.ask(3);
        assertThat(asker.got)
                .extracting(Notification::kind)
                .containsExactly(Kind.CALL, Kind.MENTION, Kind.CHANNEL_MESSAGE);
    }

    @Test
    void whatIsStaleGoesFirst() {
        offer(Devices.notification(Devices.device(1), Kind.MENTION, 1, 1, Duration.ofSeconds(1)));
        offer(message(2, 2));
        offer(message(3, 3));
        time.pass(Duration.ofSeconds(1));
        offer(message(4, 4));
        assertThat(heard.dropped).containsOnlyKeys(DropReason.STALE);
    }

    @Test
    void whatIsStaleIsNotHandedOut() {
        offer(Devices.notification(Devices.device(1), Kind.MENTION, 1, 1, Duration.ofSeconds(1)));
        time.pass(Duration.ofSeconds(1));
        Asker asker = new Asker();
        collector.source().subscribe().withSubscriber(asker);
        asker.ask(1);
        assertThat(asker.got).isEmpty();
        assertThat(heard.count(DropReason.STALE)).isEqualTo(1);
    }

    @Test
    void thenAConversationBecomesOne() {
        offer(Devices.notification(1, Kind.MENTION, 1, 5));
        offer(Devices.notification(1, Kind.CHANNEL_MESSAGE, 2, 5));
        offer(Devices.notification(1, Kind.CHANNEL_MESSAGE, 3, 5));
        offer(message(2, 9));

        assertThat(heard.dropped).containsOnlyKeys(DropReason.COLLAPSED);
        Asker asker = new Asker();
        collector.source().subscribe().withSubscriber(asker);
        asker.ask(3);
        assertThat(asker.got)
                .containsExactly(Devices.notification(1, Kind.MENTION, 1, 5).andMore(2), message(2, 9));
    }

    @Test
    void ofOtherDevicesOrChannelsNothingBecomesOne() {
        offer(Devices.notification(1, Kind.MENTION, 1, 5));
        offer(Devices.notification(2, Kind.MENTION, 1, 5));
        offer(Devices.notification(1, Kind.MENTION, 2, 6));
        offer(message(3, 9));
        assertThat(heard.dropped).containsOnlyKeys(DropReason.NO_ROOM);
    }

    @Test
    void thenTheOldestOfTheLeastImportantGoes() {
        offer(message(1, 1));
        offer(message(2, 2));
        offer(Devices.notification(3, Kind.EVERYONE_MENTION, 3, 3));
        offer(Devices.notification(4, Kind.MENTION, 4, 4));
        assertThat(heard.dropped.get(DropReason.NO_ROOM)).containsExactly(message(1, 1));
    }

    @Test
    void whatComesMayBeWhatGoes() {
        offer(Devices.notification(1, Kind.MENTION, 1, 1));
        offer(Devices.notification(2, Kind.MENTION, 2, 2));
        offer(Devices.notification(3, Kind.MENTION, 3, 3));
        offer(message(4, 4));
        assertThat(heard.dropped.get(DropReason.NO_ROOM)).containsExactly(message(4, 4));
    }

    @Test
    void ofOneMessageTheMoreImportantReasonStays() {
        offer(Devices.notification(1, Kind.CHANNEL_MESSAGE, 1, 1));
        offer(Devices.notification(1, Kind.MENTION, 1, 1));
        offer(Devices.notification(1, Kind.EVERYONE_MENTION, 1, 1));
        Asker asker = new Asker();
        collector.source().subscribe().withSubscriber(asker);
        asker.ask(3);
        assertThat(asker.got).extracting(Notification::kind).containsExactly(Kind.MENTION);
        assertThat(heard.count(DropReason.SUPERSEDED)).isEqualTo(2);
    }

    @Test
    void whatIsForgottenIsDroppedAndOthersStay() {
        offer(message(1, 1));
        offer(message(2, 2));
        collector.forget(1);
        assertThat(heard.dropped.get(DropReason.GONE)).containsExactly(message(1, 1));
        assertThat(collector.waiting()).isEqualTo(1);
    }

    private void offer(Notification notification) {
        collector.offer(notification, () -> {});
    }

    private static Notification message(long device, long channel) {
        return Devices.notification(device, Kind.CHANNEL_MESSAGE, channel, channel);
    }
}
