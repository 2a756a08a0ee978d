package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Stale;
import io.guildhall.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner does when a relay reads slowly, forgets, contradicts, or when the stream to it breaks. */
class RelayLinkTest extends AudienceTestBase {
    @Test
    void aRelayThatForgotTheActorIsToldEverythingAgain() {
        join(1);
        send("KEPT");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 1);
        clock.advance(Duration.ofSeconds(1));
        forgets(relay, relay.frames.getLast().getNumber());
        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.backlog()).containsExactly("KEPT");
    }

    @Test
    void whatARelaySaysOfFramesFromBeforeItBeganAnewIsNotNews() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        clock.advance(Duration.ofSeconds(1));
        long early = relay.frames.getLast().getNumber();
        forgets(relay, early);
        Eventually.until(() -> relay.joined().size() == 2);
        clock.advance(Duration.ofSeconds(1));
        forgets(relay, early);
        send("AFTER");
        Eventually.until(() -> relay.events().contains("AFTER"));
        assertThat(relay.joined()).hasSize(2);
    }

    @Test
    void aRelayThatForgetsAgainAtOnceIsToldAtTheNextLook() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        forgets(relay, relay.frames.getLast().getNumber());
        send("MISSED");
        Eventually.until(() -> {
            watch.check();
            return relay.joined().size() == 2;
        });
        assertThat(relay.backlog()).contains("MISSED");
    }

    @Test
    void ofARelayThatReadsNothingOnlyAWindowIsUnderWay() {
        relays.relay("one").deaf = true;
        join(1);
        for (int index = 0; index < 5_000; index++) {
            send("EVENT");
        }
        assertThat(watch.links().underWay()).isPositive().isLessThanOrEqualTo(SETTINGS.windowBytes());
        assertThat(relays.relay("one").frames).isEmpty();
    }

    /** A partition of 15,000 sessions, each of a member with many roles, is far more than a window. */
    @ParameterizedTest
    @ValueSource(ints = {0, 250})
    void sessionsThatAreMoreThanAWindowLeaveAsTheRelayTakesThemIn(int roles) {
        FakeRelay relay = relays.relay("one");
        relay.taking = false;
        List<JoiningSession> sessions = IntStream.rangeClosed(1, roles == 0 ? 15_000 : 3_000)
                .mapToObj(number -> session("gateway", number).toBuilder()
                        .addAllRoles(LongStream.range(0, roles).boxed().toList())
                        .build())
                .toList();
        long largest = Math.max(SETTINGS.windowBytes(), JoinFrames.BYTES_PER_FRAME + 10_000);
        audience.join(sessions);
        Eventually.until(() -> !relay.frames.isEmpty());
        while (relay.joined().size() < sessions.size()) {
            assertThat(watch.links().underWay()).isPositive().isLessThanOrEqualTo(largest);
            int before = relay.frames.size();
            relay.takeLast();
            Eventually.until(() -> relay.frames.size() > before);
        }
        relay.takeAll();
        send("LATER");

        Eventually.until(() -> relay.events().contains("LATER"));
        assertThat(relay.joined()).hasSize(sessions.size()).doesNotHaveDuplicates();
        assertThat(relay.frames)
                .extracting(OwnerFrame::getNumber)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, relay.frames.size()).boxed().toList());
        Eventually.until(() -> watch.links().underWay() == 0);
    }

    @Test
    void aRelayThatTakesFramesInAgainHasItsSessionsJoinWithWhatTheyMissed() {
        FakeRelay relay = relays.relay("one");
        relay.taking = false;
        join(1);
        for (int index = 0; index < 500; index++) {
            send("E" + index);
        }
        Eventually.until(() -> relay.frames.size() > 10);
        int first = relay.events().size();
        assertThat(first).isLessThan(500);
        acknowledge("one", first);

        relay.takeAll();
        Eventually.until(() -> relay.joined().size() == 2);
        send("LATER");

        Eventually.until(() -> relay.events().contains("LATER"));
        List<String> received = new ArrayList<>(relay.events().subList(0, first));
        received.addAll(relay.backlog());
        assertThat(received.stream().distinct())
                .as("gateways drop what repeats")
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(index -> "E" + index).toList());
    }

    /** Found by the simulation, whose time stood still for it. */
    @Test
    void whatNeedsMoreThanIsFreeIsNotTriedAgainUntilTheRelayHasTakenSomethingIn() throws InterruptedException {
        FakeRelay relay = relays.relay("one");
        relay.taking = false;
        join(1);
        Eventually.until(() -> relay.joined().size() == 1);
        long before = timeAsked.get();

        send("x".repeat((int) SETTINGS.windowBytes()));
        Thread.sleep(50);

        assertThat(timeAsked.get() - before).isLessThan(10);
        relay.takeAll();
        Eventually.until(() -> relay.joined().size() == 2 && relay.backlog().size() == 1);
    }

    @Test
    void aRelayThatTakesNothingInForLongIsLeftForAnother() {
        discovery.set(Role.RELAY, "one", "two");
        FakeRelay one = relays.relay("one");
        FakeRelay two = relays.relay("two");
        one.taking = false;
        two.taking = false;
        join(1);
        Eventually.until(() -> one.joined().size() + two.joined().size() == 1);
        FakeRelay chosen = one.joined().isEmpty() ? two : one;
        FakeRelay other = chosen == one ? two : one;
        send("MISSED");

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        watch.check();

        Eventually.until(() -> other.joined().size() == 1);
        assertThat(other.backlog()).containsExactly("MISSED");
        Eventually.until(() -> chosen.cut);
    }

    @Test
    void theOwnerHearsThatItsEpochIsOver() {
        join(1);
        Eventually.until(() -> relays.relay("one").notices != null);
        relays.relay("one")
                .notices
                .emit(RelayNotice.newBuilder()
                        .setActor(GUILD)
                        .setStale(Stale.newBuilder().setEpoch(9))
                        .build());
        Eventually.until(() -> stale.equals(List.of(9L)));
    }

    @Test
    void whatManySessionsMissedIsSentOnce() {
        List<JoiningSession> many = IntStream.range(0, 2_100)
                .mapToObj(number -> session("gateway", number))
                .toList();
        send("MISSED");
        audience.rejoin(many, Positions.of(5, 0), Optional.of(List.of()));
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == many.size());
        assertThat(relay.backlog()).containsExactly("MISSED");
        assertThat(relay.frames.stream().filter(OwnerFrame::hasJoin).map(frame -> frame.getJoin()
                        .getMore()))
                .containsExactly(true, false);
    }

    @Test
    void aStreamThatBreaksIsOpenedAnew() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        relay.notices.fail(new IllegalStateException("broken"));
        Eventually.until(() -> relay.joined().size() == 2);
        send("AFTER");
        Eventually.until(() -> relay.events().contains("AFTER"));
        assertThat(relay.events()).containsExactly("AFTER");
    }
}
