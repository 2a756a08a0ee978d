package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.EphemeralMessages;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.OptionalLong;

/** What calls about messages will read, as the call alone tells; see {@code Behaviour.foreseen}. */
public final class MessageReads {
    private static final ByteString REFERENCE = ByteString.copyFromUtf8("\"message_reference\"");

    private MessageReads() {}

    /** The message of the route. */
    public static List<ReadRequest> named(RestCall call) {
        return message(call, id(call.getPathOrDefault("message_id", "")));
    }

    /** The message that a new one refers to. Bodies that name none, most of them, are not parsed. */
    static List<ReadRequest> referredTo(RestCall call) {
        if (!contains(call.getBody(), REFERENCE)) {
            return List.of();
        }
        JsonNode reference = Json.field(call.getBody(), "message_reference");
        return message(call, id(reference.path("message_id").asText("")));
    }

    /** A snowflake; empty when it is none, which the handler then refuses. */
    public static OptionalLong id(String text) {
        try {
            return OptionalLong.of(Snowflake.parse(text));
        } catch (NumberFormatException malformed) {
            return OptionalLong.empty();
        }
    }

    /** A message of a channel, be it one that somebody alone sees. */
    public static List<ReadRequest> anywhere(long channelId, long messageId) {
        return messageId <= 0 || channelId <= 0
                ? List.of()
                : List.of(
                        Read.row(Messages.TABLE, channelId, MessageBucket.of(messageId), messageId),
                        Read.row(EphemeralMessages.TABLE, channelId, messageId));
    }

    /** A message of a channel. */
    public static List<ReadRequest> message(long channelId, long messageId) {
        return messageId <= 0 || channelId <= 0
                ? List.of()
                : List.of(Read.row(Messages.TABLE, channelId, MessageBucket.of(messageId), messageId));
    }

    private static List<ReadRequest> message(RestCall call, OptionalLong messageId) {
        OptionalLong channelId = id(call.getPathOrDefault("channel_id", ""));
        if (channelId.isEmpty() || messageId.orElse(0) <= 0) {
            return List.of();
        }
        long message = messageId.getAsLong();
        return List.of(Read.row(Messages.TABLE, channelId.getAsLong(), MessageBucket.of(message), message));
    }

    private static boolean contains(ByteString text, ByteString part) {
        for (int from = 0; from <= text.size() - part.size(); from++) {
            if (text.byteAt(from) == part.byteAt(0)
                    && text.substring(from, from + part.size()).equals(part)) {
                return true;
            }
        }
        return false;
    }
}
