package io.guildhall.guild.emoji;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Emojis with who made them. */
public final class EmojiCreators {
    private EmojiCreators() {}

    /** With who made each. Reads, so it is for use outside the mailbox. */
    public static List<Emoji> show(Collection<RowView> emojis, StorageFacade storage) {
        Map<Long, User> creators = emojis.stream()
                .map(emoji -> emoji.get(Emojis.CREATOR_ID))
                .distinct()
                .flatMap(creator -> storage.row(Users.TABLE, creator).stream())
                .collect(Collectors.toMap(user -> user.get(Users.USER_ID), User::from));
        return emojis.stream()
                .map(emoji -> Emoji.from(emoji, creators.get(emoji.get(Emojis.CREATOR_ID))))
                .toList();
    }
}
