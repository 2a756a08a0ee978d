package io.guildhall.standalone.moving;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a guild as export tools do: a file for each channel and thread that holds messages, and the files of these beside it. */
final class GuildExport {
    private final StoredRows rows;
    private final Path folder;
    private final ExportingMessages messages;
    private final Consumer<String> out;
    private long written;

    GuildExport(StoredRows rows, Path folder, ExportingMessages messages, Consumer<String> out) {
        this.rows = rows;
        this.folder = folder;
        this.messages = messages;
        this.out = out;
    }

    /** One place with messages, as its file says what it is. */
    private record Place(long id, ChannelType type, String name, String topic, Optional<RowView> parent) {}

    /** @return how many messages there are */
    long run(long guildId) throws IOException, ExportException {
        RowView guild = rows.find(Guilds.TABLE, guildId)
                .filter(row -> row.has(Guilds.OWNER_ID))
                .orElseThrow(() -> new ExportException("there is no guild " + guildId));
        List<RowView> channels = new ArrayList<>();
        rows.all(Channels.TABLE, false, guildId).forEach(channels::add);
        channels.removeIf(channel -> !channel.has(Channels.TYPE));
        Map<Long, List<RowView>> active = new HashMap<>();
        for (RowView thread : rows.all(Threads.TABLE, false, guildId)) {
            active.computeIfAbsent(thread.get(Threads.PARENT_ID, 0L), parent -> new ArrayList<>())
                    .add(thread);
        }
        for (RowView channel : channels) {
            ChannelType type = ChannelType.of(channel.get(Channels.TYPE).intValue());
            if (type.holdsMessages()) {
                write(guild, place(channel, type, channels));
            }
            for (RowView thread : active.getOrDefault(channel.get(Channels.CHANNEL_ID), List.of())) {
                write(guild, thread(thread, channel));
            }
            for (RowView thread : archived(guildId, channel)) {
                write(guild, thread(thread, channel));
            }
        }
        return written;
    }

    private static Place place(RowView channel, ChannelType type, List<RowView> channels) {
        Long category = channel.get(Channels.PARENT_ID);
        return new Place(
                channel.get(Channels.CHANNEL_ID),
                type,
                channel.get(Channels.NAME, ""),
                channel.get(Channels.TOPIC),
                channels.stream()
                        .filter(other -> other.get(Channels.CHANNEL_ID).equals(category))
                        .findFirst());
    }

    private static Place thread(RowView thread, RowView parent) {
        ChannelType type = ChannelType.of(thread.get(Threads.TYPE, 11L).intValue());
        return new Place(thread.get(Threads.THREAD_ID), type, thread.get(Threads.NAME, ""), null, Optional.of(parent));
    }

    private List<RowView> archived(long guildId, RowView channel) {
        long parent = channel.get(Channels.CHANNEL_ID);
        List<RowView> threads = new ArrayList<>();
        for (long kind : new long[] {ArchivedThreadLists.PUBLIC, ArchivedThreadLists.PRIVATE}) {
            for (RowView listed : rows.all(ArchivedThreadLists.TABLE, false, parent, kind)) {
                rows.find(ArchivedThreads.TABLE, guildId, listed.get(ArchivedThreadLists.THREAD_ID))
                        .ifPresent(threads::add);
            }
        }
        return threads;
    }

    private void write(RowView guild, Place place) throws IOException {
        String id = Snowflake.format(place.id());
        Path file = folder.resolve(id + ".json");
        long before = written;
        try (JsonGenerator json = Json.MAPPER.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeObjectField(
                    "guild",
                    Json.object()
                            .put("id", Snowflake.format(guild.get(Guilds.GUILD_ID)))
                            .put("name", guild.get(Guilds.NAME)));
            json.writeObjectField("channel", head(place));
            json.writeArrayFieldStart("messages");
            for (RowView bucket : rows.all(MessageBuckets.TABLE, true, place.id())) {
                for (RowView message : rows.all(Messages.TABLE, true, place.id(), bucket.get(MessageBuckets.BUCKET))) {
                    if (message.has(Messages.AUTHOR_ID)) {
                        json.writeObject(messages.of(message));
                        written++;
                    }
                }
            }
            json.writeEndArray();
            json.writeNumberField("messageCount", written - before);
            json.writeEndObject();
        }
        if (written == before && place.type().thread()) {
            Files.delete(file);
        } else {
            out.accept("%s: %,d messages".formatted(place.name(), written - before));
        }
    }

    private static ObjectNode head(Place place) {
        ObjectNode head = Json.object()
                .put("id", Snowflake.format(place.id()))
                .put("type", Channel.typeName(place.type()))
                .put("name", place.name())
                .put("topic", place.topic());
        head.put(
                "categoryId",
                place.parent()
                        .map(row -> Snowflake.format(row.get(Channels.CHANNEL_ID)))
                        .orElse(null));
        return head.put(
                "category", place.parent().map(row -> row.get(Channels.NAME)).orElse(null));
    }
}
