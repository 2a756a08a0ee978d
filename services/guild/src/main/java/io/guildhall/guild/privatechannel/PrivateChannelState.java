package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A channel between users in memory. Only its actor touches it. */
public final class PrivateChannelState {
    private final ActorContext context;
    private final SequencedMap<Long, User> participants;
    private final Set<Long> shownTo;
    private RowView row;

    /** @param shownTo the participants who have the channel on their list */
    PrivateChannelState(ActorContext context, RowView row, SequencedMap<Long, User> participants, Set<Long> shownTo) {
        this.context = context;
        this.row = row;
        this.participants = participants;
        this.shownTo = new HashSet<>(shownTo);
    }

    long id() {
        return context.key().getId();
    }

    ActorContext context() {
        return context;
    }

    RowView row() {
        return row;
    }

    ChannelType type() {
        return ChannelType.of(row.get(PrivateChannels.TYPE, 1L).intValue());
    }

    Map<Long, User> participants() {
        return Collections.unmodifiableMap(participants);
    }

    Optional<User> find(long userId) {
        return Optional.ofNullable(participants.get(userId));
    }

    boolean isShownTo(long userId) {
        return shownTo.contains(userId);
    }

    void show(long userId) {
        shownTo.add(userId);
    }

    void hide(long userId) {
        shownTo.remove(userId);
    }

    <T> void set(Column<T> column, T value) {
        row = new RowView(
                row.table(),
                row.row().toBuilder()
                        .setValues(row.table().indexOf(column), column.toValue(value))
                        .build());
    }
}
