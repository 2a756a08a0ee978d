package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.sticker.StickerUse;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends a message. */
@Singleton
public final class CreateMessage implements ChannelOperation {
    private final MessageWriter writer;
    private final NewContent content;

    CreateMessage(MessageWriter writer, Components components) {
        this.writer = writer;
        this.content = new NewContent(components);
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
        SendRules.checkNew(place, call);
        JsonNode body = call.body();
        long authorId = call.callerId();
        if (Nonces.enforced(body)) {
            Optional<RowView> before = Nonces.find(place, authorId, body.get("nonce"));
            if (before.isPresent()) {
                return Reply.json(view(place, authorId).json(before.get()).set("nonce", body.get("nonce")));
            }
        }
        User author = place.findUser(authorId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        JsonNode reference = body.path("message_reference");
        boolean forward = ReplyTarget.isForward(reference);
        Optional<RowView> replied = forward ? Optional.empty() : ReplyTarget.find(place, authorId, reference);
        List<Attachment> attachments = MessageFiles.brought(place, call, changes);
        Slowmode.pass(place, authorId, call.byBot());
        RowEdit message = writer.begin(place, author, authorId, MessageType.DEFAULT);
        content.fill(message, body, attachments);
        express(message, place, call);
        replied.ifPresent(target -> message.set(Messages.TYPE, MessageType.REPLY)
                .set(Messages.REFERENCE, Json.write(ReplyTarget.reference(place, target))));
        if (forward) {
            Forwards.fill(message, call);
        }
        Mentions.of(message.view(), body, place, replied).writeTo(message);
        ByteString sent = writer.send(place, message, replied, body.get("nonce"), changes);
        if (Nonces.enforced(body)) {
            Nonces.remember(place, authorId, body.get("nonce"), message.view().get(Messages.MESSAGE_ID), changes);
        }
        return Reply.ready(sent);
    }

    /** What is the sender's only under conditions: custom emojis in the text, and stickers. */
    private static void express(RowEdit message, Place place, Call call) {
        JsonNode body = call.body();
        message.set(
                Messages.CONTENT,
                WrittenEmojis.usable(
                        new EmojiUse(place, call), body.path("content").asText("")));
        if (!body.path("sticker_ids").isEmpty()) {
            List<Long> stickers = new ArrayList<>();
            body.get("sticker_ids").forEach(id -> stickers.add(Snowflake.parse(id.asText())));
            message.set(Messages.STICKER_ITEMS, Json.write(new StickerUse(place, call.callerId()).items(stickers)));
        }
    }

    private static MessageView view(Place place, long reader) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), reader);
    }
}
