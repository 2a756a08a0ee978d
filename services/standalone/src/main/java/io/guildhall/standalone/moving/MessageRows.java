package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.message.EmojiKey;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.table.catalogue.Reactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one message: the same ones whenever it is read. */
record MessageRows(Survey survey, People people, AttachedFiles files, Ids ids) {
    private static final int MOST_OF_CONTENT = 4_000;
    private static final int MOST_REACTIONS = 20;
    private static final int MOST_OF_EMOJI = 100;
    private static final int MOST_COUNTED = 1_000_000;
    private static final long HAS_THREAD = 1 << 5;

    /** Empty for a message that has no id or no author. */
    List<Mutation> of(Channel channel, ExportedMessage message) throws IOException {
        if (message.id().isEmpty() || message.authorId().isEmpty()) {
            return List.of();
        }
        long id = message.id().get();
        List<Mutation> rows = new ArrayList<>();
        List<StoredReaction> reactions = reactions(channel, id, message.reactions(), rows);
        rows.add(row(channel, id, message, reactions));
        if (message.pinned()) {
            long time = Snowflake.timestamp(id);
            rows.add(Write.to(Pins.TABLE, channel.id(), time, id)
                    .set(Pins.PINNED_BY, people.here(message.authorId().get()))
                    .build());
        }
        return rows;
    }

    private Mutation row(Channel channel, long id, ExportedMessage message, List<StoredReaction> reactions)
            throws IOException {
        long author = people.here(message.authorId().orElseThrow());
        List<Attachment> attachments = files.bring(channel.id(), message.attachments());
        ArrayNode embeds = ExportedEmbeds.stored(message.embeds());
        List<Long> mentions = new ArrayList<>();
        message.mentions()
                .forEach(one -> ids.find(one.path("id")).map(people::here).ifPresent(mentions::add));
        Write row = Write.to(Messages.TABLE, channel.id(), MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, author)
                .set(Messages.AUTHOR, Json.bytes(author(author, message.author())))
                .set(Messages.TYPE, message.type())
                .set(Messages.CONTENT, content(message.content()))
                .set(Messages.GUILD_ID, survey.guildId())
                .set(Messages.EDITED_AT, message.editedAt().orElse(null));
        if (!mentions.isEmpty()) {
            row.set(Messages.MENTIONS, mentions.stream().distinct().limit(100).toList());
        }
        if (!attachments.isEmpty()) {
            row.set(Messages.ATTACHMENTS, Json.bytes(attachments));
        }
        if (!embeds.isEmpty()) {
            row.set(Messages.EMBEDS, Json.bytes(embeds));
        }
        if (!reactions.isEmpty()) {
            row.set(Messages.REACTIONS, Json.bytes(reactions));
        }
        if (message.pinned()) {
            row.set(Messages.PINNED, true);
        }
        message.referenced().ifPresent(of -> row.set(Messages.REFERENCE, Json.bytes(reference(channel, of, message))));
        if (survey.channels().containsKey(id)
                && survey.channels().get(id).type().thread()) {
            row.set(Messages.THREAD_ID, id).set(Messages.FLAGS, HAS_THREAD);
        }
        if (message.type() != MessageType.DEFAULT && Person.isWebhook(message.author())) {
            row.set(Messages.TYPE, MessageType.DEFAULT);
        }
        return row.build();
    }

    private User author(long id, JsonNode exported) {
        return people.find(id)
                .orElseGet(() -> Person.of(id, exported, List.of(), 0))
                .user();
    }

    private static String content(String text) {
        return text.codePointCount(0, text.length()) <= MOST_OF_CONTENT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_OF_CONTENT));
    }

    private ObjectNode reference(Channel channel, long of, ExportedMessage message) {
        return Json.object()
                .put("message_id", Snowflake.format(of))
                .put("channel_id", Snowflake.format(message.referencedChannel().orElse(channel.id())))
                .put("guild_id", Snowflake.format(survey.guildId()));
    }

    /** How often each emoji was used; who used it becomes rows, where the export says it. */
    private List<StoredReaction> reactions(Channel channel, long message, JsonNode exported, List<Mutation> rows) {
        List<StoredReaction> reactions = new ArrayList<>();
        Map<String, PartialEmoji> seen = new HashMap<>();
        for (JsonNode reaction : exported) {
            Optional<PartialEmoji> emoji = emoji(reaction.path("emoji"));
            if (emoji.isEmpty()
                    || reactions.size() >= MOST_REACTIONS
                    || seen.put(EmojiKey.of(emoji.get()), emoji.get()) != null) {
                continue;
            }
            List<Long> users = new ArrayList<>();
            reaction.path("users")
                    .forEach(user -> ids.find(user.path("id")).map(people::here).ifPresent(users::add));
            List<Long> who = users.stream().distinct().toList();
            who.forEach(user -> rows.add(
                    Write.to(Reactions.TABLE, channel.id(), message, EmojiKey.of(emoji.get()), EmojiKey.NORMAL, user)
                            .set(Reactions.CREATED_AT, Snowflake.timestamp(message))
                            .build()));
            int count = Math.clamp(reaction.path("count").asInt(), 1, MOST_COUNTED);
            reactions.add(new StoredReaction(emoji.get(), who.isEmpty() ? count : who.size()));
        }
        return reactions;
    }

    private Optional<PartialEmoji> emoji(JsonNode exported) {
        String name = exported.path("name").asText("");
        if (name.isEmpty() || name.length() > MOST_OF_EMOJI) {
            return Optional.empty();
        }
        return Optional.of(ids.find(exported.path("id"))
                .map(id -> new PartialEmoji(
                        Snowflake.format(id), name, exported.path("isAnimated").asBoolean() ? true : null))
                .orElseGet(() -> new PartialEmoji(null, name, null)));
    }
}
