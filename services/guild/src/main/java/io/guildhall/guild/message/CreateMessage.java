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
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Sends a message. */
@Singleton
public final class CreateMessage implements ChannelOperation {
    private final MessageWriter writer;
    private final NewContent content;
    private final Screening screening;

    CreateMessage(MessageWriter writer, Components components, Screening screening) {
        this.writer = writer;
        this.content = new NewContent(components);
        this.screening = screening;
    }

    @Override
    public Operation operation() {
        return MessageOperations.CREATE_MESSAGE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.referredTo(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        SendRules.checkPlace(place);
        NewMessage asked = NewMessage.of(call.body()).by(call);
        MessageBody body = asked.message();
        SendRules.checkNew(place, call, asked);
        JsonNode nonce = asked.nonce().orNull();
        long authorId = call.callerId();
        if (asked.once()) {
            Optional<RowView> before = Nonces.find(place, authorId, nonce);
            if (before.isPresent()) {
                JsonNode sent = view(place, authorId).json(before.get()).set("nonce", nonce);
                return ContentRule.answer(place, call, Json.bytes(sent), MessageView.isReply(before.get()));
            }
        }
        User author = place.findUser(authorId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        Optional<RowView> replied =
                asked.forwards() ? Optional.empty() : ReplyTarget.find(place, authorId, asked.messageReference());
        Screening.Verdict verdict = screening.screen(place, call, Screening.Kind.MESSAGE, asked.texts(call));
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        List<Attachment> attachments = MessageFiles.brought(place, call, body, changes);
        Slowmode.pass(place, authorId, call.byBot());
        RowEdit message = writer.begin(place, author, authorId, MessageType.DEFAULT);
        content.fill(message, place, call, body, asked.tts().or(false), attachments);
        Expression.fill(message, place, call, asked);
        Polls.fill(message, asked.poll(), place, call, changes);
        if (!call.byBot() && call.caller().getApplicationId() != 0) {
            message.set(Messages.APPLICATION_ID, call.caller().getApplicationId());
        }
        replied.ifPresent(target -> message.set(Messages.TYPE, MessageType.REPLY)
                .set(Messages.REFERENCE, Json.bytes(ReplyTarget.reference(place, target))));
        if (asked.forwards()) {
            Forwards.fill(message, call);
        }
        Mentions.of(message.view(), body.allowedMentions(), place, replied).writeTo(message);
        MessageBytes sent = writer.send(place, message, replied, nonce, changes);
        verdict.accept(message.view().get(Messages.MESSAGE_ID), changes);
        if (asked.once()) {
            Nonces.remember(place, authorId, nonce, message.view().get(Messages.MESSAGE_ID), changes);
        }
        return ContentRule.answer(place, call, sent, replied.isPresent());
    }

    private static MessageView view(Place place, long reader) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), reader);
    }
}
