package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an audience does while nodes, or what they stand on, are away. */
class UnreachableTest extends AudienceTestBase {
    @Test
    void aNodeThatKnowsNobodyForAWhileGoesOnWithRelaysThatTakeIn() {
        join(1);
        FakeRelay relay = relays.relay("one");
        send("BEFORE");
        discovery.alone(true);
        send("MEANWHILE");
        Eventually.until(() -> relay.events().size() == 2);

        discovery.alone(false);
        send("AFTER");
        Eventually.until(() -> relay.events().size() == 3);

        assertThat(relay.cut).isFalse();
        assertThat(relay.joined()).containsExactly(1L);
    }

    @Test
    void aNodeThatKnowsNobodyStillReachesEveryRelayAlsoThoseThatItHadNoUseFor() {
        discovery.set(Role.RELAY, "one", "two");
        watch.check();
        discovery.alone(true);
        OwnerFrame frame = OwnerFrame.newBuilder()
                .setActor(GUILD)
                .setUnserved(Event.newBuilder().setName("$INVALIDATE"))
                .build();

        assertThat(watch.links().toAll(frame).getAsBoolean()).isTrue();

        for (String relay : List.of("one", "two")) {
            Eventually.until(() -> relays.relay(relay).frames.stream().anyMatch(OwnerFrame::hasUnserved));
        }
    }

    @Test
    void aNodeThatKnowsNobodyOpensAStreamThatBrokeAnew() {
        FakeRelay relay = relays.relay("one");
        join(1);
        Eventually.until(() -> relay.joined().size() == 1);
        discovery.alone(true);
        relay.notices.fail(new IllegalStateException("the connection is lost"));
        send("MEANWHILE");

        Eventually.until(() -> {
            nanos.addAndGet(SETTINGS.timeout().toNanos() + 1);
            watch.check();
            return relay.backlog().contains("MEANWHILE") || relay.events().contains("MEANWHILE");
        });
    }

    @Test
    void aNodeThatKnowsNobodyPlacesWhoFoundNoRoomOnRelaysThatItHasStreamsTo() {
        FakeRelay relay = relays.relay("one");
        join(1);
        Eventually.until(() -> relay.joined().size() == 1);
        relay.taking = false;
        discovery.alone(true);
        for (int event = 0; event < 4; event++) {
            send("x".repeat(40_000));
        }
        assertThat(relay.events()).hasSizeLessThan(4);
        send("LAST");
        relay.takeAll();

        Eventually.until(() -> relay.backlog().contains("LAST"));
    }

    @Test
    void aRelayToWhichNoStreamHoldsIsNotTriedAtEachLook() throws InterruptedException {
        FakeRelay relay = relays.relay("one");
        relay.refusing = true;
        // That a stream broke is seen to by a thread of its own, and until then it is tried again.
        Eventually.until(() -> !triedIn(20, relay));

        Eventually.until(() -> {
            nanos.addAndGet(SETTINGS.timeout().toNanos() + 1);
            return triedIn(1, relay);
        });
    }

    private boolean triedIn(int looks, FakeRelay relay) {
        int before = relay.streams.get();
        for (int look = 0; look < looks; look++) {
            watch.check();
        }
        return relay.streams.get() > before;
    }

    @Test
    void whatARelayHasNoRoomForWasNotToldToAll() {
        relays.relay("one").taking = false;
        watch.check();
        OwnerFrame large = OwnerFrame.newBuilder()
                .setActor(GUILD)
                .setUnserved(Event.newBuilder().setName("x".repeat(40_000)))
                .build();
        assertThat(watch.links().toAll(large).getAsBoolean()).isTrue();
        assertThat(watch.links().toAll(large).getAsBoolean()).isTrue();

        assertThat(watch.links().toAll(large).getAsBoolean()).isFalse();
    }

    @Test
    void aRelayThatHasBeenToldIsNotToldAgainBecauseAnotherHasNoRoom() {
        discovery.set(Role.RELAY, "one", "two");
        relays.relay("one").taking = false;
        watch.check();
        OwnerFrame large = OwnerFrame.newBuilder()
                .setActor(GUILD)
                .setUnserved(Event.newBuilder().setName("x".repeat(40_000)))
                .build();
        assertThat(watch.links().toAll(large).getAsBoolean()).isTrue();
        assertThat(watch.links().toAll(large).getAsBoolean()).isTrue();
        Eventually.until(() -> unserved("two") == 2);
        BooleanSupplier third = watch.links().toAll(large);
        for (int look = 0; look < 5; look++) {
            assertThat(third.getAsBoolean()).isFalse();
        }
        relays.relay("one").takeAll();
        Eventually.until(third);
        Eventually.until(() -> unserved("one") == 3 && unserved("two") == 3);

        assertThat(third.getAsBoolean()).isTrue();
        assertThat(unserved("two")).isEqualTo(3);
        assertThat(unserved("one")).isEqualTo(3);
    }

    private long unserved(String relay) {
        return relays.relay(relay).frames.stream()
                .filter(OwnerFrame::hasUnserved)
                .count();
    }

    @Test
    void aNoticeOfLostSessionsFromBeforeTheyLostTheirRelayEndsNone() {
        FakeRelay relay = relays.relay("one");
        join(1);
        Eventually.until(() -> relay.joined().size() == 1);
        long before = relay.frames.getLast().getNumber();
        relay.taking = false;
        for (int event = 0; event < 4; event++) {
            send("x".repeat(40_000));
        }
        send("LAST");
        SessionRef one = session("gateway", 1).getSession().getRef();

        assertThat(audience.lost("one", before, List.of(one))).isEmpty();

        relay.takeAll();
        Eventually.until(() -> relay.backlog().contains("LAST"));
        assertThat(audience.lost("one", before, List.of(one))).isEmpty();
        assertThat(audience.lost("one", relay.frames.getLast().getNumber(), List.of(one)))
                .containsExactly(one);
    }

    @Test
    void anAudienceInWhichNothingHappensKeepsNoEventsForEver() {
        FakeRelay relay = relays.relay("one");
        join(1);
        send("LAST");
        clock.advance(Duration.ofMillis(EventWindow.MAX_REST_MILLIS));
        watch.check();
        audience.rejoin(List.of(session("gateway", 2)), Positions.of(5, 0), Optional.empty());
        Eventually.until(() -> relay.backlog().equals(List.of("LAST")));

        clock.advance(Duration.ofMillis(1));
        watch.check();
        audience.rejoin(List.of(session("gateway", 3)), Positions.of(5, 0), Optional.empty());
        audience.rejoin(List.of(session("gateway", 4)), Positions.of(5, sequence), Optional.empty());

        Eventually.until(() -> relay.joined().contains(4L));
        assertThat(relay.backlog()).containsExactly("LAST", "$INVALIDATE");
    }

    @Test
    void anEventThatCanNotBeSentIsNotLeftOutSilently() {
        FakeRelay relay = relays.relay("one");
        join(1);
        send("BEFORE");
        audience.send(
                Positions.of(5, ++sequence), Event.newBuilder().setName("LOST").build(), List.of(changed -> {
                    throw new NoClassDefFoundError("gone");
                }));
        watch.check();
        send("AFTER");

        Eventually.until(() -> relay.events().contains("AFTER"));
        assertThat(relay.backlog()).containsExactly("$INVALIDATE");
        assertThat(relay.events()).containsExactly("BEFORE", "AFTER");
    }
}
