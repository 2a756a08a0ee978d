package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.frame;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.position;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.SessionsJoin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Something in the relay throws an Error: what it belonged to is cut and told, the rest goes on. */
class RelayFaultTest {
    private static final ActorKey OTHER = Frames.ACTOR.toBuilder().setId(555).build();

    private final BreakableClock clock = new BreakableClock();
    private final RelayHarness harness = new RelayHarness(Map.of(), clock);
    private final FakeGateway gateway = harness.gateway("g1");
    private final RelayHarness.Owner owner = harness.owner();

    @Test
    void anActorWhoseFrameFailsBeginsAnewAndTheOthersGoOn() {
        owner.send(
                state(0),
                join(0, timedOut(1)),
                state(0).setActor(OTHER),
                join(0, session("g1", 2)).setActor(OTHER),
                event(1, "BEFORE"));
        eventually(() -> gateway.received(1).size() == 1);

        clock.broken = true;
        owner.send(
                frame(2).setEvent(Frames.event("FAILS").setChannelId(7)).setNumber(42),
                event(1, "OTHER").setActor(OTHER));
        eventually(() -> gateway.received(2).size() == 1);
        clock.broken = false;

        eventually(() -> owner.notices().stream()
                .anyMatch(notice -> notice.hasUnknown()
                        && notice.getActor().equals(Frames.ACTOR)
                        && notice.getUnknown().getNumber() == 42));
        owner.send(state(2), frame(2).setJoin(missed("FAILS", timedOut(1))), event(3, "AFTER"));
        eventually(() -> gateway.received(1).contains("AFTER"));
        assertThat(gateway.received(1)).containsExactly("BEFORE", "FAILS", "AFTER");
    }

    @Test
    void aSessionWhoseMissedEventFailsIsToldToBeginAnew() {
        owner.send(state(0));
        clock.broken = true;

        owner.send(frame(2).setJoin(missed("FAILS", timedOut(1))));

        eventually(() -> gateway.received(1).contains("$INVALIDATE"));
        eventually(() -> owner.notices().stream().anyMatch(RelayNotice::hasLost));
    }

    @Test
    void aGatewayNodeWhoseCallThrowsIsTriedAgainWithEveryFrame() {
        gateway.failNext(2);

        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"), event(2, "B"));

        eventually(() -> owner.acknowledged() == 2);
        assertThat(gateway.received(1)).containsExactly("A", "B");
    }

    private static JoiningSession timedOut(long number) {
        return session("g1", number).toBuilder()
                .setTimedOutUntil(Long.MAX_VALUE)
                .build();
    }

    private static SessionsJoin missed(String name, JoiningSession session) {
        return SessionsJoin.newBuilder()
                .addSessions(session)
                .addBacklog(PositionedEvent.newBuilder()
                        .setPosition(position(2))
                        .setEvent(Frames.event(name).setChannelId(7)))
                .build();
    }

    /** The question whether a time-out has ended is asked with each event for a session that has one. */
    private static final class BreakableClock extends Clock {
        private volatile boolean broken;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long millis() {
            if (broken) {
                throw new StackOverflowError("the clock is broken");
            }
            return super.millis();
        }
    }
}
