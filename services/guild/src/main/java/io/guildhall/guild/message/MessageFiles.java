package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.guild.call.Call;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.rpc.StoredFile;
import java.util.ArrayList;
import java.util.List;

/** The files of a message: those that came with the request, and of those that it had before the ones it keeps. */
final class MessageFiles {
    private static final int MOST = 10;

    private MessageFiles() {}

    static List<Attachment> of(Call call, List<Attachment> before) {
        JsonNode described = call.body().path("attachments");
        List<Attachment> all = new ArrayList<>();
        for (Attachment attachment : before) {
            if (!described.isArray() || !find(described, attachment.id()).isMissingNode()) {
                all.add(attachment);
            }
        }
        for (StoredFile file : call.files()) {
            all.add(uploaded(file, find(described, Integer.toUnsignedString(file.getIndex()))));
        }
        if (all.size() > MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_ATTACHMENTS_IN_A_MESSAGE_REACHED);
        }
        return all;
    }

    private static Attachment uploaded(StoredFile file, JsonNode said) {
        return Attachment.from(
                file,
                said.path("title").asText(null),
                said.path("description").asText(null),
                said.hasNonNull("duration_secs") ? said.get("duration_secs").asDouble() : null,
                said.path("waveform").asText(null));
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
