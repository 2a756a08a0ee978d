package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import java.util.List;

/** Threads as somebody is given many at once: each of them, and what the reader is in those that it is in. */
public record ThreadListing(GuildMember reader, List<GuildThread> threads) {
    /** Puts {@code threads} and {@code members} at the end of an object with at least one field. */
    public ByteString in(ByteString object) {
        ByteString listed =
                JsonParts.array(threads.stream().map(GuildThread::bytes).toList());
        ByteString joined = JsonParts.array(threads.stream()
                .flatMap(thread -> thread.find(reader).stream())
                .map(Json::bytes)
                .toList());
        return JsonParts.with(JsonParts.with(object, "threads", listed), "members", joined);
    }

    /** @param more whether there are further ones after these */
    public ByteString page(boolean more) {
        return in(Json.bytes(Json.object().put("has_more", more)));
    }
}
