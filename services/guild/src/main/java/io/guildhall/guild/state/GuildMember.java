package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * A member, as long as somebody looks at it: in memory it is packed, and what is not asked for is not unpacked. It never changes,
 * but belongs to one thread.
 */
public final class GuildMember {
    private final PackedMember packed;
    private final PackedMember.Head head;
    private final LongPredicate existing;
    private final long[] roles;
    private PackedMember.Unpacked unpacked;

    private GuildMember(PackedMember packed, LongPredicate existing, PackedMember.Unpacked unpacked) {
        this.packed = packed;
        this.head = packed.head();
        this.existing = existing;
        this.roles = Arrays.stream(head.roles()).filter(existing).sorted().toArray();
        this.unpacked = unpacked;
    }

    /** @param existing the roles that the guild has; the member bears no other */
    static GuildMember of(PackedMember packed, LongPredicate existing) {
        return new GuildMember(packed, existing, null);
    }

    public static GuildMember of(RowView row) {
        return of(row, PackedMember.user(row));
    }

    private static GuildMember of(RowView row, User user) {
        PackedMember packed =
                new PackedMember(row.get(Members.GUILD_ID), row.get(Members.USER_ID), MemberPacking.pack(row, user));
        return new GuildMember(packed, role -> true, new PackedMember.Unpacked(row, user));
    }

    public static GuildMember joined(long guildId, User user, long userId, List<Long> roles, long now) {
        RowView row = Rows.create(Members.TABLE, guildId, MemberSlice.of(userId), userId);
        row = Rows.with(row, Members.ROLES, roles);
        row = Rows.with(row, Members.JOINED_AT, now);
        return withUser(row, user);
    }

    /** The same member with the profile that the user has now. */
    public GuildMember withUser(User profile) {
        return withUser(unpacked().row(), profile);
    }

    private static GuildMember withUser(RowView row, User profile) {
        RowView next = Rows.with(row, Members.PROFILE, Json.bytes(profile));
        next = Rows.with(next, Members.USERNAME, profile.username());
        next = Rows.with(next, Members.GLOBAL_NAME, profile.globalName());
        next = Rows.with(next, Members.BOT, Boolean.TRUE.equals(profile.bot()));
        return of(next, profile);
    }

    public GuildMember withRow(RowView next) {
        return of(next, user());
    }

    public GuildMember withRoles(List<Long> next) {
        return withRow(Rows.with(row(), Members.ROLES, next));
    }

    public long id() {
        return packed.userId();
    }

    public RowView row() {
        return unpacked().wholeRow();
    }

    public User user() {
        return unpacked().user();
    }

    /** Sorted, without @everyone. */
    public long[] roles() {
        return roles;
    }

    public List<Long> roleList() {
        return Arrays.stream(roles).boxed().toList();
    }

    public boolean hasRole(long roleId) {
        return Arrays.binarySearch(roles, roleId) >= 0;
    }

    public boolean bot() {
        return Boolean.TRUE.equals(user().bot());
    }

    /** ms since 1970; 0 when never. */
    public long timedOutUntil() {
        return head.timedOutUntil();
    }

    /** While this is so, one of its names is against a rule of the guild. */
    public boolean quarantined() {
        return head.quarantined();
    }

    /** Has not answered yet what the guild asks of those who come. */
    public boolean pending() {
        return head.pending();
    }

    /** When the member may do more than look again, in ms since 1970: 0 for now, and the last of all times for no known one. */
    public long silencedUntil() {
        return quarantined() || pending() ? Long.MAX_VALUE : timedOutUntil();
    }

    /** Goes again with its last session. */
    public boolean temporary() {
        return head.temporary();
    }

    public GuildMember forATime() {
        return withRow(Rows.with(row(), Members.TEMPORARY, true));
    }

    /** Whoever is given a role need not answer any more, and stays; the flag for it spares somebody the answers. */
    GuildMember vouchedFor() {
        boolean trusted = roles.length > 0;
        GuildMember member = temporary() && trusted ? withRow(Rows.with(row(), Members.TEMPORARY, null)) : this;
        return pending() && (trusted || bypassesVerification())
                ? member.withRow(Rows.with(member.row(), Members.PENDING, false))
                : member;
    }

    /** By the flag that others may set. */
    public boolean bypassesVerification() {
        return (row().get(Members.FLAGS, 0L) & MemberFlags.BYPASSES_VERIFICATION) != 0;
    }

    public GuildMember withQuarantine(boolean on) {
        long flags = row().get(Members.FLAGS, 0L);
        long next = on ? flags | MemberFlags.QUARANTINED : flags & ~MemberFlags.QUARANTINED;
        return withRow(Rows.with(row(), Members.FLAGS, next));
    }

    public long joinedAt() {
        return head.joinedAt();
    }

    /** What the member list shows: nick, else display name, else username. */
    public String shownName() {
        PackedMember.Names names = packed.names();
        if (names.nick() != null) {
            return names.nick();
        }
        return names.globalName() == null ? names.username() : names.globalName();
    }

    /** Every name by which others see the member, the one that is shown first. */
    public List<String> names() {
        PackedMember.Names names = packed.names();
        return Stream.of(names.nick(), names.globalName(), names.username())
                .filter(Objects::nonNull)
                .toList();
    }

    /** With the user, as it stands in answers. */
    public Member payload() {
        return Member.from(unpacked().row(), user());
    }

    /** As it stands in answers about one member alone: with what it says of itself here. */
    public ObjectNode withBio() {
        return Json.<ObjectNode>tree(payload()).put("bio", unpacked().row().get(Members.BIO, ""));
    }

    byte[] packed() {
        return packed.bytes();
    }

    private PackedMember.Unpacked unpacked() {
        if (unpacked == null) {
            PackedMember.Unpacked whole = packed.unpack();
            unpacked = roles.length == head.roles().length
                    ? whole
                    : new PackedMember.Unpacked(withoutDeleted(whole.row()), whole.user());
        }
        return unpacked;
    }

    /** The same order as in the row, which is what clients were told before. */
    private RowView withoutDeleted(RowView row) {
        return Rows.with(
                row,
                Members.ROLES,
                Arrays.stream(head.roles()).filter(existing).boxed().toList());
    }
}
