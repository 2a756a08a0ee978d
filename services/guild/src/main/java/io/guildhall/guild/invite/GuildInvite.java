package io.guildhall.guild.invite;

import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Invites;
import java.time.Duration;
import java.util.List;

/** An invite in memory. */
record GuildInvite(RowView row) {
    private static final Duration DEFAULT_AGE = Duration.ofDays(1);

    /** What a call asks for. An invite to which nothing was said lasts a day. */
    static GuildInvite asked(String code, long guild, long channel, long inviter, NewInvite asked, long now) {
        long age = asked.maxAge().or(DEFAULT_AGE.toSeconds());
        RowView row = Rows.create(Invites.TABLE, code);
        row = Rows.with(row, Invites.GUILD_ID, guild);
        row = Rows.with(row, Invites.CHANNEL_ID, channel);
        row = Rows.with(row, Invites.INVITER_ID, inviter);
        row = Rows.with(row, Invites.MAX_AGE, age);
        row = Rows.with(row, Invites.MAX_USES, asked.maxUses().or(0L));
        row = Rows.with(row, Invites.USES, 0L);
        row = Rows.with(row, Invites.TEMPORARY, asked.temporary().or(false));
        row = Rows.with(row, Invites.CREATED_AT, now);
        row = Rows.with(row, Invites.EXPIRES_AT, age == 0 ? 0 : now + age * 1000);
        row = Rows.with(row, Invites.TYPE, 0L);
        row = Rows.with(row, Invites.TARGET_TYPE, asked.targetType().orNull());
        row = Rows.with(row, Invites.TARGET_USER_ID, asked.streamer());
        row = Rows.with(row, Invites.TARGETED, asked.targetUsersFile().value().isPresent() ? true : null);
        row = Rows.with(row, Invites.ROLE_IDS, asked.roles(guild));
        return new GuildInvite(Rows.with(row, Invites.TARGET_APPLICATION_ID, asked.activity()));
    }

    /** Of a guild that people find by a name; 0 as the channel when there is none to lead to. It lasts, and nobody answers for it. */
    static GuildInvite vanity(RowView stored, long channel) {
        return new GuildInvite(Rows.with(stored, Invites.CHANNEL_ID, channel));
    }

    /** As it is stored under a code that a guild chose. */
    static RowView vanityRow(String code, long guild, long now) {
        RowView row = Rows.create(Invites.TABLE, code);
        row = Rows.with(row, Invites.GUILD_ID, guild);
        row = Rows.with(row, Invites.USES, 0L);
        row = Rows.with(row, Invites.CREATED_AT, now);
        return Rows.with(row, Invites.VANITY, true);
    }

    /** Whether it is for some people only, whom {@link TargetUsers} knows. */
    boolean targeted() {
        return row.get(Invites.TARGETED, false);
    }

    /** What whoever comes by it is given: as promised, but for roles that are no more. */
    List<GuildRole> roles(GuildState guild) {
        return row.get(Invites.ROLE_IDS, List.of()).stream()
                .flatMap(id -> guild.findRole(id).stream())
                .toList();
    }

    GuildInvite nowTargeted() {
        return new GuildInvite(Rows.with(row, Invites.TARGETED, true));
    }

    boolean isVanityUrl() {
        return row.get(Invites.VANITY, false);
    }

    String code() {
        return row.get(Invites.CODE);
    }

    long channelId() {
        return row.get(Invites.CHANNEL_ID, 0L);
    }

    long inviterId() {
        return row.get(Invites.INVITER_ID, 0L);
    }

    /** Seconds; 0 for ever. */
    long maxAge() {
        return row.get(Invites.MAX_AGE, 0L);
    }

    /** 0 for no limit. */
    long maxUses() {
        return row.get(Invites.MAX_USES, 0L);
    }

    long uses() {
        return row.get(Invites.USES, 0L);
    }

    boolean temporary() {
        return row.get(Invites.TEMPORARY, false);
    }

    long createdAt() {
        return row.get(Invites.CREATED_AT, 0L);
    }

    /** ms since 1970; null for never. */
    Long expiresAt() {
        long at = row.get(Invites.EXPIRES_AT, 0L);
        return at == 0 ? null : at;
    }

    boolean expired(long now) {
        return expiresAt() != null && expiresAt() <= now;
    }

    boolean usedUp() {
        return maxUses() != 0 && uses() >= maxUses();
    }

    GuildInvite used() {
        return new GuildInvite(Rows.with(row, Invites.USES, uses() + 1));
    }

    /** True when one does as well as the other: everything but code, age and uses is equal. */
    boolean similar(GuildInvite other) {
        return comparable().equals(other.comparable());
    }

    private Row comparable() {
        RowView plain = Rows.with(row, Invites.CODE, "");
        plain = Rows.with(plain, Invites.USES, 0L);
        plain = Rows.with(plain, Invites.CREATED_AT, 0L);
        return Rows.with(plain, Invites.EXPIRES_AT, 0L).row();
    }

    @Override
    public String toString() {
        return "invite to channel " + Snowflake.format(channelId());
    }
}
