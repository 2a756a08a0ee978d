package io.guildhall.guild.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.guildhall.guild.call.Place;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.User;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * One message as JSON, serialised once: the sender's answer, the event and the event without content are the same parts, put
 * together differently, and so is the message that it replies to. Embeds and components are the bytes that are stored. The order of the fields
 * means nothing to clients.
 */
final class MessageBytes {
    private static final ObjectWriter HEAD = Json.MAPPER.writerWithView(Message.Head.class);
    private static final ObjectWriter MENTIONS = Json.MAPPER.writerWithView(Message.Mentions.class);
    private static final ObjectWriter CONTENT = Json.MAPPER.writerWithView(Message.Content.class);
    private static final byte[] EMPTY =
            "\"content\":\"\",\"embeds\":[],\"attachments\":[],\"components\":[]".getBytes(UTF_8);
    private static final byte[] EMBEDS = "\"embeds\":".getBytes(UTF_8);
    private static final byte[] COMPONENTS = "\"components\":".getBytes(UTF_8);
    private static final byte[] REPLIED = "\"referenced_message\":".getBytes(UTF_8);
    private static final byte[] REPLIED_IS_GONE = "\"referenced_message\":null".getBytes(UTF_8);
    private static final byte[] MENTIONED = "\"mentions\":".getBytes(UTF_8);

    private static final byte[] MEMBER = "\"member\":".getBytes(UTF_8);
    private static final byte[] NOTHING = {};

    private final Message message;
    private final boolean reply;
    private final Optional<MessageBytes> replied;
    private final byte[] head;
    private final byte[] mentions;
    private final byte[] content;
    private ByteString answer;
    private byte[] shown;
    private Place of;
    private byte[] member = NOTHING;

    private MessageBytes(Message message, boolean reply, Optional<MessageBytes> replied) {
        this.message = message;
        this.reply = reply;
        this.replied = replied;
        head = fields(HEAD, message);
        mentions = fields(MENTIONS, message);
        content = joined(
                fields(CONTENT, message),
                field(EMBEDS, message.embeds().bytes()),
                field(COMPONENTS, message.components().bytes()));
    }

    /** A message that replies to nothing. */
    static MessageBytes of(Message message) {
        return new MessageBytes(message, false, Optional.empty());
    }

    /** @param replied what it replies to; empty when that is gone */
    static MessageBytes replying(Message message, Optional<Message> replied) {
        return new MessageBytes(message, true, replied.map(MessageBytes::of));
    }

    Message message() {
        return message;
    }

    /** The message that it replies to, where there is one to be seen. */
    Optional<Message> repliedTo() {
        return replied.map(MessageBytes::message);
    }

    /** True when a session without MESSAGE_CONTENT gets less than others. */
    boolean hasContent() {
        return replied.isPresent() || message.hasContent();
    }

    /** As answers carry it. */
    ByteString answer() {
        if (answer == null) {
            answer = answer(true, true);
        }
        return answer;
    }

    /**
     * As it is answered to whom not everything is told.
     *
     * @param whole whether its content is
     * @param replyWhole whether that of the message that it replies to is
     */
    ByteString answer(boolean whole, boolean replyWhole) {
        return UnsafeByteOperations.unsafeWrap(object(head, mentions, content(whole), reply(replyWhole)));
    }

    /** As the event carries it: in a guild with the guild, and with the members that the author and the mentioned are there. */
    ByteString event(Place place) {
        return event(place, true, true);
    }

    /** The event for sessions without the MESSAGE_CONTENT intent. */
    ByteString eventWithoutContent(Place place) {
        return event(place, false, false);
    }

    /** The event for those of them whose message it is, though what it replies to is not. */
    ByteString eventWithoutReply(Place place) {
        return event(place, true, false);
    }

    /** The event for those of them to whom what it replies to belongs, though the message does not. */
    ByteString eventWithReplyAlone(Place place) {
        return event(place, false, true);
    }

    private ByteString event(Place place, boolean whole, boolean replyWhole) {
        return UnsafeByteOperations.unsafeWrap(
                object(head, mentionsIn(place), content(whole), reply(replyWhole), guild(place), member(place)));
    }

    /** As a message that replies to it shows it, and several events of that one do. */
    private byte[] shown(boolean whole) {
        if (!whole) {
            return object(head, mentions, EMPTY);
        }
        if (shown == null) {
            shown = object(head, mentions, content);
        }
        return shown;
    }

    private byte[] content(boolean whole) {
        return whole ? content : EMPTY;
    }

    private byte[] reply(boolean whole) {
        if (!reply) {
            return NOTHING;
        }
        return replied.map(shown -> field(REPLIED, shown.shown(whole))).orElse(REPLIED_IS_GONE);
    }

    private byte[] mentionsIn(Place place) {
        if (place.guildId().isEmpty() || message.mentions().isEmpty()) {
            return mentions;
        }
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(MENTIONED);
        char before = '[';
        for (User user : message.mentions()) {
            members.write(before);
            members.writeBytes(object(inside(bytes(user)), member(place, user.id())));
            before = ',';
        }
        members.write(']');
        return members.toByteArray();
    }

    private static byte[] guild(Place place) {
        return place.guildId().isEmpty()
                ? NOTHING
                : ("\"guild_id\":\"" + Snowflake.format(place.guildId().getAsLong()) + '"').getBytes(UTF_8);
    }

    /** As the author is in the guild, the same for all kinds of sessions: made once. */
    private byte[] member(Place place) {
        if (of != place) {
            of = place;
            member = place.guildId().isEmpty()
                    ? NOTHING
                    : member(place, message.author().id());
        }
        return member;
    }

    private static byte[] member(Place place, String user) {
        return place.findMember(Snowflake.parse(user))
                .map(found -> field(MEMBER, bytes(found.withoutUser())))
                .orElse(NOTHING);
    }

    /** @param name with its colon */
    private static byte[] field(byte[] name, byte[] json) {
        byte[] field = Arrays.copyOf(name, name.length + json.length);
        System.arraycopy(json, 0, field, name.length, json.length);
        return field;
    }

    private static byte[] bytes(Object value) {
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

    private static byte[] field(byte[] name, ByteString json) {
        byte[] field = Arrays.copyOf(name, name.length + json.size());
        json.copyTo(field, name.length);
        return field;
    }

    private static byte[] object(byte[]... parts) {
        return joined(1, parts);
    }

    /** Fields that are some already. */
    private static byte[] joined(byte[]... fields) {
        return joined(0, fields);
    }

    /** @param brace 1 with braces around, 0 without */
    private static byte[] joined(int brace, byte[]... parts) {
        int size = 2 * brace - 1;
        for (byte[] part : parts) {
            size += part.length == 0 ? 0 : part.length + 1;
        }
        byte[] joined = new byte[size];
        int end = brace;
        for (byte[] part : parts) {
            if (part.length > 0) {
                if (end > brace) {
                    joined[end++] = ',';
                }
                System.arraycopy(part, 0, joined, end, part.length);
                end += part.length;
            }
        }
        if (brace == 1) {
            joined[0] = '{';
            joined[end] = '}';
        }
        return joined;
    }
}
