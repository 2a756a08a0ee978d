package io.guildhall.push.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.push.Devices;
import io.guildhall.push.FakeProvider;
import io.guildhall.push.Line;
import io.guildhall.push.VirtualTime;
import io.guildhall.push.ledger.MemoryLedger;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.DropReason;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Duration FAST = Duration.ofMillis(50);

    private final VirtualTime time = new VirtualTime();

    @Test
    void whatWasTakenIsSettled() {
        Line line = new Line(time, FakeProvider.taking(time, FAST), 10);
        CompletableFuture<?> settled = line.offer(direct(1), direct(2)).toCompletableFuture();

        assertThat(settled).isNotDone();
        time.finish();
        assertThat(settled).isDone();
        assertThat(line.heard.sent).containsExactly(direct(1).key(), direct(2).key());
    }

    @Test
    void nothingOfferedIsSettledAtOnce() {
        assertThat(new Line(time, FakeProvider.taking(time, FAST), 10).offer().toCompletableFuture())
                .isDone();
    }

    @Test
    void aDeviceIsToldOnceAlsoByTheNextProcess() {
        SentLedger ledger = new MemoryLedger(10);
        FakeProvider provider = FakeProvider.taking(time, FAST);
        new Line(time, provider, Line.ALWAYS, ledger, 10).offer(direct(1));
        time.finish();
        Line next = new Line(time, provider, Line.ALWAYS, ledger, 10);
        next.offer(direct(1));
        time.finish();

        assertThat(provider.requests).hasSize(1);
        assertThat(next.heard.count(DropReason.REPEATED)).isEqualTo(1);
    }

    @Test
    void nothingIsSentWhileTheLedgerCanNotBeWritten() {
        boolean[] broken = {true};
        SentLedger ledger = delivery -> broken[0]
                ? Uni.createFrom().failure(new IllegalStateException("no store"))
                : Uni.createFrom().item(true);
        FakeProvider provider = FakeProvider.taking(time, FAST);
        Line line = new Line(time, provider, Line.ALWAYS, ledger, 10);
        line.offer(direct(1));
        assertThat(provider.requests).isEmpty();
        broken[0] = false;
        time.finish();
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void whatIsReadMeanwhileIsNotSent() {
        FakeProvider provider = FakeProvider.taking(time, FAST);
        Line line = new Line(time, provider, read -> Uni.createFrom().item(Optional.empty()), new MemoryLedger(10), 10);
        line.offer(direct(1));
        time.finish();

        assertThat(provider.requests).isEmpty();
        assertThat(line.heard.count(DropReason.WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void aProviderThatAsksForTimeGetsIt() {
        List<PushAnswer> answers = new ArrayList<>(
                List.of(new PushAnswer.Later(Optional.of(Duration.ofSeconds(30))), new PushAnswer.Taken()));
        FakeProvider provider = new FakeProvider(time, FAST, request -> answers.removeFirst());
        Line line = new Line(time, provider, 10);
        line.offer(direct(1));
        time.finish();

        assertThat(line.heard.sent).hasSize(1);
        assertThat(provider.requestMillis.get(1) - provider.requestMillis.get(0))
                .isGreaterThanOrEqualTo(30_000);
    }

    @Test
    void anOverloadedProviderGetsNothingUntilItsTimeIsOver() {
        List<PushAnswer> answers = new ArrayList<>(List.of(new PushAnswer.Overloaded(Duration.ofMinutes(1))));
        FakeProvider provider = new FakeProvider(
                time, FAST, request -> answers.isEmpty() ? new PushAnswer.Taken() : answers.removeFirst());
        Line line = new Line(time, provider, 10);
        line.offer(direct(1));
        time.pass(FAST);
        line.offer(direct(2), direct(3));
        time.pass(Duration.ofSeconds(59));
        assertThat(provider.requests).hasSize(1);

        time.finish();
        assertThat(line.heard.sent).hasSize(3);
        assertThat(provider.requestMillis.subList(1, 4)).allMatch(at -> at >= 60_000);
    }

    @Test
    void whatNobodyKnowsOfIsNotSentAgain() {
        FakeProvider provider = new FakeProvider(time, FAST, request -> new PushAnswer.Unknown("cut off"));
        Line line = new Line(time, provider, 10);
        line.offer(direct(1));
        time.finish();

        assertThat(provider.requests).hasSize(1);
        assertThat(line.heard.count(DropReason.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aProviderThatNeverTakesItIsTriedFiveTimes() {
        FakeProvider provider = new FakeProvider(time, FAST, request -> new PushAnswer.Later(Optional.empty()));
        Line line = new Line(time, provider, 10);
        CompletableFuture<?> settled = line.offer(direct(1)).toCompletableFuture();
        time.finish();

        assertThat(provider.requests).hasSize(5);
        assertThat(line.heard.retries).isEqualTo(4);
        assertThat(line.heard.count(DropReason.EXHAUSTED)).isEqualTo(1);
        assertThat(settled).isDone();
    }

    @Test
    void aDeviceThatIsGoneTakesWhatWaitsForItAlong() {
        FakeProvider provider = new FakeProvider(
                time, FAST, request -> request.device().id() == 1 ? new PushAnswer.Gone() : new PushAnswer.Taken());
        Line line = new Line(time, provider, 1_000);
        for (int message = 0; message < 150; message++) {
            line.offer(Devices.notification(1, Kind.PRIVATE_MESSAGE, message, message));
        }
        line.offer(direct(2));
        time.finish();

        assertThat(provider.requests.stream().filter(request -> request.device().id() == 1))
                .hasSize(100);
        assertThat(line.heard.count(DropReason.GONE)).isEqualTo(150);
        assertThat(line.heard.sent).hasSize(1);
    }

    @Test
    void aConnectionThatOnlyFailsRestsAndComesBack() {
        boolean[] down = {true};
        FakeProvider provider = new FakeProvider(
                time, FAST, request -> down[0] ? new PushAnswer.Later(Optional.empty()) : new PushAnswer.Taken());
        Line line = new Line(time, provider, 1_000);
        for (int device = 0; device < 500; device++) {
            line.offer(direct(device));
        }
        time.pass(Duration.ofSeconds(2));
        assertThat(line.pipeline.resting()).isEqualTo(1);
        // A hundred at once, and nineteen more until twenty had failed in a row.
        assertThat(provider.requests.size()).isEqualTo(119);

        down[0] = false;
        time.finish();
        assertThat(line.pipeline.resting()).isZero();
        assertThat(line.heard.sent).hasSize(500);
    }

    @Test
    void aRestingConnectionIsTriedByOneRequest() {
        FakeProvider provider = new FakeProvider(time, FAST, request -> new PushAnswer.Unknown("silence"));
        Line line = new Line(time, provider, 1_000);
        for (int device = 0; device < 500; device++) {
            line.offer(direct(device));
        }
        time.pass(Duration.ofSeconds(5).plus(FAST));
        assertThat(provider.requests.size()).isEqualTo(119 + 1);
    }

    @Test
    void aSlowProviderDelaysNoOther() {
        FakeProvider slow = FakeProvider.taking(time, Duration.ofMinutes(5));
        FakeProvider fast = FakeProvider.taking(time, FAST);
        Line line = new Line(
                time,
                (request, content) ->
                        (request.device().connection().equals("slow") ? slow : fast).send(request, content),
                500);
        for (int device = 0; device < 1_000; device++) {
            line.offer(Devices.notification(Devices.device(device, "slow"), Kind.MENTION, 1, 1, Duration.ofHours(1)));
        }
        line.offer(direct(2_000));
        time.pass(FAST);

        assertThat(fast.requests).hasSize(1);
        assertThat(line.heard.sent).containsExactly(direct(2_000).key());
        assertThat(slow.mostInFlight).isEqualTo(100);
    }

    @Test
    void connectionsBeyondTheMostShareOneUntilOthersAreIdle() {
        FakeProvider provider = FakeProvider.taking(time, Duration.ofSeconds(1));
        Line line = new Line(time, provider, 1_000);
        for (int device = 0; device < 1_000; device++) {
            line.offer(Devices.notification(
                    Devices.device(device, "host " + device % 20), Kind.MENTION, 1, 1, Duration.ofHours(1)));
        }
        // Four of their own with fifty each, and a hundred of the one that sixteen share.
        assertThat(line.pipeline.inFlight()).isEqualTo(4 * 50 + 100);
        time.finish();
        assertThat(line.heard.sent).hasSize(1_000);
    }

    @Test
    void aNamedConnectionHasItsOwnPlacesAlsoWhenAllOthersAreBusy() {
        FakeProvider provider = FakeProvider.taking(time, Duration.ofSeconds(1));
        Line line = new Line(
                time,
                provider,
                Line.ALWAYS,
                new MemoryLedger(10_000),
                new PipelineSettings(
                        1_000,
                        4,
                        PusherSettings.standard(),
                        Map.of("named", PusherSettings.standard().withInFlight(7))));
        for (int device = 0; device < 1_000; device++) {
            line.offer(Devices.notification(
                    Devices.device(device, "host " + device % 20), Kind.MENTION, 1, 1, Duration.ofHours(1)));
        }
        for (int device = 1_000; device < 1_010; device++) {
            line.offer(Devices.notification(Devices.device(device, "named"), Kind.MENTION, 1, 1, Duration.ofHours(1)));
        }

        assertThat(provider.requests.stream()
                        .filter(request -> request.device().connection().equals("named")))
                .hasSize(7);
        time.finish();
        assertThat(line.heard.sent).hasSize(1_010);
    }

    private static Notification direct(long device) {
        return Devices.notification(device, Kind.PRIVATE_MESSAGE, 7, 7);
    }
}
