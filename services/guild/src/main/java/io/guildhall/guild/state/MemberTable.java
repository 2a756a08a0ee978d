package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * All members of a guild by id, in some hundred bytes each. It never changes: a change gives another table, which shares nearly
 * everything with this one, so that whoever holds one may read it on any thread for as long as it likes.
 *
 * <p>As a collection it makes each member when it comes to it; nobody should keep many of them.
 */
public final class MemberTable extends AbstractCollection<GuildMember> {
    private final long guildId;
    private final LongMap<byte[]> packed;
    /** Those of the members that are bots. */
    private final LongMap<byte[]> bots;

    private final LongPredicate roles;

    private MemberTable(long guildId, LongMap<byte[]> packed, LongMap<byte[]> bots, LongPredicate roles) {
        this.guildId = guildId;
        this.packed = packed;
        this.bots = bots;
        this.roles = roles;
    }

    /** With these members, whatever their roles are. */
    static MemberTable of(long guildId, LongMap<byte[]> packed) {
        LongMapBuilder<byte[]> bots = new LongMapBuilder<>();
        Cursor<byte[]> cursor = packed.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            if (new PackedMember(guildId, cursor.id(), cursor.value()).isBot()) {
                bots.add(cursor.id(), cursor.value());
            }
        }
        return new MemberTable(guildId, packed, bots.build(), role -> true);
    }

    static MemberTable empty(long guildId) {
        return of(guildId, LongMap.empty());
    }

    /** Members bear only roles that exist; others that stand in their rows were deleted, and are not seen. */
    MemberTable knowing(LongPredicate existing) {
        return new MemberTable(guildId, packed, bots, existing);
    }

    @Override
    public int size() {
        return packed.size();
    }

    public Optional<GuildMember> find(long userId) {
        byte[] bytes = packed.get(userId);
        return bytes == null ? Optional.empty() : Optional.of(member(userId, bytes));
    }

    public boolean has(long userId) {
        return packed.contains(userId);
    }

    MemberTable with(GuildMember member) {
        byte[] bytes = member.packed();
        boolean bot = new PackedMember(guildId, member.id(), bytes).isBot();
        LongMap<byte[]> nextBots = bot ? bots.with(member.id(), bytes) : bots.without(member.id());
        return new MemberTable(guildId, packed.with(member.id(), bytes), nextBots, roles);
    }

    MemberTable without(long userId) {
        return new MemberTable(guildId, packed.without(userId), bots.without(userId), roles);
    }

    /** The members that are bots, by id. */
    public List<Long> bots() {
        List<Long> ids = new ArrayList<>(bots.size());
        Cursor<byte[]> cursor = bots.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            ids.add(cursor.id());
        }
        return ids;
    }

    /** The members with a name against a rule, by id; at most so many. */
    public List<Long> quarantined(int most) {
        List<Long> ids = new ArrayList<>();
        Cursor<byte[]> cursor = packed.cursor();
        while (cursor.hasNext() && ids.size() < most) {
            cursor.next();
            if (new PackedMember(guildId, cursor.id(), cursor.value()).isQuarantined()) {
                ids.add(cursor.id());
            }
        }
        return ids;
    }

    /** By id. */
    @Override
    public Iterator<GuildMember> iterator() {
        return new Each(packed.cursor());
    }

    /** Those with a larger id, by id; 0 for all. */
    public Iterator<GuildMember> after(long userId) {
        return new Each(packed.after(userId));
    }

    /** Those whose nick, username or display name begins so, whatever the case, by id. */
    public Iterator<GuildMember> named(String prefix) {
        return new Named(packed.cursor(), prefix.toLowerCase(Locale.ROOT));
    }

    private GuildMember member(long userId, byte[] bytes) {
        return GuildMember.of(new PackedMember(guildId, userId, bytes), roles);
    }

    private class Each implements Iterator<GuildMember> {
        private final Cursor<byte[]> cursor;

        Each(Cursor<byte[]> cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public GuildMember next() {
            cursor.next();
            return member(cursor.id(), cursor.value());
        }
    }

    private final class Named implements Iterator<GuildMember> {
        private final Cursor<byte[]> cursor;
        private final String lowerPrefix;
        private PackedMember found;

        Named(Cursor<byte[]> cursor, String lowerPrefix) {
            this.cursor = cursor;
            this.lowerPrefix = lowerPrefix;
        }

        @Override
        public boolean hasNext() {
            while (found == null && cursor.hasNext()) {
                cursor.next();
                PackedMember member = new PackedMember(guildId, cursor.id(), cursor.value());
                found = matches(member.names()) ? member : null;
            }
            return found != null;
        }

        @Override
        public GuildMember next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            GuildMember member = GuildMember.of(found, roles);
            found = null;
            return member;
        }

        private boolean matches(PackedMember.Names names) {
            return begins(names.nick()) || begins(names.username()) || begins(names.globalName());
        }

        private boolean begins(String name) {
            return name != null && name.toLowerCase(Locale.ROOT).startsWith(lowerPrefix);
        }
    }
}
