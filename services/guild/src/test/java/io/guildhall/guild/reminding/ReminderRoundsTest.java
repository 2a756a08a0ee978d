package io.guildhall.guild.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.ChangesView;
import io.guildhall.guild.reminder.Reminder;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ReminderSlots;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReminderRoundsTest {
    private static final Outcome TAKEN =
            Outcome.newBuilder().setSuccess(Success.newBuilder().setStatus(200)).build();

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final ManualClock clock = new ManualClock();
    private final List<Command> told = new CopyOnWriteArrayList<>();
    private Outcome outcome = TAKEN;

    @Test
    void anActorIsToldOnceAndNotBeforeItsTime() {
        remind(7, Duration.ofHours(3));
        round();
        clock.advance(Duration.ofHours(3).minusMillis(1));
        round();
        assertThat(told).isEmpty();

        clock.advance(Duration.ofMillis(1));
        round();
        round();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().getActor().getId()).isEqualTo(10);
        assertThat(told.getFirst().getInternal().getStep()).isEqualTo("wake");
        assertThat(Json.parse(told.getFirst().getInternal().getBody())
                        .get("about")
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void anActorThatCanNotBeReachedIsToldLaterAndOneThatRefusesIsNot() {
        remind(7, Duration.ofMinutes(1));
        clock.advance(Duration.ofDays(2));
        outcome = failure(503);
        round();
        outcome = failure(500);
        round();
        assertThat(told).hasSize(2);
        outcome = failure(404);
        round();
        round();
        assertThat(told).hasSize(3);
    }

    @Test
    void moreThanOnePageIsWorkedOffInOneRound() {
        LongStream.range(0, 20L * ReminderRounds.PAGE).forEach(id -> remind(id, Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));
        round();
        assertThat(told).hasSize(20 * ReminderRounds.PAGE);
    }

    @Test
    void nodesDivideTheRemindersAndTakeOverThoseOfADeadOne() {
        LongStream.range(0, 100).forEach(id -> remind(id, Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));
        discovery.set(Role.GUILD, "self", "other");
        round();
        assertThat(told).hasSizeBetween(1, 99);
        discovery.set(Role.GUILD, "self");
        round();
        assertThat(told).hasSize(100);
    }

    @Test
    void slotsThatAreEmptyAreForgottenAfterAWhile() {
        remind(7, Duration.ofMinutes(1));
        clock.advance(Duration.ofHours(1));
        round();
        assertThat(slots()).isEqualTo(1);
        clock.advance(Duration.ofHours(8));
        discovery.set(Role.GUILD, "self", "other");
        round();
        assertThat(slots()).isZero();
    }

    private void remind(long id, Duration in) {
        ActorKey actor =
                ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(10).build();
        Changes changes = new Changes();
        new Reminder(
                        clock.millis() + in.toMillis(),
                        id,
                        actor,
                        "wake",
                        Json.object().put("about", id))
                .writeTo(changes);
        storage.write(new ChangesView(changes).mutations());
    }

    private void round() {
        new ReminderRounds(
                        storage,
                        command -> {
                            told.add(command);
                            return CompletableFuture.completedFuture(outcome);
                        },
                        discovery,
                        clock)
                .round(() -> true);
    }

    private int slots() {
        return storage.read(
                        ReminderSlots.TABLE,
                        Read.from(ReminderSlots.TABLE, ReminderSlots.ALL_SLOTS).build())
                .size();
    }

    private static Outcome failure(int status) {
        return Outcome.newBuilder()
                .setFailure(Failure.newBuilder().setStatus(status))
                .build();
    }
}
