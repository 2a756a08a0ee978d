package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.guild.collection.ByteReader;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.Arrays;
import java.util.List;

/** A member as {@link MemberPacking} packed it. Each method reads the bytes, as far as it must. */
record PackedMember(long guildId, long userId, byte[] bytes) {
    private static final ByteString NOTHING = ByteString.copyFromUtf8("{}");
    private static final long[] NONE = {};

    /** What is needed often stands first. */
    record Head(
            long[] roles, boolean quarantined, boolean pending, boolean temporary, long timedOutUntil, long joinedAt) {}

    /** Each may be null. */
    record Names(String nick, String username, String globalName) {}

    boolean isBot() {
        ByteReader reader = new ByteReader(bytes);
        long bits = reader.number();
        Boolean bot =
                has(bits, MemberBits.WHOLE_ROW) ? user(whole(reader)).bot() : MemberBits.flag(bits, MemberBits.BOT);
        return Boolean.TRUE.equals(bot);
    }

    boolean isQuarantined() {
        ByteReader reader = new ByteReader(bytes);
        long bits = reader.number();
        return has(bits, MemberBits.WHOLE_ROW) ? quarantined(whole(reader)) : has(bits, MemberBits.QUARANTINED);
    }

    static boolean quarantined(RowView row) {
        return (row.get(Members.FLAGS, 0L) & MemberFlags.QUARANTINED) != 0;
    }

    /** The roles are in the row's order. */
    Head head() {
        ByteReader reader = new ByteReader(bytes);
        long bits = reader.number();
        if (has(bits, MemberBits.WHOLE_ROW)) {
            RowView row = whole(reader);
            return new Head(
                    row.get(Members.ROLES, List.of()).stream()
                            .mapToLong(Long::longValue)
                            .toArray(),
                    quarantined(row),
                    row.get(Members.PENDING, false),
                    row.get(Members.TEMPORARY, false),
                    row.get(Members.COMMUNICATION_DISABLED_UNTIL, 0L),
                    row.get(Members.JOINED_AT, 0L));
        }
        return head(reader, bits);
    }

    Names names() {
        ByteReader reader = new ByteReader(bytes);
        long bits = reader.number();
        if (has(bits, MemberBits.WHOLE_ROW)) {
            RowView row = whole(reader);
            User user = user(row);
            return new Names(row.get(Members.NICK), user.username(), user.globalName());
        }
        head(reader, bits);
        return new Names(
                text(reader, bits, MemberBits.NICK),
                text(reader, bits, MemberBits.USERNAME),
                text(reader, bits, MemberBits.GLOBAL_NAME));
    }

    /** The whole row. */
    RowView row() {
        return unpack().wholeRow();
    }

    Unpacked unpack() {
        ByteReader reader = new ByteReader(bytes);
        long bits = reader.number();
        if (has(bits, MemberBits.WHOLE_ROW)) {
            RowView row = whole(reader);
            return new Unpacked(row, user(row));
        }
        Head head = head(reader, bits);
        String nick = text(reader, bits, MemberBits.NICK);
        String username = text(reader, bits, MemberBits.USERNAME);
        String globalName = text(reader, bits, MemberBits.GLOBAL_NAME);
        Long premium = number(reader, bits, MemberBits.PREMIUM);
        Long flags = number(reader, bits, MemberBits.FLAGS);
        String avatar = hash(reader, bits, MemberBits.AVATAR);
        String banner = hash(reader, bits, MemberBits.BANNER);
        User user = rest(reader, bits, username, globalName);
        String bio = text(reader, bits, MemberBits.BIO);
        Row.Builder row = Row.newBuilder();
        row.addValues(Members.GUILD_ID.toValue(guildId))
                .addValues(Members.SLICE.toValue(MemberSlice.of(userId)))
                .addValues(Members.USER_ID.toValue(userId))
                .addValues(Members.NICK.toValue(nick))
                .addValues(Members.AVATAR.toValue(avatar))
                .addValues(Members.BANNER.toValue(banner))
                .addValues(Members.ROLES.toValue(
                        has(bits, MemberBits.ROLES)
                                ? Arrays.stream(head.roles()).boxed().toList()
                                : null))
                .addValues(Members.JOINED_AT.toValue(has(bits, MemberBits.JOINED) ? head.joinedAt() : null))
                .addValues(Members.PREMIUM_SINCE.toValue(premium))
                .addValues(Members.DEAF.toValue(MemberBits.flag(bits, MemberBits.DEAF)))
                .addValues(Members.MUTE.toValue(MemberBits.flag(bits, MemberBits.MUTE)))
                .addValues(Members.FLAGS.toValue(flags))
                .addValues(Members.PENDING.toValue(MemberBits.flag(bits, MemberBits.PENDING)))
                .addValues(Members.COMMUNICATION_DISABLED_UNTIL.toValue(
                        has(bits, MemberBits.TIMED_OUT) ? head.timedOutUntil() : null))
                .addValues(Members.BOT.toValue(Boolean.TRUE.equals(user.bot())))
                .addValues(Members.USERNAME.toValue(username))
                .addValues(Members.GLOBAL_NAME.toValue(globalName))
                .addValues(Members.PROFILE.toValue(null))
                .addValues(Members.TEMPORARY.toValue(null))
                .addValues(Members.BIO.toValue(bio));
        return new Unpacked(new RowView(Members.TABLE, row.build()), user);
    }

    /** @param row may lack the profile, which most of those who look at a member need only as its user */
    record Unpacked(RowView row, User user) {
        RowView wholeRow() {
            return row.has(Members.PROFILE) || user.id() == null
                    ? row
                    : Rows.with(row, Members.PROFILE, Json.bytes(user));
        }
    }

    static User user(RowView row) {
        return Json.read(row.get(Members.PROFILE, NOTHING), User.class);
    }

    private Head head(ByteReader reader, long bits) {
        long[] roles = NONE;
        if (has(bits, MemberBits.ROLES)) {
            roles = new long[(int) reader.number()];
            long last = guildId;
            for (int index = 0; index < roles.length; index++) {
                last += reader.signed();
                roles[index] = last;
            }
        }
        long timedOutUntil = has(bits, MemberBits.TIMED_OUT) ? reader.signed() : 0;
        return new Head(
                roles,
                has(bits, MemberBits.QUARANTINED),
                Boolean.TRUE.equals(MemberBits.flag(bits, MemberBits.PENDING)),
                false,
                timedOutUntil,
                has(bits, MemberBits.JOINED) ? reader.signed() : 0);
    }

    private User rest(ByteReader reader, long bits, String username, String globalName) {
        String discriminator = has(bits, MemberBits.DISCRIMINATOR) ? reader.text() : "0";
        String avatar = hash(reader, bits, MemberBits.USER_AVATAR);
        String banner = hash(reader, bits, MemberBits.USER_BANNER);
        Long publicFlags = number(reader, bits, MemberBits.PUBLIC_FLAGS);
        int shown = publicFlags == null ? 0 : publicFlags.intValue();
        Long all = number(reader, bits, MemberBits.USER_FLAGS);
        Long accent = number(reader, bits, MemberBits.ACCENT_COLOR);
        return new User(
                Snowflake.format(userId),
                username,
                avatar,
                discriminator,
                shown,
                all == null ? shown : all,
                MemberBits.flag(bits, MemberBits.BOT),
                MemberBits.flag(bits, MemberBits.SYSTEM),
                banner,
                accent == null ? null : Integer.valueOf(accent.intValue()),
                globalName);
    }

    private static RowView whole(ByteReader reader) {
        try {
            return new RowView(Members.TABLE, Row.parseFrom(reader.raw()));
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean has(long bits, long bit) {
        return (bits & bit) != 0;
    }

    private static String text(ByteReader reader, long bits, long bit) {
        return has(bits, bit) ? reader.text() : null;
    }

    private static String hash(ByteReader reader, long bits, long bit) {
        return has(bits, bit) ? reader.hash() : null;
    }

    private static Long number(ByteReader reader, long bits, long bit) {
        return has(bits, bit) ? Long.valueOf(reader.signed()) : null;
    }
}
