package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a message: those that came with the request, and of those that it had before the ones that the body lists. Without a
 * list it keeps all, unless there are new ones.
 */
final class MessageFiles {
    private static final int MOST = 10;

    private MessageFiles() {}

    static List<Attachment> of(Place place, Call call, List<Attachment> before, Changes changes) {
        JsonNode described = call.body().path("attachments");
        List<Attachment> all = new ArrayList<>();
        for (Attachment attachment : before) {
            if (stays(call, described, attachment)) {
                all.add(attachment);
            } else {
                changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(attachment.id())));
            }
        }
        for (StoredFile file : call.files()) {
            all.add(uploaded(file, find(described, Integer.toUnsignedString(file.getIndex()))));
            changes.write(AttachmentMarks.carried(place.channelId(), file.getId()));
        }
        if (all.size() > MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_ATTACHMENTS_IN_A_MESSAGE_REACHED);
        }
        return all;
    }

    /** All files of a message that is deleted. */
    static void forget(Place place, RowView message, Changes changes) {
        if (message.has(Messages.ATTACHMENTS)) {
            Json.readList(message.get(Messages.ATTACHMENTS), Attachment.class)
                    .forEach(attachment ->
                            changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(attachment.id()))));
        }
    }

    private static boolean stays(Call call, JsonNode described, Attachment attachment) {
        return described.isArray()
                ? !find(described, attachment.id()).isMissingNode()
                : call.files().isEmpty();
    }

    private static Attachment uploaded(StoredFile file, JsonNode said) {
        String title = file.getTitle().isEmpty() ? null : file.getTitle();
        return Attachment.from(
                file,
                said.path("title").asText(title),
                said.path("description").asText(null),
                said.hasNonNull("duration_secs") ? said.get("duration_secs").asDouble() : null,
                said.path("waveform").asText(null),
                said.path("is_spoiler").asBoolean(false) ? Attachment.IS_SPOILER : 0);
    }

    private static JsonNode find(JsonNode described, String id) {
        for (JsonNode one : described) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }
}
