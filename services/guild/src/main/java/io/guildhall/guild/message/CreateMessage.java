package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
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
import java.util.List;
import java.util.Optional;

/** Sends a message. */
@Singleton
public final class CreateMessage implements ChannelOperation {
    private final MessageWriter writer;
    private final Components components;

    CreateMessage(MessageWriter writer, Components components) {
        this.writer = writer;
        this.components = components;
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
        Optional<RowView> target = ReplyTarget.find(place, authorId, body.path("message_reference"));
        List<Attachment> attachments = MessageFiles.brought(place, call, changes);
        Slowmode.pass(place, authorId, call.byBot());

        RowEdit message = writer.begin(place, author, authorId, MessageType.DEFAULT);
        fill(message, place, call, attachments);
        target.ifPresent(row -> refer(message, place, body, row));
        ByteString sent = writer.send(place, message, target, body.get("nonce"), changes);
        if (Nonces.enforced(body)) {
            Nonces.remember(place, authorId, body.get("nonce"), message.view().get(Messages.MESSAGE_ID), changes);
        }
        return Reply.ready(sent);
    }

    private void fill(RowEdit message, Place place, Call call, List<Attachment> attachments) {
        JsonNode body = call.body();
        String content = body.path("content").asText("");
        message.set(Messages.CONTENT, content)
                .set(Messages.TTS, body.path("tts").asBoolean(false))
                .set(Messages.FLAGS, body.path("flags").asLong() & MessageFlag.OF_SENDER);
        if (!attachments.isEmpty()) {
            message.set(Messages.ATTACHMENTS, Json.write(attachments));
        }
        if (!body.path("embeds").isEmpty()) {
            message.set(Messages.EMBEDS, Json.write(Embeds.clean(body.get("embeds"), attachments)));
        }
        if (!body.path("components").isEmpty()) {
            message.set(Messages.COMPONENTS, Json.write(components.clean(body.get("components"), attachments)));
        }
        Mentions mentions = Mentions.in(
                Mentions.readable(content, body.path("components")),
                MentionPolicy.of(body),
                place,
                call.callerId(),
                UserLookup.here(place));
        setMentions(message, mentions);
    }

    static void setMentions(RowEdit message, Mentions mentions) {
        message.set(Messages.MENTION_EVERYONE, mentions.everyone())
                .set(Messages.MENTIONS, mentions.users())
                .set(Messages.MENTION_ROLES, mentions.roles());
    }

    private static void refer(RowEdit message, Place place, JsonNode body, RowView target) {
        boolean forward = ReplyTarget.isForward(body.get("message_reference"));
        ObjectNode reference = Json.object()
                .put("type", forward ? 1 : 0)
                .put("channel_id", Snowflake.format(place.channelId()))
                .put("message_id", Snowflake.format(target.get(Messages.MESSAGE_ID)));
        place.guildId().ifPresent(guild -> reference.put("guild_id", Snowflake.format(guild)));
        if (forward) {
            reference.set("message_snapshots", Forwards.snapshots(view(place, 0).json(target)));
        } else {
            message.set(Messages.TYPE, MessageType.REPLY);
            mentionRepliedTo(message, place, body, target);
        }
        message.set(Messages.REFERENCE, Json.write(reference));
    }

    private static void mentionRepliedTo(RowEdit message, Place place, JsonNode body, RowView target) {
        RowView row = message.view();
        Mentions mentions = new Mentions(
                row.get(Messages.MENTION_EVERYONE),
                row.get(Messages.MENTIONS, List.of()),
                row.get(Messages.MENTION_ROLES, List.of()));
        long repliedTo = target.get(Messages.AUTHOR_ID);
        if (MentionPolicy.of(body).repliedUser() && place.findUser(repliedTo).isPresent()) {
            setMentions(message, mentions.with(repliedTo));
        }
    }

    private static MessageView view(Place place, long reader) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), reader);
    }
}
