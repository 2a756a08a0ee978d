package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.User;
import java.util.List;

/**
 * Something that the system says in a channel, in the name of whoever it speaks of.
 *
 * @param reference a message reference as JSON; null for none
 */
public record Notice(long type, User who, long userId, String content, List<Long> mentions, ByteString reference) {
    /** One that says nothing but its type. */
    public static Notice of(long type, User who, long userId) {
        return new Notice(type, who, userId, "", List.of(), null);
    }

    public Notice saying(String text) {
        return new Notice(type, who, userId, text, mentions, reference);
    }

    public Notice mentioning(long mentioned) {
        return new Notice(type, who, userId, content, List.of(mentioned), reference);
    }

    public Notice pointing(ByteString to) {
        return new Notice(type, who, userId, content, mentions, to);
    }
}
