package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.message.EmojiKey;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Messages as export tools write them. */
final class ExportingMessages {
    private static final int MOST_KNOWN = 100_000;
    private static final String FILES = "files";

    private final StoredRows rows;
    private final ObjectStore objects;
    private final Path folder;
    private final long guildId;
    private final Map<Long, RowView> roles = new HashMap<>();
    /** People as they were met; forgotten when they are too many. */
    private final Map<Long, ObjectNode> known = new HashMap<>();

    ExportingMessages(StoredRows rows, ObjectStore objects, Path folder, long guildId) {
        this.rows = rows;
        this.objects = objects;
        this.folder = folder;
        this.guildId = guildId;
        rows.all(Roles.TABLE, false, guildId).forEach(role -> roles.put(role.get(Roles.ROLE_ID), role));
    }

    JsonNode of(RowView message) throws IOException {
        long id = message.get(Messages.MESSAGE_ID);
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("type", ExportedMessage.typeName(message.get(Messages.TYPE, 0L)))
                .put("timestamp", Json.timestamp(Snowflake.timestamp(id)))
                .put("timestampEdited", Json.timestampOrNull(message.get(Messages.EDITED_AT)))
                .put("isPinned", message.get(Messages.PINNED, false))
                .put("content", message.get(Messages.CONTENT, ""));
        json.set("author", person(message.get(Messages.AUTHOR_ID), Json.parse(message.get(Messages.AUTHOR))));
        json.set("attachments", attachments(message));
        json.set("embeds", embeds(message));
        json.set("reactions", reactions(message));
        ArrayNode mentions = json.putArray("mentions");
        message.get(Messages.MENTIONS, List.of()).forEach(user -> mentions.add(person(user)));
        if (message.has(Messages.REFERENCE)) {
            JsonNode reference = Json.parse(message.get(Messages.REFERENCE));
            json.putObject("reference")
                    .put("messageId", reference.path("message_id").asText(null))
                    .put("channelId", reference.path("channel_id").asText(null))
                    .put("guildId", reference.path("guild_id").asText(null));
        }
        return json;
    }

    private ObjectNode person(long id) {
        return person(id, Json.object());
    }

    /** @param shown as the message shows the author, whose account may be gone */
    private ObjectNode person(long id, JsonNode shown) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(id, unknown -> described(id, shown));
    }

    private ObjectNode described(long id, JsonNode shown) {
        Optional<RowView> account = rows.find(Users.TABLE, id).filter(row -> row.has(Users.USERNAME));
        Optional<RowView> member = rows.find(Members.TABLE, guildId, MemberSlice.of(id), id);
        String name = account.map(row -> row.get(Users.USERNAME))
                .orElse(shown.path("username").asText("Deleted User"));
        ObjectNode person = Json.object()
                .put("id", Snowflake.format(id))
                .put("name", name)
                .put("discriminator", account.isPresent() ? "0" : "0000")
                .put("nickname", member.map(row -> row.get(Members.NICK)).orElse(name))
                .put(
                        "isBot",
                        account.map(row -> row.get(Users.BOT, false))
                                .orElse(shown.path("bot").asBoolean()));
        ArrayNode borne = person.putArray("roles");
        for (long role :
                member.map(row -> row.get(Members.ROLES, List.<Long>of())).orElse(List.of())) {
            Optional.ofNullable(roles.get(role)).ifPresent(row -> borne.addObject()
                    .put("id", Snowflake.format(role))
                    .put("name", row.get(Roles.NAME, ""))
                    .put("color", String.format(Locale.ROOT, "#%06X", row.get(Roles.COLOR, 0L)))
                    .put("position", row.get(Roles.POSITION, 0L)));
        }
        return person;
    }

    /** Each with its file beside, if that is still there. */
    private ArrayNode attachments(RowView message) throws IOException {
        ArrayNode list = Json.array();
        if (!message.has(Messages.ATTACHMENTS)) {
            return list;
        }
        String channel = Snowflake.format(message.get(Messages.CHANNEL_ID));
        for (JsonNode attachment : Json.parse(message.get(Messages.ATTACHMENTS))) {
            String id = attachment.path("id").asText();
            String name = attachment.path("filename").asText();
            String way = FILES + "/" + channel + "/" + id + "-" + name;
            boolean there = copy("attachments/" + channel + "/" + id + "/" + name, folder.resolve(way));
            list.addObject()
                    .put("id", id)
                    .put("url", there ? way : attachment.path("url").asText())
                    .put("fileName", name)
                    .put("fileSizeBytes", attachment.path("size").asLong());
        }
        return list;
    }

    private boolean copy(String key, Path file) throws IOException {
        Optional<ObjectStore.StoredObject> stored = objects.find(key);
        if (stored.isEmpty()) {
            return false;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = stored.get().open()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return true;
    }

    private ArrayNode embeds(RowView message) {
        ArrayNode list = Json.array();
        if (message.has(Messages.EMBEDS)) {
            Json.parse(message.get(Messages.EMBEDS)).forEach(embed -> list.add(ExportedEmbeds.exported(embed)));
        }
        return list;
    }

    private ArrayNode reactions(RowView message) {
        ArrayNode list = Json.array();
        for (StoredReaction reaction : StoredReaction.of(message)) {
            PartialEmoji emoji = reaction.emoji();
            ObjectNode json = list.addObject();
            json.putObject("emoji")
                    .put("id", emoji.id() == null ? "" : emoji.id())
                    .put("name", emoji.name())
                    .put("code", emoji.name())
                    .put("isAnimated", Boolean.TRUE.equals(emoji.animated()));
            json.put("count", reaction.count());
            ArrayNode users = json.putArray("users");
            rows.all(
                            Reactions.TABLE,
                            false,
                            message.get(Messages.CHANNEL_ID),
                            message.get(Messages.MESSAGE_ID),
                            EmojiKey.of(emoji))
                    .forEach(who -> users.add(person(who.get(Reactions.USER_ID))));
        }
        return list;
    }
}
