package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.state.LastMessages;
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
public final class PrivateChannelState implements Reversible<PrivateChannelState.Contents> {
    /** Everything that changes. */
    record Contents(RowView row, long notedMessageId, Set<Long> shownTo, Set<Long> blockers) {}

    private final ActorContext context;
    private final SequencedMap<Long, User> participants;
    private Set<Long> shownTo;
    /** The participants who have blocked the other. */
    private Set<Long> blockers;

    private RowView row;
    /** The last message that the stored row names; 0 when it names none. */
    private long notedMessageId;
    /** Where the participants last met, 0 for nowhere: looked at first, and never believed without looking. */
    private volatile long sharedGuild;

    /**
     * @param stored the channel's row, which may name an older message than the last
     * @param shownTo the participants who have the channel on their list
     * @param blockers the participants who have blocked the other
     */
    PrivateChannelState(
            ActorContext context,
            RowView stored,
            SequencedMap<Long, User> participants,
            Set<Long> shownTo,
            Set<Long> blockers) {
        this.context = context;
        this.row = LastMessages.upToDate(stored, context.storage());
        this.notedMessageId = stored.get(PrivateChannels.LAST_MESSAGE_ID, 0L);
        this.participants = participants;
        this.shownTo = Set.copyOf(shownTo);
        this.blockers = Set.copyOf(blockers);
    }

    @Override
    public Contents snapshot() {
        return new Contents(row, notedMessageId, shownTo, blockers);
    }

    @Override
    public void restore(Contents contents) {
        row = contents.row();
        notedMessageId = contents.notedMessageId();
        shownTo = contents.shownTo();
        blockers = contents.blockers();
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

    long sharedGuild() {
        return sharedGuild;
    }

    void rememberSharedGuild(long guild) {
        sharedGuild = guild;
    }

    /** True when one of the participants does not want to hear of the other. */
    boolean isBlocked() {
        return !blockers.isEmpty();
    }

    void block(long userId, boolean blocks) {
        Set<Long> changed = new HashSet<>(blockers);
        if (blocks) {
            changed.add(userId);
        } else {
            changed.remove(userId);
        }
        blockers = Set.copyOf(changed);
    }

    boolean isShownTo(long userId) {
        return shownTo.contains(userId);
    }

    void show(long userId) {
        Set<Long> changed = new HashSet<>(shownTo);
        changed.add(userId);
        shownTo = Set.copyOf(changed);
    }

    void hide(long userId) {
        Set<Long> changed = new HashSet<>(shownTo);
        changed.remove(userId);
        shownTo = Set.copyOf(changed);
    }

    long lastMessageId() {
        return row.get(PrivateChannels.LAST_MESSAGE_ID, 0L);
    }

    long notedMessageId() {
        return notedMessageId;
    }

    /** The stored row names the last message from now on. */
    void noteLastMessage() {
        notedMessageId = lastMessageId();
    }

    <T> void set(Column<T> column, T value) {
        row = new RowView(
                row.table(),
                row.row().toBuilder()
                        .setValues(row.table().indexOf(column), column.toValue(value))
                        .build());
    }
}
