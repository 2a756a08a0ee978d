package io.guildhall.guild.sticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Stickers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ann may use external stickers, Bob may not; both are members of the guild 70, and Eve is not. */
class StickerUseTest {
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long EVE = 103;
    private static final long ELSEWHERE = 70;
    private static final long STICKER = 1001;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, 1_772_366_400_000L)
            .member(ANN, "ann")
            .member(BOB, "bob", Permission.USE_EXTERNAL_STICKERS)
            .member(EVE, "eve");

    StickerUseTest() {
        storage.write(List.of(
                Write.to(Stickers.TABLE, ELSEWHERE, STICKER)
                        .set(Stickers.NAME, "Wave")
                        .set(Stickers.FORMAT, 4L)
                        .build(),
                Write.to(ExpressionOwners.TABLE, STICKER)
                        .set(ExpressionOwners.KIND, ExpressionOwners.STICKER)
                        .set(ExpressionOwners.OWNER_ID, ELSEWHERE)
                        .build(),
                member(ANN),
                member(BOB)));
    }

    @Test
    void stickersOfOtherGuildsAreForTheirMembersWhoMayUseExternalOnes() {
        assertThat(new StickerUse(place, ANN).items(List.of(STICKER)))
                .containsExactly(new Sticker.Item("1001", "Wave", 4));
        refused(BOB, STICKER, ErrorCode.YOU_DO_NOT_HAVE_PERMISSION_TO_SEND_THIS_STICKER);
        refused(EVE, STICKER, ErrorCode.INVALID_STICKER_SENT);
        refused(ANN, 9999, ErrorCode.INVALID_STICKER_SENT);
    }

    private void refused(long user, long sticker, ErrorCode code) {
        assertThatThrownBy(() -> new StickerUse(place, user).items(List.of(sticker)))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code.number()));
    }

    private static Mutation member(long user) {
        return Write.to(Members.TABLE, ELSEWHERE, MemberSlice.of(user), user)
                .set(Members.JOINED_AT, 1L)
                .build();
    }
}
