package io.guildhall.guild.lobby;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lobby in memory. Only its actor touches it. */
public final class LobbyState implements Reversible<LobbyState.Contents> {
    /** Everything that changes; the map is replaced, never changed. */
    record Contents(RowView row, SortedMap<Long, RowView> members, boolean asked) {}

    private final ActorContext context;
    private RowView row;
    private SortedMap<Long, RowView> members = new TreeMap<>();
    /** Its members were asked whether they are there, and none has answered yet. */
    private boolean asked;

    /** @param row null for one that is about to be made */
    LobbyState(ActorContext context, RowView row, Iterable<RowView> members) {
        this.context = context;
        this.row = row;
        members.forEach(member -> this.members.put(member.get(LobbyMembers.USER_ID), member));
    }

    @Override
    public Contents snapshot() {
        return new Contents(row, members, asked);
    }

    @Override
    public void restore(Contents contents) {
        row = contents.row();
        members = contents.members();
        asked = contents.asked();
    }

    long id() {
        return context.key().getId();
    }

    boolean exists() {
        return row != null;
    }

    /** @throws ApiException 10031 when there is none, or none any more */
    RowView row() {
        return Optional.ofNullable(row).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_LOBBY));
    }

    long applicationId() {
        return row().get(Lobbies.APPLICATION_ID);
    }

    /** By their ids. */
    SortedMap<Long, RowView> members() {
        return Collections.unmodifiableSortedMap(members);
    }

    Optional<RowView> member(long userId) {
        return Optional.ofNullable(members.get(userId));
    }

    StorageFacade storage() {
        return context.storage();
    }

    ActorContext context() {
        return context;
    }

    boolean asked() {
        return asked;
    }

    void ask(boolean value) {
        asked = value;
    }

    /** @param changed null when it is gone */
    void replace(RowView changed) {
        row = changed;
    }

    void put(RowView member) {
        SortedMap<Long, RowView> changed = new TreeMap<>(members);
        changed.put(member.get(LobbyMembers.USER_ID), member);
        members = changed;
    }

    void removeAll(Collection<Long> users) {
        SortedMap<Long, RowView> changed = new TreeMap<>(members);
        users.forEach(changed::remove);
        members = changed;
    }
}
