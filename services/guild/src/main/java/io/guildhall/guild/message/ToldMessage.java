package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;

/** What those who do not look are told of a message: who wrote it, and how it begins. */
public final class ToldMessage {
    /** In code points: more is not shown anywhere. */
    private static final int LONGEST = 400;

    private ToldMessage() {}

    /**
     * {author_id, author, avatar, content, files, silent} with the content as it stands in the message, mentions and markup in it.
     *
     * @throws io.guildhall.model.error.ApiException when there is no such message any more
     */
    public static ObjectNode of(Place place, long messageId) {
        RowView message = new MessageStore(place.storage(), place.channelId()).get(messageId);
        long author = message.get(Messages.AUTHOR_ID);
        User user = place.findUser(author).orElseGet(() -> Json.read(message.get(Messages.AUTHOR, "{}"), User.class));
        String content = Mentions.readable(
                message.get(Messages.CONTENT, ""), Json.parse(message.get(Messages.COMPONENTS, "[]")));
        JsonNode files = Json.parse(message.get(Messages.ATTACHMENTS, "[]"));
        return Json.object()
                .put("author_id", user.id())
                .put("author", shownName(place, author, user))
                .put("avatar", user.avatar())
                .put("content", cut(content))
                .put("files", files.size())
                .put("silent", MentionNotices.isSilent(message.get(Messages.FLAGS, 0L)));
    }

    private static String shownName(Place place, long author, User user) {
        return place.findMember(author)
                .map(member -> member.nick())
                .orElseGet(() -> user.globalName() == null ? user.username() : user.globalName());
    }

    private static String cut(String content) {
        return content.codePointCount(0, content.length()) <= LONGEST
                ? content
                : content.substring(0, content.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
