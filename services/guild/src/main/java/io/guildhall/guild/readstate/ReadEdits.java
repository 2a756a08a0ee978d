package io.guildhall.guild.readstate;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ReadStates;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Changes how far a person has read. What the person says of it is written behind, all of it together after a while, so that reading costs no
 * writes; a node that dies takes what it had not written with it. What others cause, mentions, is written at once.
 */
final class ReadEdits {
    static final Duration WRITE_AFTER = Duration.ofSeconds(10);
    /** When it is tried once more; what is not written by then the next change brings. */
    static final Duration OVERDUE = Duration.ofSeconds(20);

    private final UserState user;
    private final Changes changes;
    private final long now;

    ReadEdits(UserState user, Changes changes, long now) {
        this.user = user;
        this.changes = changes;
        this.now = now;
    }

    /** Without loading the others. */
    Optional<ReadState> find(long channelId) {
        Optional<ReadProgress> loaded = user.findPart(ReadProgress.class);
        return loaded.isPresent()
                ? loaded.get().states().find(channelId)
                : user.context()
                        .storage()
                        .row(ReadStates.TABLE, user.id(), channelId)
                        .map(ReadState::of);
    }

    ReadState get(long channelId) {
        return find(channelId).orElseGet(() -> ReadState.unread(channelId));
    }

    /** Written with others, after a while. */
    void later(ReadState state) {
        makeRoom(state.channelId());
        ReadProgress before = ReadProgress.of(user);
        ReadProgress after = before.later(state, now);
        user.putPart(after);
        if (before.unwritten().isEmpty()) {
            // The first may come when the store does not answer.
            changes.stepLater(Keys.user(user.id()), WriteReadStates.STEP, WRITE_AFTER);
            changes.stepLater(Keys.user(user.id()), WriteReadStates.STEP, OVERDUE);
        } else if (now - after.unwrittenSince() >= OVERDUE.toMillis()) {
            writeAll();
        }
    }

    /** Written with this command. */
    void now(ReadState state) {
        changes.write(state.write(user.id(), now));
        if (user.findPart(ReadProgress.class).isPresent()) {
            makeRoom(state.channelId());
            user.putPart(ReadProgress.of(user).written(state));
        }
    }

    void delete(long channelId) {
        changes.write(Write.delete(ReadStates.TABLE, user.id(), channelId));
        user.findPart(ReadProgress.class).ifPresent(progress -> user.putPart(progress.without(channelId)));
    }

    /** Writes what was put off. */
    void writeAll() {
        user.findPart(ReadProgress.class)
                .filter(progress -> !progress.unwritten().isEmpty())
                .ifPresent(progress -> {
                    progress.unwritten().values().forEach(state -> changes.write(state.write(user.id(), now)));
                    user.putPart(progress.allWritten());
                });
    }

    private void makeRoom(long channelId) {
        ReadProgress progress = ReadProgress.of(user);
        if (progress.states().size() >= ReadProgress.MOST && !progress.states().contains(channelId)) {
            progress.states().values().stream()
                    .min(Comparator.comparingLong(ReadState::lastMessageId))
                    .ifPresent(oldest -> delete(oldest.channelId()));
        }
    }
}
