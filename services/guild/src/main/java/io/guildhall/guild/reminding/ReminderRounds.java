package io.guildhall.guild.reminding;

import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.reminder.Reminder;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ReminderSlots;
import io.guildhall.model.table.catalogue.Reminders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Looks for reminders whose time has come and tells their actors. The shards are divided among the guild nodes like guilds are; while two
 * nodes differ about who is there, both may tell of one.
 */
final class ReminderRounds {
    private static final Logger LOG = Logger.getLogger(ReminderRounds.class);

    /** Actors that are told at once, and reminders of one page. */
    static final int PAGE = 64;

    /** So long after their time slots may be forgotten; clocks differ by less. Six hours. */
    private static final long KEPT_SLOTS = 6;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_ERROR = 500;

    private final StorageFacade storage;
    private final ActorCommands owners;
    private final Discovery discovery;
    private final Clock clock;

    ReminderRounds(StorageFacade storage, ActorCommands owners, Discovery discovery, Clock clock) {
        this.storage = storage;
        this.owners = owners;
        this.discovery = discovery;
        this.clock = clock;
    }

    /**
     * Goes through everything that is due, once. Blocks for the actors.
     *
     * @param running once false, the round ends early
     */
    void round(BooleanSupplier running) {
        long now = clock.millis();
        for (long slot : slots(now)) {
            boolean old = slot < Reminders.slot(now) - KEPT_SLOTS;
            boolean empty = true;
            for (long shard = 0; shard < Reminders.SHARDS && running.getAsBoolean(); shard++) {
                empty &= isMine(shard) ? tellAll(slot, shard, now, running) : old && isEmpty(slot, shard, now);
            }
            if (empty && old && running.getAsBoolean()) {
                storage.writeNow(List.of(Write.delete(ReminderSlots.TABLE, ReminderSlots.ALL_SLOTS, slot)));
            }
        }
    }

    private List<Long> slots(long now) {
        return storage
                .read(
                        ReminderSlots.TABLE,
                        Read.from(ReminderSlots.TABLE, ReminderSlots.ALL_SLOTS)
                                .endingAt(Reminders.slot(now))
                                .build())
                .stream()
                .map(row -> row.get(ReminderSlots.SLOT))
                .toList();
    }

    /** True when nothing is left of this shard. */
    private boolean tellAll(long slot, long shard, long now, BooleanSupplier running) {
        boolean empty = true;
        List<Reminder> page = page(Read.from(Reminders.TABLE, slot, shard), now);
        while (!page.isEmpty() && running.getAsBoolean()) {
            List<Mutation> told = SideBySide.map(page, this::tell).stream()
                    .flatMap(Optional::stream)
                    .map(Reminder::deletion)
                    .toList();
            if (!told.isEmpty()) {
                storage.writeNow(told);
            }
            empty &= told.size() == page.size();
            Reminder last = page.getLast();
            page = page.size() < PAGE
                    ? List.of()
                    : page(Read.from(Reminders.TABLE, slot, shard).after(last.dueAt(), last.id()), now);
        }
        return empty;
    }

    private boolean isEmpty(long slot, long shard, long now) {
        return page(Read.from(Reminders.TABLE, slot, shard), now).isEmpty();
    }

    private List<Reminder> page(Read read, long now) {
        return storage.read(Reminders.TABLE, read.endingAt(now).limit(PAGE).build()).stream()
                .map(Reminder::of)
                .toList();
    }

    /** The reminder when it is done with: its actor took it, or does not want it, now or ever. */
    private Optional<Reminder> tell(Reminder reminder) {
        Outcome outcome = owners.ask(reminder.command());
        return switch (outcome.getResultCase()) {
            case SUCCESS -> Optional.of(reminder);
            case MOVED, RESULT_NOT_SET -> Optional.empty();
            case FAILURE -> {
                int status = outcome.getFailure().getStatus();
                if (status == INTERNAL_ERROR) {
                    LOG.errorf("%s failed for %s and is asked again", reminder.step(), reminder.actor());
                }
                yield status >= INTERNAL_ERROR || status == TOO_MANY_REQUESTS
                        ? Optional.empty()
                        : Optional.of(reminder);
            }
        };
    }

    private boolean isMine(long shard) {
        String self = discovery.self(Role.GUILD).id();
        return Ring.choose(discovery.nodes(Role.GUILD), shard)
                .filter(node -> node.id().equals(self))
                .isPresent();
    }
}
