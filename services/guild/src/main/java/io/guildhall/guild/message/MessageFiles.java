package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.body.Given;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The files of a new message, with what the body says of each: all that came along, also those that the list doesn't name. */
    static List<Attachment> brought(Place place, Call call, MessageBody body, Changes changes) {
        ListedFiles.require(call, body, List.of());
        return stored(place, call, body, changes);
    }

    private static List<Attachment> stored(Place place, Call call, MessageBody body, Changes changes) {
        List<Attachment> all = new ArrayList<>();
        for (StoredFile file : call.files()) {
            all.add(uploaded(file, listed(body, file)));
            changes.write(AttachmentMarks.carried(place.channelId(), file.getId()));
        }
        requireRoom(all);
        return all;
    }

    /** The files that embeds and components of an edited message may point at. */
    static List<Attachment> candidates(Place place, Call call, MessageBody body, RowView before, Changes changes) {
        ListedFiles.require(call, body, of(before));
        List<Attachment> all = new ArrayList<>();
        for (Attachment attachment : of(before)) {
            if (isKept(call, body, attachment) || isShownInside(before, attachment)) {
                all.add(edited(attachment, body.file(attachment.id())));
            }
        }
        all.addAll(stored(place, call, body, changes));
        return all;
    }

    /**
     * Of the candidates those that the message keeps, as it is now: those that the list names, or all when there is none. What it
     * had or was brought and is not kept is gone.
     */
    static List<Attachment> kept(
            Place place,
            Call call,
            MessageBody body,
            RowView before,
            List<Attachment> candidates,
            RowView after,
            Changes changes) {
        List<Attachment> kept = candidates.stream()
                .filter(attachment -> isKept(call, body, attachment) || isShownInside(after, attachment))
                .toList();
        requireRoom(kept);
        Set<String> gone = Stream.concat(of(before).stream(), candidates.stream())
                .map(Attachment::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        kept.forEach(attachment -> gone.remove(attachment.id()));
        gone.forEach(id -> changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(id))));
        return kept;
    }

    /** Those of a message's files that are shown among its attachments. */
    static List<Attachment> shown(RowView message) {
        return of(message).stream()
                .filter(attachment -> !isShownInside(message, attachment))
                .toList();
    }

    /** All of a message's files, also those that are shown inside of it. */
    static List<Attachment> all(RowView message) {
        return of(message);
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

    /** True when an embed or a component of the message shows this file. A link to it shows nothing. */
    private static boolean isShownInside(RowView message, Attachment attachment) {
        String address = UploadedNames.address(attachment.url());
        return Stream.of(Messages.EMBEDS, Messages.COMPONENTS)
                .flatMap(column -> message.find(column).stream())
                .anyMatch(shown -> Json.contains(shown, "\"proxy_url\":\"" + address)
                        || Json.contains(shown, "\"proxy_icon_url\":\"" + address));
    }

    /** All files of a message that is deleted. */
    static void forget(Place place, RowView message, Changes changes) {
        of(message)
                .forEach(attachment ->
                        changes.write(AttachmentMarks.gone(place.channelId(), Snowflake.parse(attachment.id()))));
    }

    /** True when the list names the file. Without a list new files stay, and old ones when there are no new ones. */
    private static boolean isKept(Call call, MessageBody body, Attachment attachment) {
        Optional<StoredFile> brought = call.files().stream()
                .filter(file -> Snowflake.format(file.getId()).equals(attachment.id()))
                .findFirst();
        if (!body.attachments().named()) {
            return brought.isPresent() || call.files().isEmpty();
        }
        return brought.map(file -> listed(body, file))
                .orElseGet(() -> body.file(attachment.id()))
                .isPresent();
    }

    private static Attachment uploaded(StoredFile file, Optional<FileBody> said) {
        return edited(Attachment.from(file), said)
                .sounding(
                        said.flatMap(body -> body.durationSecs().value()).orElse(null),
                        said.flatMap(body -> body.waveform().value()).orElse(null));
    }

    /** With what may be said anew of a file at any time; what is not said stays. */
    private static Attachment edited(Attachment attachment, Optional<FileBody> said) {
        Attachment described = said.map(FileBody::description)
                .filter(Given::named)
                .map(description -> attachment.described(description.orNull()))
                .orElse(attachment);
        Attachment titled = said.flatMap(body -> body.title().value())
                .map(described::titled)
                .orElse(described);
        return said.flatMap(body -> body.isSpoiler().value())
                .map(titled::hidden)
                .orElse(titled);
    }

    private static Optional<FileBody> listed(MessageBody body, StoredFile file) {
        return body.file(Integer.toUnsignedString(file.getIndex()));
    }
}
