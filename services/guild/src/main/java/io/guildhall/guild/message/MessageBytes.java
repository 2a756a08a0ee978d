package io.guildhall.guild.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.User;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * One message as JSON, serialised once: the sender's answer, the event and the event without content are the same parts, put
 * together differently. The order of the fields means nothing to clients.
 */
final class MessageBytes {
    private static final ObjectWriter HEAD = Json.MAPPER.writerWithView(Message.Head.class);
    private static final ObjectWriter MENTIONS = Json.MAPPER.writerWithView(Message.Mentions.class);
    private static final ObjectWriter CONTENT = Json.MAPPER.writerWithView(Message.Content.class);
    private static final ObjectWriter OWN_CONTENT = Json.MAPPER.writerWithView(Message.OwnContent.class);
    private static final byte[] EMPTY =
            "\"content\":\"\",\"embeds\":[],\"attachments\":[],\"components\":[]".getBytes(UTF_8);
    private static final byte[] REPLIED = "\"referenced_message\":".getBytes(UTF_8);
    private static final byte[] MENTIONED = "\"mentions\":".getBytes(UTF_8);

    private final Message message;
    private final byte[] head;
    private final byte[] mentions;
    private final byte[] content;

    MessageBytes(Message message) {
        this.message = message;
        head = fields(HEAD, message);
        mentions = fields(MENTIONS, message);
        content = fields(CONTENT, message);
    }

    /** As answers carry it. */
    ByteString answer() {
        return object(head, mentions, content);
    }

    /** As the event carries it: in a guild with the guild, and with the members that the author and the mentioned are there. */
    ByteString event(Place place) {
        return object(head, mentionsIn(place), content, scope(place));
    }

    /** The event for sessions without the MESSAGE_CONTENT intent. */
    ByteString eventWithoutContent(Place place) {
        return object(head, mentionsIn(place), EMPTY, emptiedReply(), scope(place));
    }

    /** The event for those of them whose message it is, though what it replies to is not. */
    ByteString eventWithoutReply(Place place) {
        return object(head, mentionsIn(place), fields(OWN_CONTENT, message), emptiedReply(), scope(place));
    }

    /** The event for those of them to whom what it replies to belongs, though the message does not. */
    ByteString eventWithReplyAlone(Place place) {
        return object(head, mentionsIn(place), EMPTY, field(REPLIED, message.referencedMessage()), scope(place));
    }

    private byte[] mentionsIn(Place place) {
        if (place.guildId().isEmpty() || message.mentions().isEmpty()) {
            return mentions;
        }
        ArrayNode members = Json.array();
        for (User user : message.mentions()) {
            ObjectNode mentioned = Json.tree(user);
            place.findMember(Snowflake.parse(user.id()))
                    .ifPresent(member -> mentioned.set("member", Json.tree(member.withoutUser())));
            members.add(mentioned);
        }
        return field(MENTIONED, members);
    }

    private byte[] scope(Place place) {
        if (place.guildId().isEmpty()) {
            return new byte[0];
        }
        ObjectNode scope =
                Json.object().put("guild_id", Snowflake.format(place.guildId().getAsLong()));
        place.findMember(Snowflake.parse(message.author().id()))
                .ifPresent(member -> scope.set("member", Json.tree(member.withoutUser())));
        return inside(bytes(scope));
    }

    private byte[] emptiedReply() {
        if (message.referencedMessage() == null) {
            return new byte[0];
        }
        JsonNode replied = message.repliedTo()
                .<JsonNode>map(whole -> ContentRule.emptied((ObjectNode) whole))
                .orElse(NullNode.getInstance());
        return field(REPLIED, replied);
    }

    /** @param name with its colon */
    private static byte[] field(byte[] name, JsonNode value) {
        byte[] json = bytes(value);
        byte[] field = Arrays.copyOf(name, name.length + json.length);
        System.arraycopy(json, 0, field, name.length, json.length);
        return field;
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] fields(ObjectWriter view, Message message) {
        try {
            return inside(view.writeValueAsBytes(message));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An object's fields without its braces. */
    private static byte[] inside(byte[] object) {
        return Arrays.copyOfRange(object, 1, object.length - 1);
    }

    private static ByteString object(byte[]... parts) {
        int size = 2 + parts.length;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteString.Output output = ByteString.newOutput(size);
        char before = '{';
        for (byte[] part : parts) {
            if (part.length > 0) {
                output.write(before);
                output.write(part, 0, part.length);
                before = ',';
            }
        }
        output.write('}');
        return output.toByteString();
    }
}
