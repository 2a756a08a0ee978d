package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.User;
import java.util.List;

/**
 * Something that the system says in a channel, in the name of whoever it speaks of.
 *
 * @param reference a message reference as JSON; null for none
 * @param everyone whether everybody is told of it
 */
public record Notice(
        long type, User who, long userId, String content, List<Long> mentions, ByteString reference, boolean everyone) {
    /** One that says nothing but its type. */
    public static Notice of(long type, User who, long userId) {
        return new Notice(type, who, userId, "", List.of(), null, false);
    }

    public Notice saying(String text) {
        return new Notice(type, who, userId, text, mentions, reference, everyone);
    }

    public Notice mentioning(long mentioned) {
        return new Notice(type, who, userId, content, List.of(mentioned), reference, everyone);
    }

    public Notice pointing(ByteString to) {
        return new Notice(type, who, userId, content, mentions, to, everyone);
    }

    public Notice toEveryone() {
        return new Notice(type, who, userId, content, mentions, reference, true);
    }
}
