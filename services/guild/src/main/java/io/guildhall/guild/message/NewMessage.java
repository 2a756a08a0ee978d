package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;
import java.util.List;

/** What a request says about a message that it sends. */
public record NewMessage(
        MessageBody message,
        Given<JsonNode> nonce,
        Given<Boolean> enforceNonce,
        Given<Boolean> tts,
        Given<ReferenceBody> messageReference,
        Given<List<Long>> stickerIds,
        Given<PollBody> poll,
        Given<JsonNode> sharedClientTheme) {
    public static NewMessage of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewMessage(
                MessageBody.of(body),
                fields.tree("nonce"),
                fields.flag("enforce_nonce"),
                fields.flag("tts"),
                fields.object("message_reference", ReferenceBody::of),
                fields.snowflakes("sticker_ids"),
                fields.object("poll", PollBody::of),
                fields.tree("shared_client_theme"));
    }

    /** What counts of it from this caller; see {@link MessageBody#by}. */
    NewMessage by(Call call) {
        return new NewMessage(
                message.by(call), nonce, enforceNonce, tts, messageReference, stickerIds, poll, sharedClientTheme);
    }

    /** True when a message that was sent before with the nonce is this one. */
    boolean once() {
        return enforceNonce.or(false) && nonce.hasValue();
    }

    boolean sendsStickers() {
        return !stickerIds.or(List.of()).isEmpty();
    }

    /** True for what can stand in no answer to an interaction. */
    boolean bringsMore() {
        return sendsStickers() || poll.hasValue() || sharedClientTheme.hasValue();
    }

    /** What others would read. */
    String texts(Call call) {
        return ShownTexts.of(message, poll, forwards() ? Forwards.snapshots(call) : Json.array());
    }

    boolean forwards() {
        return messageReference.value().filter(ReferenceBody::forward).isPresent();
    }
}
