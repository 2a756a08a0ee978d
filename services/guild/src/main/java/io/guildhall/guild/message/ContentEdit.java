package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Optional;

/** Changes what a message says, as a body says it. */
final class ContentEdit {
    private static final List<String> OF_AUTHOR =
            List.of("content", "embeds", "components", "attachments", "allowed_mentions");

    /** Flags that may be set and taken away later. */
    private static final long CHANGEABLE = MessageFlag.SUPPRESS_EMBEDS;

    private final Components components;

    ContentEdit(Components components) {
        this.components = components;
    }

    /** True when the call changes more than whether embeds show. */
    static boolean touchesContent(Call call) {
        return !call.files().isEmpty() || OF_AUTHOR.stream().anyMatch(call::has);
    }

    /**
     * The message as it is afterwards; refused when it could not be sent so.
     *
     * @param own by its author, who may change everything; others only whether its embeds show
     */
    RowEdit edited(RowView before, Optional<RowView> replied, Place place, Call call, boolean own, Changes changes) {
        RowEdit edit = RowEdit.of(before);
        if (own) {
            editContent(edit, before, place, call, changes);
        }
        editFlags(edit, before, call.body(), own);
        RowView after = edit.view();
        SendRules.checkNotEmpty(after);
        SendRules.checkComponentsOnly(after);
        SendRules.checkRows(after);
        if (call.has("content") || call.has("components")) {
            Mentions.of(after, call.body(), place, replied).writeTo(edit);
        }
        return edit;
    }

    private void editContent(RowEdit edit, RowView before, Place place, Call call, Changes changes) {
        JsonNode body = call.body();
        // What was only announced so far is said for the first time.
        boolean announced = MessageFlag.in(before.get(Messages.FLAGS, 0L), MessageFlag.LOADING);
        if (touchesContent(call) && !announced) {
            edit.set(Messages.EDITED_AT, place.now());
        }
        List<Attachment> attachments = MessageFiles.candidates(place, call, before, changes);
        if (call.has("embeds")) {
            edit.set(
                    Messages.EMBEDS,
                    body.path("embeds").isEmpty() ? null : Json.write(Embeds.clean(body.get("embeds"), attachments)));
        }
        if (call.has("components")) {
            edit.set(
                    Messages.COMPONENTS,
                    body.path("components").isEmpty()
                            ? null
                            : Json.write(components.clean(body.get("components"), attachments)));
        }
        if (call.has("attachments") || !call.files().isEmpty()) {
            List<Attachment> kept = MessageFiles.kept(place, call, before, attachments, edit.view(), changes);
            edit.set(Messages.ATTACHMENTS, kept.isEmpty() ? null : Json.write(kept));
        }
        if (call.has("content")) {
            edit.set(
                    Messages.CONTENT,
                    WrittenEmojis.usable(
                            new EmojiUse(place, call), body.path("content").asText("")));
        }
    }

    /** Components v2 can be switched on by the author, and never off. */
    private static void editFlags(RowEdit edit, RowView before, JsonNode body, boolean own) {
        long flags = before.get(Messages.FLAGS, 0L);
        long kept = own ? flags & ~MessageFlag.LOADING : flags;
        if (!body.hasNonNull("flags")) {
            if (kept != flags) {
                edit.set(Messages.FLAGS, kept);
            }
            return;
        }
        long wanted = body.get("flags").asLong();
        long added = own ? wanted & MessageFlag.COMPONENTS_V2 : 0;
        edit.set(Messages.FLAGS, (kept & ~CHANGEABLE) | (wanted & CHANGEABLE) | added);
    }
}
