package io.guildhall.guild.sticker;

import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Stickers;
import java.util.List;
import java.util.Optional;

/** The one rule for who sends which sticker where: a guild's are for its members, there and where they may use external ones. */
public record StickerUse(Place place, long userId) {
    /**
     * What a message carries of these stickers.
     *
     * @throws ApiException when there is no such sticker, or it is not the user's to send here
     */
    public List<Sticker.Item> items(List<Long> stickerIds) {
        return stickerIds.stream()
                .map(id -> find(id).orElseThrow(() -> ApiException.of(ErrorCode.INVALID_STICKER_SENT)))
                .map(sticker -> Sticker.from(sticker, null).item())
                .toList();
    }

    private Optional<RowView> find(long stickerId) {
        Optional<RowView> own = place.expressions().stickers().find(stickerId);
        return own.isPresent()
                ? own
                : place.storage()
                        .row(ExpressionOwners.TABLE, stickerId)
                        .filter(owner -> owner.get(ExpressionOwners.KIND, 0L) == ExpressionOwners.STICKER)
                        .flatMap(owner -> external(owner.get(ExpressionOwners.OWNER_ID), stickerId));
    }

    private Optional<RowView> external(long guildId, long stickerId) {
        boolean member = place.storage()
                .row(Members.TABLE, guildId, MemberSlice.of(userId), userId)
                .isPresent();
        if (!member) {
            return Optional.empty();
        }
        if (!Permission.USE_EXTERNAL_STICKERS.in(place.permissions(userId))) {
            throw ApiException.of(ErrorCode.YOU_DO_NOT_HAVE_PERMISSION_TO_SEND_THIS_STICKER);
        }
        return place.storage().row(Stickers.TABLE, guildId, stickerId);
    }
}
