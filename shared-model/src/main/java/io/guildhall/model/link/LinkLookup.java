package io.guildhall.model.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Internal;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A message whose links may be shown with what they lead to. The channel's owner asks api to look them up, which calls it back with embeds;
 * the owner shows them if the message has the same links by then.
 *
 * @param urls as they stand in the text, in order
 */
public record LinkLookup(long channelId, long messageId, List<String> urls) {
    public static final String ERRAND = "lookUpLinks";
    public static final String STEP = "showLinks";

    public static LinkLookup of(JsonNode body) {
        return new LinkLookup(
                Snowflake.parse(body.path("channel_id").asText("0")),
                Snowflake.parse(body.path("message_id").asText("0")),
                StreamSupport.stream(body.path("urls").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    public static LinkLookup of(Errand errand) {
        return of(Json.parse(errand.getBody()));
    }

    public Errand errand() {
        return Errand.newBuilder().setName(ERRAND).setBody(Json.bytes(json())).build();
    }

    /** What the owner is told of them, but for the actor. */
    public Command.Builder found(List<? extends JsonNode> embeds) {
        ObjectNode body = json();
        body.putArray("embeds").addAll(embeds);
        return Command.newBuilder()
                .setInternal(Internal.newBuilder().setStep(STEP).setBody(Json.bytes(body)));
    }

    private ObjectNode json() {
        ObjectNode body = Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("message_id", Snowflake.format(messageId));
        ArrayNode listed = body.putArray("urls");
        urls.forEach(listed::add);
        return body;
    }
}
