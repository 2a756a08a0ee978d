package io.guildhall.guild.applicationemoji;

import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.emoji.EmojiCreators;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import java.util.List;

/**
 * The emojis of an application, which its bot may use everywhere. Only its actor writes them; they are seldom asked for, so that they are
 * read from the store each time.
 */
record ApplicationEmojis(long applicationId, StorageFacade storage, StorageFacade freeStorage) {
    /**
     * Those of the application that the path names.
     *
     * @throws ApiException when the caller may not manage it
     */
    static ApplicationEmojis of(UserState user, Call call) {
        ApplicationAccess.requireManager(user, call);
        ApplicationAccess.application(user);
        return new ApplicationEmojis(
                user.id(), user.context().storage(), user.context().freeStorage());
    }

    List<RowView> all() {
        return storage.all(Emojis.TABLE, applicationId);
    }

    /** The one that the path names. */
    RowView named(Call call) {
        return storage.row(Emojis.TABLE, applicationId, call.id("emoji_id"))
                .orElseThrow(() -> ApiException.notFound(ErrorCode.UNKNOWN_EMOJI));
    }

    /**
     * Refuses a name that another emoji of these has.
     *
     * @param emojiId the one that is to have it; 0 for one that is not there yet
     */
    static void requireFree(String name, long emojiId, List<RowView> all) {
        boolean taken = all.stream()
                .anyMatch(other -> other.get(Emojis.EMOJI_ID) != emojiId && name.equals(other.get(Emojis.NAME)));
        if (taken) {
            throw ApiException.invalidField(
                    "name", "APPLICATION_EMOJI_NAME_ALREADY_TAKEN", "An emoji with this name already exists");
        }
    }

    /** Answers with one emoji and who made it. */
    Reply reply(RowView emoji) {
        return Reply.later(
                () -> Reply.json(EmojiCreators.show(List.of(emoji), freeStorage).getFirst()));
    }
}
