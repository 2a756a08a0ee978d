package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.EphemeralMessages;

/** Files that came with an interaction. They last for a day, as what one person sees does. */
record SentFiles(Place place, Call call, Changes changes) {
    /** @param number n of {@code files[n]} */
    JsonNode resolve(String number, Resolved resolved, Problems problems) {
        for (StoredFile file : call.files()) {
            if (Integer.toUnsignedString(file.getIndex()).equals(number)) {
                ObjectNode attachment =
                        Json.<ObjectNode>tree(Attachment.from(file)).put("ephemeral", true);
                resolved.attachment(file.getId(), attachment);
                changes.write(AttachmentMarks.lent(
                        place.channelId(), file.getId(), place.now() + EphemeralMessages.LIFETIME.toMillis()));
                return TextNode.valueOf(Snowflake.format(file.getId()));
            }
        }
        problems.add("INTERACTION_ATTACHMENT_UNKNOWN", "No such file was sent");
        return TextNode.valueOf(number);
    }
}
