package io.guildhall.guild.emoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Member;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one rule for who uses which custom emoji where. An application's are for its bot everywhere. A guild's are for its members: there,
 * and where they may use external ones. Some are for the bearers of certain roles only.
 *
 * @param userId by whose permissions is judged whether external ones may be used
 * @param whose whose emojis, guilds and roles count: of what a webhook says those of its application
 */
public record EmojiUse(Place place, long userId, long whose, boolean bot) {
    /** Of somebody who uses it in their own name. */
    public EmojiUse(Place place, long userId, boolean bot) {
        this(place, userId, userId, bot);
    }

    public EmojiUse(Place place, Call call) {
        this(place, call.callerId(), call.byBot());
    }

    /** What {@link #find} reads first. */
    public static ReadRequest foreseen(long emojiId) {
        return Read.row(ExpressionOwners.TABLE, emojiId);
    }

    /** The emoji, if there is one and the user may use it here. */
    public Optional<Emoji> find(long emojiId) {
        Optional<RowView> own = place.expressions().emojis().find(emojiId);
        if (own.isPresent()) {
            return own.filter(emoji -> isFor(
                            emoji, place.findMember(whose).map(Member::roles).orElse(List.of())))
                    .map(EmojiUse::shown);
        }
        if (!bot && !mayUseExternal()) {
            return Optional.empty();
        }
        return place.storage()
                .row(ExpressionOwners.TABLE, emojiId)
                .filter(owner -> owner.get(ExpressionOwners.KIND, 0L) == ExpressionOwners.EMOJI)
                .flatMap(owner -> external(owner.get(ExpressionOwners.OWNER_ID), emojiId))
                .map(EmojiUse::shown);
    }

    private Optional<RowView> external(long ownerId, long emojiId) {
        if (ownerId == whose) {
            return emoji(ownerId, emojiId);
        }
        if (!mayUseExternal()) {
            return Optional.empty();
        }
        return place.storage()
                .row(Members.TABLE, ownerId, MemberSlice.of(whose), whose)
                .flatMap(member -> emoji(ownerId, emojiId)
                        .filter(emoji -> isFor(
                                emoji,
                                member.get(Members.ROLES, List.of()).stream()
                                        .map(Snowflake::format)
                                        .toList())));
    }

    boolean mayUseExternal() {
        return Permission.USE_EXTERNAL_EMOJIS.in(place.permissions(userId));
    }

    private Optional<RowView> emoji(long ownerId, long emojiId) {
        return place.storage().row(Emojis.TABLE, ownerId, emojiId);
    }

    private static Emoji shown(RowView emoji) {
        return Emoji.from(emoji, null);
    }

    private static boolean isFor(RowView emoji, List<String> roles) {
        List<Long> bound = emoji.get(Emojis.ROLES, List.of());
        Set<String> borne = Set.copyOf(roles);
        return bound.isEmpty() || bound.stream().map(Snowflake::format).anyMatch(borne::contains);
    }
}
