package io.guildhall.guild.state;

import io.guildhall.guild.collection.ByteWriter;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.util.List;
import java.util.Objects;

/**
 * A member in as few bytes as a table of a million wants: what most members lack takes no room, the profile is not kept as JSON, and
 * what the key and the profile say already is not kept twice. {@link PackedMember} reads it.
 *
 * <p>Reading gives exactly the row that was packed. One that has no such form, because somebody stored more in it than this version
 * knows, is kept whole.
 */
final class MemberPacking {
    private MemberPacking() {}

    static byte[] pack(RowView row, User user) {
        long guildId = row.get(Members.GUILD_ID);
        long userId = row.get(Members.USER_ID);
        if (Snowflake.format(userId).equals(user.id())) {
            byte[] compact = compact(row, user, guildId);
            if (Rows.same(new PackedMember(guildId, userId, compact).row().row(), row.row())) {
                return compact;
            }
        }
        ByteWriter writer = new ByteWriter();
        writer.number(MemberBits.WHOLE_ROW);
        writer.raw(row.row().toByteArray());
        return writer.toBytes();
    }

    private static byte[] compact(RowView row, User user, long guildId) {
        List<Long> roles = row.get(Members.ROLES);
        Long timedOut = row.get(Members.COMMUNICATION_DISABLED_UNTIL);
        Long joined = row.get(Members.JOINED_AT);
        Long premium = row.get(Members.PREMIUM_SINCE);
        Long flags = row.get(Members.FLAGS);
        String nick = row.get(Members.NICK);
        String avatar = row.get(Members.AVATAR);
        String banner = row.get(Members.BANNER);
        String bio = row.get(Members.BIO);
        String discriminator = "0".equals(user.discriminator()) ? null : user.discriminator();
        Integer publicFlags = user.publicFlags() == 0 ? null : Integer.valueOf(user.publicFlags());
        Long userFlags = user.flags() == user.publicFlags() ? null : Long.valueOf(user.flags());
        ByteWriter writer = new ByteWriter();
        writer.number(MemberBits.flag(MemberBits.DEAF, row.get(Members.DEAF))
                | MemberBits.flag(MemberBits.MUTE, row.get(Members.MUTE))
                | MemberBits.flag(MemberBits.PENDING, row.get(Members.PENDING))
                | MemberBits.flag(MemberBits.BOT, user.bot())
                | MemberBits.flag(MemberBits.SYSTEM, user.system())
                | MemberBits.present(MemberBits.ROLES, roles)
                | MemberBits.present(MemberBits.TIMED_OUT, timedOut)
                | MemberBits.present(MemberBits.JOINED, joined)
                | MemberBits.present(MemberBits.NICK, nick)
                | MemberBits.present(MemberBits.USERNAME, user.username())
                | MemberBits.present(MemberBits.GLOBAL_NAME, user.globalName())
                | MemberBits.present(MemberBits.PREMIUM, premium)
                | MemberBits.present(MemberBits.FLAGS, flags)
                | (PackedMember.quarantined(row) ? MemberBits.QUARANTINED : 0)
                | MemberBits.present(MemberBits.AVATAR, avatar)
                | MemberBits.present(MemberBits.BANNER, banner)
                | MemberBits.present(MemberBits.DISCRIMINATOR, discriminator)
                | MemberBits.present(MemberBits.USER_AVATAR, user.avatar())
                | MemberBits.present(MemberBits.USER_BANNER, user.banner())
                | MemberBits.present(MemberBits.PUBLIC_FLAGS, publicFlags)
                | MemberBits.present(MemberBits.USER_FLAGS, userFlags)
                | MemberBits.present(MemberBits.ACCENT_COLOR, user.accentColor())
                | MemberBits.present(MemberBits.BIO, bio));
        roles(writer, roles, guildId);
        number(writer, timedOut);
        number(writer, joined);
        text(writer, nick);
        text(writer, user.username());
        text(writer, user.globalName());
        number(writer, premium);
        number(writer, flags);
        hash(writer, avatar);
        hash(writer, banner);
        text(writer, discriminator);
        hash(writer, user.avatar());
        hash(writer, user.banner());
        number(writer, publicFlags == null ? null : Long.valueOf(publicFlags));
        number(writer, userFlags);
        number(writer, user.accentColor() == null ? null : Long.valueOf(user.accentColor()));
        text(writer, bio);
        return writer.toBytes();
    }

    /** In the row's order; each by how far it is from the one before, since ids of one guild are near each other. */
    private static void roles(ByteWriter writer, List<Long> roles, long guildId) {
        if (roles == null) {
            return;
        }
        writer.number(roles.size());
        long last = guildId;
        for (long role : roles) {
            writer.signed(role - last);
            last = role;
        }
    }

    private static void number(ByteWriter writer, Long value) {
        if (Objects.nonNull(value)) {
            writer.signed(value);
        }
    }

    private static void text(ByteWriter writer, String value) {
        if (value != null) {
            writer.text(value);
        }
    }

    private static void hash(ByteWriter writer, String value) {
        if (value != null) {
            writer.hash(value);
        }
    }
}
