package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Messages of webhooks. They need nobody's permission, and their author is no account: it stays what it was called. */
@Singleton
public final class WebhookMessages {
    private final MessageWriter writer;
    private final NewContent content;
    private final ContentEdit edits;

    /**
     * Who sends.
     *
     * @param application the application whose webhook it is, which alone may send what people use; null when it is of none
     */
    public record Sender(long id, Long application, User author) {}

    public WebhookMessages(MessageWriter writer, Components components) {
        this.writer = writer;
        this.content = new NewContent(components);
        this.edits = new ContentEdit(components);
    }

    /**
     * A message that the webhook sent.
     *
     * @throws ApiException 10008 when there is none, or another sent it
     */
    public static RowView get(Place place, long webhookId, long messageId) {
        return new MessageStore(place.storage(), place.channelId())
                .find(messageId)
                .filter(row -> row.get(Messages.AUTHOR_ID) == webhookId)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }

    public static ObjectNode json(Place place, RowView message) {
        return Json.tree(view(place).message(message));
    }

    /** Sends what the body says, with the files of the call. */
    public RowView send(Place place, Call call, AnswerBody answer, Sender sender, Changes changes) {
        SendRules.checkPlace(place);
        return send(
                writer.begin(place, sender.author(), sender.id(), MessageType.DEFAULT),
                place,
                call,
                answer,
                sender,
                changes);
    }

    /** Sends what a post in a forum begins with, which has the post's id. */
    public RowView sendFirst(Place post, Call call, AnswerBody answer, Sender sender, Changes changes) {
        return send(
                writer.begin(post, post.channelId(), sender.author(), sender.id(), MessageType.DEFAULT),
                post,
                call,
                answer,
                sender,
                changes);
    }

    private RowView send(RowEdit message, Place place, Call call, AnswerBody answer, Sender sender, Changes changes) {
        MessageBody body = HookComponents.usable(answer.message(), sender, call);
        if (SendRules.saysNothing(call, body) && !answer.poll().hasValue()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
        SendRules.checkLegacy(body, answer.poll());
        List<Attachment> attachments = MessageFiles.brought(place, call, body, changes);
        message.set(Messages.WEBHOOK_ID, sender.id()).set(Messages.APPLICATION_ID, sender.application());
        content.fill(message, place, call, body, answer.tts().or(false), attachments);
        message.set(Messages.FLAGS, message.view().get(Messages.FLAGS, 0L) & ~MessageFlag.VOICE_MESSAGE);
        Polls.fill(message, answer.poll(), place, call, changes);
        Mentions.of(message.view(), body.allowedMentions(), place, Optional.empty())
                .writeTo(message);
        writer.send(place, message, Optional.empty(), null, changes);
        return message.view();
    }

    /** Changes what the call's body names. */
    public RowView edit(Place place, Call call, RowView before, Sender sender, Changes changes) {
        Polls.checkEditable(before);
        EditBody asked = EditBody.of(call.body());
        EditBody usable = asked.saying(HookComponents.usable(asked.message(), sender, call));
        RowEdit edit = edits.edited(before, Optional.empty(), place, call, usable, true, changes);
        changes.write(edit.mutation());
        Publication.changed(place, edit.view(), changes);
        MessageEvents.updated(place, view(place).bytes(edit.view()), changes);
        return edit.view();
    }

    public static void delete(Place place, RowView message, Changes changes) {
        Deletions.delete(place, message, changes);
        MessageEvents.about(
                DispatchEvent.MESSAGE_DELETE,
                place,
                Json.object().put("id", Snowflake.format(message.get(Messages.MESSAGE_ID))),
                changes);
    }

    private static MessageView view(Place place) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), 0);
    }
}
