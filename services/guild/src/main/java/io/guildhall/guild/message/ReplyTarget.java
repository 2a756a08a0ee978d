package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Optional;

/** Finds the message of this channel that a new one replies to or forwards. */
final class ReplyTarget {
    private static final int FORWARD = 1;

    private ReplyTarget() {}

    /** Empty when nothing is referred to, or when it is gone and the sender said that this is no matter. */
    static Optional<RowView> find(Place place, long author, JsonNode reference) {
        if (reference.isMissingNode() || reference.isNull()) {
            return Optional.empty();
        }
        boolean forward = isForward(reference);
        if (!Permission.READ_MESSAGE_HISTORY.in(place.permissions(author))) {
            throw ApiException.of(
                    forward
                            ? ErrorCode.CANNOT_REFERENCE_A_MESSAGE_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY
                            : ErrorCode.CANNOT_REPLY_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY);
        }
        if (reference.hasNonNull("channel_id") && id(reference, "channel_id") != place.channelId()) {
            throw refused("MESSAGE_REFERENCE_CHANNEL_MISMATCH", "Cannot refer to a message of another channel");
        }
        Optional<RowView> found =
                new MessageStore(place.storage(), place.channelId()).find(id(reference, "message_id"));
        if (found.isEmpty() && (forward || reference.path("fail_if_not_exists").asBoolean(true))) {
            throw refused("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        if (found.isPresent() && !MessageType.written(found.get().get(Messages.TYPE, 0L))) {
            throw refused("REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
        }
        return found;
    }

    static boolean isForward(JsonNode reference) {
        return reference.path("type").asInt() == FORWARD;
    }

    private static long id(JsonNode reference, String field) {
        return Snowflake.parse(reference.path(field).asText("0"));
    }

    private static ApiException refused(String code, String message) {
        Problems problems = Problems.none();
        problems.at("message_reference").add(code, message);
        return ApiException.invalidForm(problems);
    }
}
