package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Optional;
import java.util.function.LongFunction;

/** What those who do not look are told of a message: who wrote it, and how it begins. */
public final class ToldMessage {
    /** In code points: more is not shown anywhere. */
    private static final int LONGEST = 400;

    private ToldMessage() {}

    /**
     * {author_id, author, avatar, content, files, silent} with the content as it stands in the message, mentions and markup in it. Reads; only
     * outside the mailbox.
     *
     * @param members of the guild, to name the author as it is named there
     * @throws io.guildhall.model.error.ApiException when there is no such message any more
     */
    public static ObjectNode of(
            StorageFacade storage, long channelId, long messageId, LongFunction<Optional<Member>> members) {
        RowView message = new MessageStore(storage, channelId).get(messageId);
        User author = UserLookup.stored(storage).author(message);
        String content = Mentions.readable(
                message.get(Messages.CONTENT, ""), Json.parse(message.get(Messages.COMPONENTS, Json.EMPTY_LIST)));
        return Json.object()
                .put("author_id", author.id())
                .put("author", shownName(members.apply(message.get(Messages.AUTHOR_ID)), author))
                .put("avatar", author.avatar())
                .put("content", cut(content))
                .put(
                        "files",
                        Json.parse(message.get(Messages.ATTACHMENTS, Json.EMPTY_LIST))
                                .size())
                .put("silent", MentionNotices.isSilent(message.get(Messages.FLAGS, 0L)));
    }

    private static String shownName(Optional<Member> member, User author) {
        return member.map(Member::nick)
                .orElseGet(() -> author.globalName() == null ? author.username() : author.globalName());
    }

    private static String cut(String content) {
        return content.codePointCount(0, content.length()) <= LONGEST
                ? content
                : content.substring(0, content.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
