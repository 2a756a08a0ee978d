package io.guildhall.guild.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MemberTablePropertyTest {
    private static final long GUILD = 1_234_567_890_123_456_789L;

    @Property(tries = 1_000)
    void aPackedMemberIsReadAsItWas(@ForAll("members") GuildMember member) {
        GuildMember read =
                MemberTable.empty(GUILD).with(member).find(member.id()).orElseThrow();
        assertThat(read.row()).isEqualTo(member.row());
        assertThat(read.user()).isEqualTo(member.user());
        assertThat(read.roles()).isEqualTo(member.roles());
        assertThat(read.joinedAt()).isEqualTo(member.row().get(Members.JOINED_AT, 0L));
        assertThat(read.timedOutUntil()).isEqualTo(member.row().get(Members.COMMUNICATION_DISABLED_UNTIL, 0L));
        assertThat(read.shownName()).isEqualTo(member.shownName());
        assertThat(member.packed().length).isLessThan(400);
    }

    @Property(tries = 200)
    void theTableDoesWhatAPlainMapDoes(@ForAll("manyMembers") List<GuildMember> members) {
        MemberTable table = MemberTable.empty(GUILD);
        Map<Long, RowView> plain = new TreeMap<>();
        MemberTable half = table;
        Map<Long, RowView> plainHalf = Map.of();
        for (int index = 0; index < members.size(); index++) {
            GuildMember member = members.get(index);
            if (index % 4 == 3) {
                table = table.without(member.id());
                plain.remove(member.id());
            } else {
                table = table.with(member);
                plain.put(member.id(), member.row());
            }
            if (index == members.size() / 2) {
                half = table;
                plainHalf = new TreeMap<>(plain);
            }
        }
        assertThat(table).hasSize(plain.size());
        assertThat(rows(table)).isEqualTo(new ArrayList<>(plain.values()));
        assertThat(rows(half)).isEqualTo(new ArrayList<>(plainHalf.values()));
    }

    @Provide
    Arbitrary<List<GuildMember>> manyMembers() {
        return members().list().ofMaxSize(200);
    }

    @Provide
    Arbitrary<GuildMember> members() {
        Arbitrary<Long> ids = Arbitraries.longs().between(1, 150).map(id -> GUILD + (id << 22));
        return Combinators.combine(
                        ids,
                        users(),
                        Arbitraries.longs().between(-5, 1L << 62).list().ofMaxSize(6),
                        cells())
                .as((id, user, roles, change) -> {
                    GuildMember member = GuildMember.joined(GUILD, withId(user, id), id, roles, 1_700_000_000_000L);
                    return member.withRow(change.apply(member.row()));
                });
    }

    private record Shown(String banner, String bio) {}

    private interface Change {
        RowView apply(RowView row);
    }

    private static Arbitrary<Change> cells() {
        Arbitrary<String> nick = Arbitraries.strings().ofMaxLength(12).injectNull(0.5);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.5);
        Arbitrary<Long> number = Arbitraries.longs().injectNull(0.5);
        Arbitrary<String> hash = hashes();
        return Combinators.combine(
                        nick,
                        flag,
                        flag,
                        flag,
                        number,
                        number,
                        hash,
                        Combinators.combine(hash, nick).as(Shown::new))
                .as((name, deaf, mute, pending, until, premium, avatar, shown) -> row -> {
                    RowView next = Rows.with(row, Members.NICK, name);
                    next = Rows.with(next, Members.DEAF, deaf);
                    next = Rows.with(next, Members.MUTE, mute);
                    next = Rows.with(next, Members.PENDING, pending);
                    next = Rows.with(next, Members.COMMUNICATION_DISABLED_UNTIL, until);
                    next = Rows.with(next, Members.PREMIUM_SINCE, premium);
                    next = Rows.with(next, Members.FLAGS, premium);
                    next = Rows.with(next, Members.AVATAR, avatar);
                    next = Rows.with(next, Members.BIO, shown.bio());
                    return Rows.with(next, Members.BANNER, shown.banner());
                });
    }

    private static Arbitrary<User> users() {
        Arbitrary<String> name = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.6);
        Arbitrary<Integer> number = Arbitraries.integers();
        return Combinators.combine(
                        name,
                        hashes(),
                        Arbitraries.of("0", "0001", "1234"),
                        number,
                        Arbitraries.longs(),
                        flag,
                        number.injectNull(0.5),
                        name.injectNull(0.3))
                .as((username, avatar, discriminator, shown, flags, bot, accent, global) ->
                        new User("", username, avatar, discriminator, shown, flags, bot, bot, avatar, accent, global));
    }

    private static Arbitrary<String> hashes() {
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(32);
        return Arbitraries.oneOf(digits, digits.map(hash -> "a_" + hash), Arbitraries.of("", "a_", "A_0", "ff"))
                .injectNull(0.3);
    }

    private static User withId(User user, long id) {
        return new User(
                Long.toString(id),
                user.username(),
                user.avatar(),
                user.discriminator(),
                user.publicFlags(),
                user.flags(),
                user.bot(),
                user.system(),
                user.banner(),
                user.accentColor(),
                user.globalName());
    }

    private static List<RowView> rows(MemberTable table) {
        return table.stream().map(GuildMember::row).toList();
    }
}
