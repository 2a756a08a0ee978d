package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Optional;
import java.util.OptionalLong;

/** The message of this channel that a new one replies to. */
final class ReplyTarget {
    private ReplyTarget() {}

    /** Empty when nothing is referred to, or when it is gone and the sender said that this is no matter. */
    static Optional<RowView> find(Place place, long author, Given<ReferenceBody> given) {
        if (!given.hasValue()) {
            return Optional.empty();
        }
        ReferenceBody reference = given.required();
        if (!Permission.READ_MESSAGE_HISTORY.in(place.permissions(author))) {
            throw ApiException.of(ErrorCode.CANNOT_REPLY_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY);
        }
        requireHere(reference.channelId(), OptionalLong.of(place.channelId()));
        requireHere(reference.guildId(), place.guildId());
        Optional<RowView> found = new MessageStore(place.storage(), place.channelId())
                .find(reference.messageId().required());
        if (found.isEmpty() && reference.failIfNotExists().or(true)) {
            throw refused("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        if (found.isPresent() && !MessageType.written(found.get().get(Messages.TYPE, 0L))) {
            throw refused("REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
        }
        return found;
    }

    /** How a message points at another one of its channel: at the one that it replies to, or that was pinned. */
    static ObjectNode reference(Place place, RowView target) {
        ObjectNode reference = Json.object()
                .put("type", 0)
                .put("channel_id", Snowflake.format(place.channelId()))
                .put("message_id", Snowflake.format(target.get(Messages.MESSAGE_ID)));
        place.guildId().ifPresent(guild -> reference.put("guild_id", Snowflake.format(guild)));
        return reference;
    }

    static ApiException refused(String code, String message) {
        Problems problems = Problems.none();
        problems.at("message_reference").add(code, message);
        return ApiException.invalidForm(problems);
    }

    /** A reply need not say where the message is; when it does, it must be here. */
    private static void requireHere(Given<Long> said, OptionalLong here) {
        if (said.hasValue() && !OptionalLong.of(said.required()).equals(here)) {
            throw refused("MESSAGE_REFERENCE_CHANNEL_MISMATCH", "Cannot reply to a message of another channel");
        }
    }
}
