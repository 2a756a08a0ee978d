package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.payload.ChannelType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A channel or thread of the export, and what its messages say of it. */
final class Channel {
    private static final int MOST_OF_NAME = 100;
    private static final int MOST_OF_TOPIC = 1024;
    private static final Map<String, ChannelType> TYPES = Map.of(
            "GuildTextChat", ChannelType.GUILD_TEXT,
            "GuildVoiceChat", ChannelType.GUILD_VOICE,
            "GuildCategory", ChannelType.GUILD_CATEGORY,
            "GuildNews", ChannelType.GUILD_ANNOUNCEMENT,
            "GuildNewsThread", ChannelType.ANNOUNCEMENT_THREAD,
            "GuildPublicThread", ChannelType.PUBLIC_THREAD,
            "GuildPrivateThread", ChannelType.PRIVATE_THREAD,
            "GuildStageVoice", ChannelType.GUILD_STAGE_VOICE,
            "GuildForum", ChannelType.GUILD_FORUM);

    private final long id;
    private final ChannelType type;
    private final String name;
    private final String topic;
    private final Optional<Parent> parent;
    /** The first message of each bucket. */
    private final Map<Long, Long> buckets = new TreeMap<>();

    private long last;
    private long firstAuthor;
    private long first = Long.MAX_VALUE;
    private long messages;
    private long lastPin;

    /** @param name what the export calls the category, or the channel of a thread */
    record Parent(long id, String name) {}

    private Channel(long id, ChannelType type, String name, String topic, Optional<Parent> parent) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.topic = topic;
        this.parent = parent;
    }

    /** @throws ExportException for one that is in no guild, or of a kind that is not known */
    static Channel of(JsonNode channel, Ids ids, String file) throws ExportException {
        long id = ids.require(channel.path("id"), "the channel of " + file);
        String said = channel.path("type").asText();
        ChannelType type = TYPES.get(said);
        if (type == null || type == ChannelType.GUILD_CATEGORY) {
            throw new ExportException(file + " is of a channel that is of no guild: " + said);
        }
        Optional<Parent> parent =
                ids.find(channel.path("categoryId")).map(of -> new Parent(of, named(channel.path("category"))));
        String topic = channel.path("topic").asText("");
        return new Channel(
                id,
                type,
                named(channel.path("name")),
                topic.substring(0, Math.min(MOST_OF_TOPIC, topic.length())),
                parent);
    }

    /** One that no file is about: a category, or the forum of posts. */
    static Channel holding(Parent parent, ChannelType type) {
        return new Channel(parent.id(), type, parent.name(), "", Optional.empty());
    }

    private static String named(JsonNode text) {
        String name = NameRule.clean(text.asText(""));
        return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(MOST_OF_NAME, name.length()));
    }

    /** What export tools call a kind of channel. */
    static String typeName(ChannelType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("GuildTextChat");
    }

    /** One of its messages was seen. */
    void saw(long message, long bucket, long author, boolean pinned, long time) {
        buckets.merge(bucket, message, Math::min);
        if (message < first) {
            first = message;
            firstAuthor = author;
        }
        last = Math.max(last, message);
        messages++;
        lastPin = pinned ? Math.max(lastPin, time) : lastPin;
    }

    long id() {
        return id;
    }

    ChannelType type() {
        return type;
    }

    String name() {
        return name;
    }

    String topic() {
        return topic;
    }

    Optional<Parent> parent() {
        return parent;
    }

    Map<Long, Long> buckets() {
        return buckets;
    }

    /** Who wrote the first message; 0 for nobody. */
    long firstAuthor() {
        return firstAuthor;
    }

    /** The last message; null when there is none. */
    Long last() {
        return last == 0 ? null : last;
    }

    long messages() {
        return messages;
    }

    /** When it was last pinned in, as far as that can be told, in ms since 1970; null for never. */
    Long lastPin() {
        return lastPin == 0 ? null : lastPin;
    }
}
