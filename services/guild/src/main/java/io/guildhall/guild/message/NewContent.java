package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/** Fills a new message with what its body says. */
record NewContent(Components components) {
    void fill(RowEdit message, JsonNode body, List<Attachment> attachments) {
        message.set(Messages.CONTENT, body.path("content").asText(""))
                .set(Messages.TTS, body.path("tts").asBoolean(false))
                .set(Messages.FLAGS, body.path("flags").asLong() & MessageFlag.OF_SENDER);
        if (!attachments.isEmpty()) {
            message.set(Messages.ATTACHMENTS, Json.write(attachments));
        }
        if (!body.path("embeds").isEmpty()) {
            message.set(Messages.EMBEDS, Json.write(Embeds.clean(body.get("embeds"), attachments)));
        }
        if (!body.path("components").isEmpty()) {
            message.set(Messages.COMPONENTS, Json.write(components.clean(body.get("components"), attachments)));
        }
    }
}
