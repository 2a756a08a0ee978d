package io.guildhall.guild.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ann may use external emojis, Bob may not. Both are members of the guild 70, where Ann bears the role 71. */
class EmojiUseTest {
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long ELSEWHERE = 70;
    private static final long ROLE = 71;
    private static final long FREE = 1001;
    private static final long BOUND = 1002;
    private static final long FOREIGN = 1003;
    private static final long OF_BOB = 1004;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, 1_772_366_400_000L)
            .member(ANN, "ann")
            .member(BOB, "bob", Permission.USE_EXTERNAL_EMOJIS);

    EmojiUseTest() {
        emoji(ELSEWHERE, FREE, List.of());
        emoji(ELSEWHERE, BOUND, List.of(ROLE));
        emoji(80, FOREIGN, List.of());
        emoji(BOB, OF_BOB, List.of());
        member(ANN, List.of(ROLE));
        member(BOB, List.of());
    }

    @Test
    void emojisOfOtherGuildsAreForTheirMembersWhoMayUseExternalOnes() {
        assertThat(finds(ANN, FREE)).isTrue();
        assertThat(finds(BOB, FREE)).isFalse();
        assertThat(finds(ANN, FOREIGN)).isFalse();
        assertThat(finds(ANN, 9999)).isFalse();
    }

    @Test
    void someAreForTheBearersOfARole() {
        assertThat(finds(ANN, BOUND)).isTrue();
        member(ANN, List.of());
        assertThat(finds(ANN, BOUND)).isFalse();
    }

    @Test
    void anApplicationsEmojisAreForItsBotEverywhere() {
        assertThat(finds(BOB, OF_BOB)).isTrue();
        assertThat(finds(ANN, OF_BOB)).isFalse();
    }

    @Test
    void ofEmojisThatAnAuthorMayNotUseTheirNamesAreLeft() {
        String text = "<:e1004:1004> and <a:e1001:1001>, <:huge:99999999999999999999>";
        assertThat(WrittenEmojis.usable(use(BOB), text)).isEqualTo("<:e1004:1004> and :e1001:, :huge:");
        assertThat(WrittenEmojis.usable(use(ANN), text)).isEqualTo(text);
        assertThat(WrittenEmojis.usable(new EmojiUse(place, BOB, false), text))
                .isEqualTo(":e1004: and :e1001:, :huge:");
    }

    private boolean finds(long user, long emoji) {
        return use(user).find(emoji).isPresent();
    }

    private EmojiUse use(long user) {
        return new EmojiUse(place, user, true);
    }

    private void emoji(long owner, long id, List<Long> roles) {
        storage.write(List.of(
                Write.to(Emojis.TABLE, owner, id)
                        .set(Emojis.NAME, "e" + id)
                        .set(Emojis.IMAGE, "hash")
                        .set(Emojis.ROLES, roles)
                        .build(),
                Write.to(ExpressionOwners.TABLE, id)
                        .set(ExpressionOwners.KIND, ExpressionOwners.EMOJI)
                        .set(ExpressionOwners.OWNER_ID, owner)
                        .build()));
    }

    private void member(long user, List<Long> roles) {
        storage.write(List.of(Write.to(Members.TABLE, ELSEWHERE, MemberSlice.of(user), user)
                .set(Members.ROLES, roles)
                .set(Members.JOINED_AT, 1L)
                .build()));
    }
}
