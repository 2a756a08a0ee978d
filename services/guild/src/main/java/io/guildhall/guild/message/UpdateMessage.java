package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
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
    private final ContentEdit edits;
    private final Screening screening;

    UpdateMessage(Components components, Screening screening) {
        this.edits = new ContentEdit(components);
        this.screening = screening;
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
        MessageBody body = MessageBody.of(call.body()).by(call);
        check(place, call, body, before);
        boolean own = before.get(Messages.AUTHOR_ID) == call.callerId();
        String texts = own ? ShownTexts.of(body) : "";
        Screening.Verdict verdict =
                texts.isEmpty() ? Screening.Verdict.NONE : screening.screen(place, call, Screening.Kind.MESSAGE, texts);
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        Optional<RowView> replied =
                MessageView.isReply(before) ? store.find(MessageView.repliedTo(before)) : Optional.empty();
        RowEdit edit = edits.edited(before, replied, place, call, EditBody.plain(body), own, changes);
        changes.write(edit.mutation());
        Publication.changed(place, edit.view(), changes);
        if (own) {
            place.edited(edit.view(), changes);
        }
        UserLookup profiles = UserLookup.here(place);
        MessageBytes bytes = new MessageView(store, profiles, place.links(), 0).bytes(edit.view(), replied);
        MessageEvents.updated(place, bytes, changes);
        verdict.accept(before.get(Messages.MESSAGE_ID), changes);
        boolean others = !own || replied.isPresent();
        if (MessageView.isSameForAll(edit.view())) {
            return ContentRule.answer(place, call, bytes, others);
        }
        JsonNode changed = new MessageView(store, profiles, place.links(), call.callerId()).json(edit.view());
        return ContentRule.answer(place, call, Json.bytes(changed), others);
    }

    private static void check(Place place, Call call, MessageBody body, RowView message) {
        if (!MessageType.written(message.get(Messages.TYPE, 0L))) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE);
        }
        boolean more = ContentEdit.touchesContent(call, body);
        if (message.get(Messages.AUTHOR_ID) == call.callerId()) {
            if (more) {
                // Whoever may only look says nothing new in what was said before either.
                if (place.isSilenced(call.callerId())) {
                    throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
                }
                checkEditable(message);
            }
            SendRules.checkExtras(place, call.callerId(), call, body);
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
        Polls.checkEditable(message);
        if (SendRules.isForward(message)) {
            throw ApiException.of(ErrorCode.INVALID_MESSAGE_TYPE);
        }
    }
}
