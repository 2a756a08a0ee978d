package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.ThreadMember;
import java.util.List;

/**
 * Threads as somebody is given many at once.
 *
 * @param members what the reader is in those that it is in
 */
public record ThreadListing(List<GuildThread> threads, List<ThreadMember> members) {
    public static ThreadListing of(GuildMember reader, List<GuildThread> threads) {
        List<ThreadMember> members =
                threads.stream().flatMap(thread -> thread.find(reader).stream()).toList();
        return new ThreadListing(threads, members);
    }

    /** For many readers, none of whom is told what it is in any. */
    public static ThreadListing ofNobody(List<GuildThread> threads) {
        return new ThreadListing(threads, List.of());
    }

    /** Puts {@code threads} and {@code members} at the end of an object with at least one field. */
    public ByteString in(ByteString object) {
        ByteString listed =
                JsonParts.array(threads.stream().map(GuildThread::bytes).toList());
        return JsonParts.with(JsonParts.with(object, "threads", listed), "members", Json.bytes(members));
    }

    /** @param more whether there are further ones after these */
    public ByteString page(boolean more) {
        return in(Json.bytes(Json.object().put("has_more", more)));
    }
}
