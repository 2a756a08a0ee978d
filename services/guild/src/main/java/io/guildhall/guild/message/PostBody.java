package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says about the message that begins a post in a forum. */
public record PostBody(
        MessageBody message, Given<List<Long>> stickerIds, Given<PollBody> poll, Given<JsonNode> sharedClientTheme) {
    public static PostBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PostBody(
                MessageBody.of(body),
                fields.snowflakes("sticker_ids"),
                fields.object("poll", PollBody::of),
                fields.tree("shared_client_theme"));
    }

    /** What counts of it from this caller; see {@link MessageBody#by}. */
    public PostBody by(Call call) {
        return new PostBody(message.by(call), stickerIds, poll, sharedClientTheme);
    }

    /** As any new message says it, without what posts can't. */
    NewMessage asNew() {
        return new NewMessage(
                message,
                Given.absent("nonce"),
                Given.absent("enforce_nonce"),
                Given.absent("tts"),
                Given.absent("message_reference"),
                stickerIds,
                poll,
                sharedClientTheme);
    }
}
