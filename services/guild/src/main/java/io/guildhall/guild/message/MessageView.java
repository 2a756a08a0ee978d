package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.JsonList;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.MessageReference;
import io.guildhall.model.payload.Reaction;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns rows into the messages that clients get. */
public final class MessageView {
    private static final Optional<RowView> GONE = Optional.empty();

    private final MessageStore store;
    private final UserLookup profiles;
    private final AttachmentLinks links;
    private final OwnReactions own;
    private final OwnVotes votes;
    private final ContentRule content;
    private final ThreadLookup threads;

    /** @param reader whose own reactions and votes are marked; 0 marks none */
    MessageView(MessageStore store, UserLookup profiles, AttachmentLinks links, long reader) {
        this(store, profiles, links, reader, ContentRule.EVERYTHING);
    }

    private MessageView(
            MessageStore store, UserLookup profiles, AttachmentLinks links, long reader, ContentRule content) {
        this.store = store;
        this.profiles = profiles;
        this.links = links;
        this.content = content;
        this.own = new OwnReactions(store, reader);
        this.votes = new OwnVotes(store, reader);
        this.threads = new ThreadLookup(store.storage());
    }

    /** This thread is shown with its message though it is not written yet. */
    MessageView knowing(GuildThread thread) {
        threads.know(thread);
        return this;
    }

    /** Stored messages as this caller gets them. Reads, so it is for use outside the mailbox. */
    public static MessageView forCaller(Place place, MessageStore store, Call call) {
        return forCaller(place, call).apply(store);
    }

    /** The same for messages of several channels or threads, all under the rules of the place. */
    static Function<MessageStore, MessageView> forCaller(Place place, Call call) {
        ContentRule content = ContentRule.of(place, call);
        AttachmentLinks links = place.links();
        long reader = call.callerId();
        return store -> new MessageView(store, UserLookup.stored(store.storage()), links, reader, content);
    }

    /** Stored messages of one channel as this user gets them, whole; 0 for nobody. As {@link #forCaller} outside the mailbox. */
    public static MessageView forUser(MessageStore store, AttachmentLinks links, long reader) {
        return new MessageView(store, UserLookup.stored(store.storage()), links, reader);
    }

    /** What happens in a place, as nobody's in particular. */
    public static MessageView here(Place place) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), 0);
    }

    /** The message, with the message that it replies to looked up. */
    public ObjectNode json(RowView row) {
        return json(row, isReply(row) ? repliedMessage(row) : GONE);
    }

    /** The message, with the message that it replies to looked up, ready to be serialised. */
    Message message(RowView row) {
        return message(row, isReply(row) ? repliedMessage(row) : GONE);
    }

    /** The message, with the message that it replies to given. */
    Message message(RowView row, Optional<RowView> replied) {
        return build(row, isReply(row) ? referenced(replied) : null);
    }

    /** The message as answers and events are made of it, with the message that it replies to looked up. */
    MessageBytes bytes(RowView row) {
        return bytes(row, isReply(row) ? repliedMessage(row) : GONE, null);
    }

    /** The same, with the message that it replies to given. */
    MessageBytes bytes(RowView row, Optional<RowView> replied) {
        return bytes(row, replied, null);
    }

    /** @param nonce as the sender gave it; may be null */
    MessageBytes bytes(RowView row, Optional<RowView> replied, JsonNode nonce) {
        Message message = build(row, null).withNonce(nonce);
        return isReply(row)
                ? MessageBytes.replying(message, replied.map(shown -> build(shown, null)))
                : MessageBytes.of(message);
    }

    private ObjectNode json(RowView row, Optional<RowView> replied) {
        return content.shown(Json.tree(message(row, replied)));
    }

    public List<ObjectNode> jsonOfAll(List<RowView> page) {
        return messages(page).stream()
                .map(message -> content.shown(Json.tree(message)))
                .toList();
    }

    /** The messages of a page, which has not many, with what they need looked up at once. */
    public List<Message> messages(List<RowView> page) {
        Map<Long, Optional<RowView>> known = known(page);
        profiles.prefetch(known.values().stream().flatMap(Optional::stream).toList());
        own.prefetch(page);
        votes.prefetch(page);
        threads.prefetch(page);
        return page.stream()
                .map(row -> message(row, isReply(row) ? repliedTo(row, known) : GONE))
                .toList();
    }

    /** The messages of the page and those that some of them reply to. */
    private Map<Long, Optional<RowView>> known(List<RowView> page) {
        Map<Long, Optional<RowView>> known = new ConcurrentHashMap<>();
        page.forEach(row -> known.put(row.get(Messages.MESSAGE_ID), Optional.of(row)));
        Prefetch.all(page.stream()
                .filter(MessageView::isReply)
                .filter(row -> !known.containsKey(repliedTo(row)))
                .collect(Collectors.toMap(MessageView::repliedTo, Function.identity(), (one, other) -> one))
                .values()
                .stream()
                .map(row -> () -> known.put(repliedTo(row), repliedMessage(row))));
        return known;
    }

    private Optional<RowView> repliedTo(RowView row, Map<Long, Optional<RowView>> known) {
        long id = repliedTo(row);
        return known.containsKey(id) ? known.get(id) : repliedMessage(row);
    }

    /** What is replied to is shown without what it replied to itself. */
    private JsonNode referenced(Optional<RowView> replied) {
        return replied.<JsonNode>map(row -> Json.tree(build(row, null))).orElse(NullNode.getInstance());
    }

    private Message build(RowView row, JsonNode referenced) {
        JsonNode thread = threads.find(row).orElse(null);
        JsonNode reference =
                row.has(Messages.REFERENCE) ? Json.parse(links.renewed(row.get(Messages.REFERENCE))) : null;
        JsonNode interaction = parsed(row.get(Messages.INTERACTION));
        return new Message(
                Snowflake.format(row.get(Messages.MESSAGE_ID)),
                Snowflake.format(row.get(Messages.CHANNEL_ID)),
                row.get(Messages.TYPE, 0L).intValue(),
                profiles.author(row),
                row.get(Messages.CONTENT, ""),
                Json.timestamp(Snowflake.timestamp(row.get(Messages.MESSAGE_ID))),
                Json.timestampOrNull(row.get(Messages.EDITED_AT)),
                row.get(Messages.TTS, false),
                row.get(Messages.MENTION_EVERYONE, false),
                profiles.findAll(row.get(Messages.MENTIONS, List.of())),
                row.get(Messages.MENTION_ROLES, List.of()).stream()
                        .map(Snowflake::format)
                        .toList(),
                attachments(row),
                shownEmbeds(row),
                passed(row, Messages.COMPONENTS),
                row.get(Messages.PINNED, false),
                flags(row, thread),
                reactions(row),
                null,
                row.find(Messages.WEBHOOK_ID).map(Snowflake::format).orElse(null),
                row.find(Messages.APPLICATION_ID).map(Snowflake::format).orElse(null),
                reference == null ? null : Json.read(reference, MessageReference.class),
                referenced,
                reference == null ? null : reference.get("message_snapshots"),
                interaction,
                InteractionNames.of(interaction),
                parsed(row.get(Messages.STICKER_ITEMS)),
                poll(row),
                parsed(row.get(Messages.SHARED_CLIENT_THEME)),
                thread,
                parsed(row.get(Messages.MODERATION_METADATA)),
                null,
                null);
    }

    private JsonNode poll(RowView row) {
        return StoredPoll.of(row).map(poll -> poll.shown(votes.in(row, poll))).orElse(null);
    }

    /** A thread that is gone is not spoken of. */
    private static int flags(RowView row, JsonNode thread) {
        long flags = row.get(Messages.FLAGS, 0L);
        return (int) (thread == null ? flags & ~MessageFlag.HAS_THREAD : flags);
    }

    private List<Attachment> attachments(RowView row) {
        return MessageFiles.shown(row).stream()
                .map(attachment -> attachment.at(links.signed(attachment.url())))
                .toList();
    }

    private JsonList shownEmbeds(RowView row) {
        return MessageFlag.in(row.get(Messages.FLAGS, 0L), MessageFlag.SUPPRESS_EMBEDS)
                ? JsonList.EMPTY
                : passed(row, Messages.EMBEDS);
    }

    private JsonList passed(RowView row, Column<ByteString> column) {
        return row.has(column) ? JsonList.of(links.renewed(row.get(column))) : JsonList.EMPTY;
    }

    /** Null, and so absent, when there are none. */
    private List<Reaction> reactions(RowView row) {
        List<StoredReaction> stored = StoredReaction.of(row);
        if (stored.isEmpty()) {
            return null;
        }
        long messageId = row.get(Messages.MESSAGE_ID);
        return stored.stream()
                .map(reaction ->
                        Reaction.normal(reaction.emoji(), reaction.count(), own.has(messageId, reaction.emoji())))
                .toList();
    }

    /** True for what shows another message: a reply, and the first message of a thread, which points out of it. */
    static boolean isReply(RowView row) {
        long type = row.get(Messages.TYPE, 0L);
        return (type == MessageType.REPLY || type == MessageType.THREAD_STARTER) && row.has(Messages.REFERENCE);
    }

    /** False for what marks the reader's own reactions and votes. */
    static boolean isSameForAll(RowView row) {
        return !row.has(Messages.REACTIONS) && !row.has(Messages.POLL);
    }

    private Optional<RowView> repliedMessage(RowView row) {
        long channel = row.get(Messages.TYPE, 0L) == MessageType.THREAD_STARTER
                ? Snowflake.parse(Json.parse(row.get(Messages.REFERENCE))
                        .path("channel_id")
                        .asText("0"))
                : store.channelId();
        return new MessageStore(store.storage(), channel).find(repliedTo(row));
    }

    static long repliedTo(RowView row) {
        return Snowflake.parse(
                Json.parse(row.get(Messages.REFERENCE)).path("message_id").asText("0"));
    }

    private static JsonNode parsed(ByteString json) {
        return json == null ? null : Json.parse(json);
    }
}
