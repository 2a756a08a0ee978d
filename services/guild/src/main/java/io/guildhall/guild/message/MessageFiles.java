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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a message: those that came with the request, and of those that it had before the ones that the body lists. Without a
 * list it keeps all, unless there are new ones.
 *
 * <p>A file that an embed or a component shows is not shown among the attachments as well, so no list names it: it stays for as long
 * as it is shown there.
 */
final class MessageFiles {
    private static final int MOST = 10;

    private MessageFiles() {}

    /** The files of a new message. */
    static List<Attachment> brought(Place place, Call call, Changes changes) {
        JsonNode described = call.body().path("attachments");
        List<Attachment> all = new ArrayList<>();
        for (StoredFile file : call.files()) {
            all.add(uploaded(file, find(described, Integer.toUnsignedString(file.getIndex()))));
            changes.write(AttachmentMarks.carried(place.channelId(), file.getId()));
        }
        requireRoom(all);
        return all;
    }

    /** The files that embeds and components of an edited message may point at. */
    static List<Attachment> candidates(Place place, Call call, RowView before, Changes changes) {
        List<Attachment> all = new ArrayList<>();
        for (Attachment attachment : of(before)) {
            if (isListed(call, attachment) || isShownInside(before, attachment)) {
                all.add(attachment);
            }
        }
        all.addAll(brought(place, call, changes));
        return all;
    }

    /** Of the candidates those that the message keeps, as it is now. What it had and keeps no more is gone. */
    static List<Attachment> kept(
            Place place, Call call, RowView before, List<Attachment> candidates, RowView after, Changes changes) {
        Set<String> old = of(before).stream().map(Attachment::id).collect(Collectors.toSet());
        List<Attachment> kept = candidates.stream()
                .filter(attachment -> !old.contains(attachment.id())
                        || isListed(call, attachment)
                        || isShownInside(after, attachment))
                .toList();
        requireRoom(kept);
        kept.forEach(attachment -> old.remove(attachment.id()));
        old.forEach(id -> changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(id))));
        return kept;
    }

    /** Those of a message's files that are shown among its attachments. */
    static List<Attachment> shown(RowView message) {
        return of(message).stream()
                .filter(attachment -> !isShownInside(message, attachment))
                .toList();
    }

    private static List<Attachment> of(RowView message) {
        return message.has(Messages.ATTACHMENTS)
                ? Json.readList(message.get(Messages.ATTACHMENTS), Attachment.class)
                : List.of();
    }

    private static void requireRoom(List<Attachment> all) {
        if (all.size() > MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_ATTACHMENTS_IN_A_MESSAGE_REACHED);
        }
    }

    /** True when an embed or a component of the message has this file's address. */
    private static boolean isShownInside(RowView message, Attachment attachment) {
        int query = attachment.url().indexOf('?');
        String address = query < 0 ? attachment.url() : attachment.url().substring(0, query);
        return message.get(Messages.EMBEDS, "").contains(address)
                || message.get(Messages.COMPONENTS, "").contains(address);
    }

    /** All files of a message that is deleted. */
    static void forget(Place place, RowView message, Changes changes) {
        of(message)
                .forEach(attachment ->
                        changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(attachment.id()))));
    }

    private static boolean isListed(Call call, Attachment attachment) {
        JsonNode described = call.body().path("attachments");
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
