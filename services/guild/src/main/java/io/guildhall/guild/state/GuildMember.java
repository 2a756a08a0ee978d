package io.guildhall.guild.state;

import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.Arrays;
import java.util.List;

/**
 * A member in memory.
 *
 * @param roles sorted, without @everyone
 */
public record GuildMember(RowView row, long id, User user, long[] roles) {
    public static GuildMember of(RowView row) {
        return of(row, Json.read(row.get(Members.PROFILE, "{}"), User.class));
    }

    private static GuildMember of(RowView row, User user) {
        long[] roles = row.get(Members.ROLES, List.of()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new GuildMember(row, row.get(Members.USER_ID), user, roles);
    }

    public static GuildMember joined(long guildId, User user, long userId, List<Long> roles, long now) {
        RowView row = Rows.create(Members.TABLE, guildId, MemberSlice.of(userId), userId);
        row = Rows.with(row, Members.ROLES, roles);
        row = Rows.with(row, Members.JOINED_AT, now);
        return of(row).withUser(user);
    }

    /** The same member with the profile that the user has now. */
    public GuildMember withUser(User profile) {
        RowView next = Rows.with(row, Members.PROFILE, Json.write(profile));
        next = Rows.with(next, Members.USERNAME, profile.username());
        next = Rows.with(next, Members.GLOBAL_NAME, profile.globalName());
        next = Rows.with(next, Members.BOT, Boolean.TRUE.equals(profile.bot()));
        return of(next, profile);
    }

    public GuildMember withRow(RowView next) {
        return of(next, user);
    }

    public GuildMember withRoles(List<Long> next) {
        return withRow(Rows.with(row, Members.ROLES, next));
    }

    public List<Long> roleList() {
        return Arrays.stream(roles).boxed().toList();
    }

    public boolean hasRole(long roleId) {
        return Arrays.binarySearch(roles, roleId) >= 0;
    }

    public boolean bot() {
        return Boolean.TRUE.equals(user.bot());
    }

    /** ms since 1970; 0 when never. */
    public long timedOutUntil() {
        return row.get(Members.COMMUNICATION_DISABLED_UNTIL, 0L);
    }

    public long joinedAt() {
        return row.get(Members.JOINED_AT, 0L);
    }

    /** What the member list shows: nick, else display name, else username. */
    public String shownName() {
        String nick = row.get(Members.NICK);
        if (nick != null) {
            return nick;
        }
        return user.globalName() == null ? user.username() : user.globalName();
    }

    /** With the user, as it stands in answers. */
    public Member payload() {
        return Member.from(row, user);
    }
}
