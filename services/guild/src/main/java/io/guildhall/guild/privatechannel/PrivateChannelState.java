package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.state.LastMessages;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A channel between users in memory. Only its actor touches it. */
public final class PrivateChannelState implements Reversible<PrivateChannelState.Contents> {
    /** Everything that changes. */
    record Contents(
            RowView row,
            long notedMessageId,
            SequencedMap<Long, User> participants,
            Set<Long> shownTo,
            Set<Long> blockers) {}

    private final ActorContext context;
    /** Never changed, only replaced. */
    private SequencedMap<Long, User> participants;

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
        return new Contents(row, notedMessageId, participants, shownTo, blockers);
    }

    @Override
    public void restore(Contents contents) {
        row = contents.row();
        notedMessageId = contents.notedMessageId();
        participants = contents.participants();
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

    boolean isGroup() {
        return type() == ChannelType.GROUP_DM;
    }

    /** Who looks after the group; 0 in a channel of two. */
    long ownerId() {
        return row.get(PrivateChannels.OWNER_ID, 0L);
    }

    /** Somebody comes into the group, behind the others, and has it on the list from now on. */
    void join(long userId, User user, Changes changes) {
        SequencedMap<Long, User> changed = new LinkedHashMap<>(participants);
        changed.putLast(userId, user);
        replace(changed, changes);
        show(userId);
    }

    void leave(long userId, Changes changes) {
        SequencedMap<Long, User> changed = new LinkedHashMap<>(participants);
        changed.remove(userId);
        replace(changed, changes);
        hide(userId);
    }

    private void replace(SequencedMap<Long, User> changed, Changes changes) {
        participants = changed;
        change(Rows.with(row, PrivateChannels.RECIPIENTS, List.copyOf(changed.keySet())), changes);
    }

    SequencedMap<Long, User> participants() {
        return Collections.unmodifiableSequencedMap(participants);
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

    /** True when one of two does not want to hear of the other. In groups blocks do not count. */
    boolean isBlocked() {
        return !isGroup() && !blockers.isEmpty();
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
        row = Rows.with(row, column, value);
    }

    /** Replaces the row and collects the write. */
    void change(RowView changed, Changes changes) {
        Rows.save(row, changed, changes);
        row = changed;
    }
}
