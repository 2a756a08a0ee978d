package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.collection.Once;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.Applications;
import java.util.stream.Stream;

/**
 * What a bot without the privilege to read messages gets of other people's messages in guilds: the same in answers as in events.
 * Its own messages, those that mention it, and private ones it gets whole.
 */
public final class ContentRule {
    /** For people, and for what is shown to whoever wrote it. */
    static final ContentRule EVERYTHING = new ContentRule("", new Once<>(() -> false));

    /** GATEWAY_MESSAGE_CONTENT and its limited form. */
    private static final long PRIVILEGED = (1L << 18) | (1L << 19);

    private final String reader;
    private final Once<Boolean> withheld;

    private ContentRule(String reader, Once<Boolean> withheld) {
        this.reader = reader;
        this.withheld = withheld;
    }

    /** Reads the application's privileges when the first message is shown, which must be outside the mailbox. */
    static ContentRule of(Place place, Call call) {
        if (!call.byBot() || place.guildId().isEmpty()) {
            return EVERYTHING;
        }
        long bot = call.callerId();
        return new ContentRule(Snowflake.format(bot), new Once<>(() -> isWithheldFrom(bot, place.freeStorage())));
    }

    /** The same for an application's bot, whose privileges are read by the command that goes on. */
    static ContentRule ofApplication(Place place, long application) {
        return place.guildId().isEmpty()
                ? EVERYTHING
                : new ContentRule(
                        Snowflake.format(application), new Once<>(() -> isWithheldFrom(application, place.storage())));
    }

    /**
     * The answer to whoever wrote or changed a message.
     *
     * @param message as everybody else reads it
     * @param others whether it is somebody else's, or shows one that is: its own alone a bot is told whole, without a look at its privileges
     */
    static Reply answer(Place place, Call call, MessageBytes message, boolean others) {
        if (!others || !call.byBot() || place.guildId().isEmpty()) {
            return Reply.ready(message.answer());
        }
        ContentRule rule = of(place, call);
        return Reply.later(() -> Reply.ready(rule.shown(message)));
    }

    /** The same for one that is bytes already. */
    static Reply answer(Place place, Call call, ByteString message, boolean others) {
        if (!others || !call.byBot() || place.guildId().isEmpty()) {
            return Reply.ready(message);
        }
        ContentRule rule = of(place, call);
        return Reply.later(() -> Reply.json(rule.shown((ObjectNode) Json.parse(message))));
    }

    /** Whether a bot has not got the privilege. Reads, so it is for use outside the mailbox. */
    public static boolean isWithheldFrom(long bot, StorageFacade storage) {
        return storage.row(Applications.TABLE, bot)
                .map(application -> (application.get(Applications.FLAGS, 0L) & PRIVILEGED) == 0)
                .orElse(false);
    }

    /** The message as the reader gets it. */
    ObjectNode shown(ObjectNode message) {
        return withheld.get() && !isFor(message) ? emptied(withReply(message)) : withReply(message);
    }

    /** A message that the reader is shown whatever it says. What it replies to is another's all the same. */
    ObjectNode withReply(ObjectNode message) {
        if (message.path("referenced_message") instanceof ObjectNode replied && !isFor(replied) && withheld.get()) {
            message.set("referenced_message", emptied(replied));
        }
        return message;
    }

    private ByteString shown(MessageBytes message) {
        return message.answer(
                isShownWhole(message.message()),
                message.repliedTo().map(this::isShownWhole).orElse(true));
    }

    private boolean isShownWhole(Message message) {
        return concerned(message).anyMatch(user -> user.id().equals(reader)) || !withheld.get();
    }

    private boolean isFor(JsonNode message) {
        return concerned(message).anyMatch(user -> user.path("id").asText().equals(reader));
    }

    /** Who wrote a message and whom it mentions: they read it without the privilege. */
    static Stream<User> concerned(Message message) {
        return Stream.concat(Stream.of(message.author()), message.mentions().stream());
    }

    private static Stream<JsonNode> concerned(JsonNode message) {
        return Stream.concat(
                Stream.of(message.path("author")), message.path("mentions").valueStream());
    }

    /** A message without what people wrote. */
    static ObjectNode emptied(ObjectNode message) {
        ObjectNode empty = message.deepCopy();
        empty.put("content", "");
        empty.putArray("embeds");
        empty.putArray("attachments");
        empty.putArray("components");
        empty.remove("poll");
        empty.remove("message_snapshots");
        return empty;
    }
}
