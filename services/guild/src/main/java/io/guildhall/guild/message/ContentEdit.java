package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.NullNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Optional;

/** Changes what a message says, as a body says it. */
final class ContentEdit {
    /** Flags that may be set and taken away later. */
    private static final long CHANGEABLE = MessageFlag.SUPPRESS_EMBEDS;

    private final Components components;

    ContentEdit(Components components) {
        this.components = components;
    }

    /** True when the call changes more than whether embeds show. */
    static boolean touchesContent(Call call, MessageBody body) {
        return !call.files().isEmpty() || body.changesContent();
    }

    /**
     * The message as it is afterwards; refused when it could not be sent so.
     *
     * @param own by its author, who may change everything; others only whether its embeds show
     */
    RowEdit edited(
            RowView before,
            Optional<RowView> replied,
            Place place,
            Call call,
            EditBody asked,
            boolean own,
            Changes changes) {
        MessageBody body = asked.message();
        RowEdit edit = RowEdit.of(before);
        if (own) {
            editContent(edit, before, place, call, body, changes);
            editPoll(edit, before, asked.poll(), place, call, changes);
        }
        editFlags(edit, before, body.flags(), own);
        if (own && body.content().named()) {
            LinkEmbeds.forget(edit);
            edit.set(Messages.MODERATION_METADATA, null);
        }
        RowView after = edit.view();
        SendRules.checkNotEmpty(after);
        SendRules.checkComponentsOnly(after);
        SendRules.checkRows(after);
        if (body.content().named() || body.components().named()) {
            Mentions.of(after, body.allowedMentions(), place, replied).writeTo(edit);
        }
        if (body.content().named() || body.embeds().named() || body.flags().named()) {
            LinkEmbeds.ask(place, after, changes);
        }
        return edit;
    }

    private void editContent(RowEdit edit, RowView before, Place place, Call call, MessageBody body, Changes changes) {
        if (touchesContent(call, body) && !announced(before)) {
            edit.set(Messages.EDITED_AT, place.now());
        }
        EmojiUse emojis = MessageEmojis.of(place, call, before);
        List<Attachment> attachments = MessageFiles.candidates(place, call, body, before, changes);
        if (body.embeds().named()) {
            edit.set(
                    Messages.EMBEDS,
                    body.hasEmbeds() ? Json.bytes(Embeds.clean(body.embeds().required(), attachments)) : null);
        }
        if (body.components().named()) {
            PremiumButtons.require(place, before, body.components().or(NullNode.getInstance()));
            edit.set(
                    Messages.COMPONENTS,
                    body.hasComponents()
                            ? Json.bytes(components.clean(body.components().required(), attachments, emojis))
                            : null);
        }
        if (body.attachments().named() || !call.files().isEmpty()) {
            List<Attachment> kept = MessageFiles.kept(place, call, body, before, attachments, edit.view(), changes);
            edit.set(Messages.ATTACHMENTS, kept.isEmpty() ? null : Json.bytes(kept));
        }
        if (body.content().named()) {
            edit.set(
                    Messages.CONTENT,
                    WrittenEmojis.usable(emojis, body.content().or("")));
        }
    }

    /** Nobody is asked later than a message says something for the first time. */
    private static void editPoll(
            RowEdit edit, RowView before, Given<PollBody> poll, Place place, Call call, Changes changes) {
        if (poll.hasValue() && !announced(before)) {
            throw ApiException.invalidField(
                    "poll", "POLL_ONLY_IN_DEFERRED_ANSWER", "A poll can only be added to a deferred asked.");
        }
        Polls.fill(edit, poll, place, call, changes);
    }

    /** What was only announced so far is said for the first time. */
    private static boolean announced(RowView before) {
        return MessageFlag.in(before.get(Messages.FLAGS, 0L), MessageFlag.LOADING);
    }

    /** Components v2 can be switched on by the author, and never off. */
    private static void editFlags(RowEdit edit, RowView before, Given<Long> asked, boolean own) {
        long flags = before.get(Messages.FLAGS, 0L);
        long kept = own ? flags & ~MessageFlag.LOADING : flags;
        if (!asked.hasValue()) {
            if (kept != flags) {
                edit.set(Messages.FLAGS, kept);
            }
            return;
        }
        long wanted = asked.required();
        long added = own ? wanted & MessageFlag.COMPONENTS_V2 : 0;
        edit.set(Messages.FLAGS, (kept & ~CHANGEABLE) | (wanted & CHANGEABLE) | added);
    }
}
