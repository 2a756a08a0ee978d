package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.message.MessageType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** One message as an export tells it. */
record ExportedMessage(JsonNode json, Ids ids) {
    private static final Map<String, Long> TYPES = Map.of(
            "Default", MessageType.DEFAULT,
            "RecipientAdd", MessageType.RECIPIENT_ADD,
            "RecipientRemove", MessageType.RECIPIENT_REMOVE,
            "ChannelNameChange", MessageType.CHANNEL_NAME_CHANGE,
            "ChannelIconChange", MessageType.CHANNEL_ICON_CHANGE,
            "ChannelPinnedMessage", MessageType.PIN_NOTICE,
            "GuildMemberJoin", MessageType.JOIN_NOTICE,
            "ThreadCreated", MessageType.THREAD_CREATED,
            "Reply", MessageType.REPLY);

    /** What export tools call a kind of message; a number for one that they have no name for. */
    static String typeName(long type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Long.toString(type));
    }

    Optional<Long> id() {
        return ids.find(json.path("id"));
    }

    JsonNode author() {
        return json.path("author");
    }

    Optional<Long> authorId() {
        return ids.find(author().path("id"));
    }

    /** A kind that is not known here is shown as what somebody wrote. */
    long type() {
        long type = TYPES.getOrDefault(json.path("type").asText(), MessageType.DEFAULT);
        return type == MessageType.REPLY && referenced().isEmpty() ? MessageType.DEFAULT : type;
    }

    String content() {
        return json.path("content").asText("");
    }

    boolean pinned() {
        return json.path("isPinned").asBoolean();
    }

    /** In ms since 1970. */
    Optional<Long> editedAt() {
        String time = json.path("timestampEdited").asText("");
        try {
            return time.isEmpty() || time.equals("null")
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(time).toInstant())
                            .filter(edited -> !edited.isAfter(Instant.ofEpochMilli(ids.now())))
                            .map(Instant::toEpochMilli);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    JsonNode mentions() {
        return json.path("mentions");
    }

    JsonNode reactions() {
        return json.path("reactions");
    }

    JsonNode attachments() {
        return json.path("attachments");
    }

    JsonNode embeds() {
        return json.path("embeds");
    }

    /** The message that this one answers or tells of. */
    Optional<Long> referenced() {
        return ids.find(json.path("reference").path("messageId"));
    }

    Optional<Long> referencedChannel() {
        return ids.find(json.path("reference").path("channelId"));
    }
}
