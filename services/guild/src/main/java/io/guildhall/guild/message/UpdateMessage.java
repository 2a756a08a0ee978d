package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Edits a message: its author everything, others who may manage messages only whether its embeds show. */
@Singleton
public final class UpdateMessage implements ChannelOperation {
    private static final List<String> OF_AUTHOR =
            List.of("content", "embeds", "components", "attachments", "allowed_mentions");

    /** Flags that may be set and taken away later. */
    private static final long CHANGEABLE = MessageFlag.SUPPRESS_EMBEDS;

    private final Components components;

    UpdateMessage(Components components) {
        this.components = components;
    }

    @Override
    public Operation operation() {
        return MessageOperations.UPDATE_MESSAGE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        RowView before = store.get(call.id("message_id"));
        check(place, call, before);
        RowEdit edit = RowEdit.of(before);
        boolean own = before.get(Messages.AUTHOR_ID) == call.callerId();
        Optional<RowView> replied =
                MessageView.isReply(before) ? store.find(MessageView.repliedTo(before)) : Optional.empty();
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
        changes.write(edit.mutation());
        UserLookup profiles = UserLookup.here(place);
        Message message = new MessageView(store, profiles, place.links(), 0).message(edit.view(), replied);
        MessageEvents.updated(place, message, changes);
        return Reply.json(new MessageView(store, profiles, place.links(), call.callerId()).json(edit.view()));
    }

    private static void check(Place place, Call call, RowView message) {
        if (!MessageType.written(message.get(Messages.TYPE, 0L))) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE);
        }
        boolean more = !call.files().isEmpty() || OF_AUTHOR.stream().anyMatch(call::has);
        if (message.get(Messages.AUTHOR_ID) == call.callerId()) {
            if (more) {
                checkEditable(message);
            }
            SendRules.checkExtras(place, call);
            return;
        }
        if (more) {
            throw ApiException.of(ErrorCode.CANNOT_EDIT_MESSAGE_AUTHORED_BY_ANOTHER_USER);
        }
        place.require(call.callerId(), Permission.MANAGE_MESSAGES);
    }

    /** Of some messages nobody can change more than whether their embeds show. */
    private static void checkEditable(RowView message) {
        if (MessageFlag.in(message.get(Messages.FLAGS, 0L), MessageFlag.VOICE_MESSAGE)) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_CANNOT_BE_EDITED);
        }
        if (message.has(Messages.POLL)) {
            throw ApiException.of(ErrorCode.CANNOT_EDIT_A_POLL_MESSAGE);
        }
        if (SendRules.isForward(message)) {
            throw ApiException.of(ErrorCode.INVALID_MESSAGE_TYPE);
        }
    }

    private void editContent(RowEdit edit, RowView before, Place place, Call call, Changes changes) {
        JsonNode body = call.body();
        if (!call.files().isEmpty() || OF_AUTHOR.stream().anyMatch(call::has)) {
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
        if (!body.hasNonNull("flags")) {
            return;
        }
        long wanted = body.get("flags").asLong();
        long flags = before.get(Messages.FLAGS, 0L);
        long added = own ? wanted & MessageFlag.COMPONENTS_V2 : 0;
        edit.set(Messages.FLAGS, (flags & ~CHANGEABLE) | (wanted & CHANGEABLE) | added);
    }
}
