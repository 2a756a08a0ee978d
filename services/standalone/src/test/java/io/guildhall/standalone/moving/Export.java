package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes folders as export tools do. Everything in them follows from the numbers given. */
record Export(Path folder) {
    static final long START =
            Snowflake.lowestAt(Instant.parse("2021-05-01T00:00:00Z").toEpochMilli());
    static final long GUILD = START + 1;
    private static final long MINUTE = 60_000L << 22;

    /** The id of what happened so many minutes after the start; of things of one minute the number tells them apart. */
    static long id(long minutes, long number) {
        return START + minutes * MINUTE + number;
    }

    /** A file of a channel with this head, and no messages yet. */
    static ObjectNode channel(long id, String type, String name, Long category, String categoryName) {
        ObjectNode file = Json.object();
        file.putObject("guild")
                .put("id", Long.toString(GUILD))
                .put("name", "The Old Place")
                .put("iconUrl", "https://example.org/icon.png");
        ObjectNode channel = file.putObject("channel");
        channel.put("id", Long.toString(id)).put("type", type);
        channel.put("categoryId", category == null ? null : Long.toString(category));
        channel.put("category", categoryName);
        channel.put("name", name).put("topic", "about " + name);
        file.putObject("dateRange").putNull("after").putNull("before");
        file.putArray("messages");
        return file;
    }

    static ObjectNode message(ObjectNode file, long id, long author, String content) {
        ObjectNode message = ((ArrayNode) file.get("messages")).addObject();
        message.put("id", Long.toString(id)).put("type", "Default");
        message.put("timestamp", Instant.ofEpochMilli(Snowflake.timestamp(id)).toString());
        message.putNull("timestampEdited").put("isPinned", false).put("content", content);
        message.set("author", author(author));
        for (String list : new String[] {"attachments", "embeds", "stickers", "reactions", "mentions"}) {
            message.putArray(list);
        }
        return message;
    }

    static ObjectNode author(long id) {
        ObjectNode author = Json.object()
                .put("id", Long.toString(id))
                .put("name", "somebody" + id % 100)
                .put("discriminator", "0000");
        author.put("nickname", "Some Body " + id % 100).put("isBot", false);
        author.putArray("roles")
                .addObject()
                .put("id", Long.toString(id(0, 700 + id % 3)))
                .put("name", "Role " + id % 3)
                .put("color", "#ABCDEF")
                .put("position", (int) (id % 3) + 1);
        return author;
    }

    void write(String name, ObjectNode file) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Json.write(file.put("messageCount", file.get("messages").size())));
    }

    /** Three channels with so many messages altogether, with replies, reactions, pins, files, a thread and a post of a forum. */
    void writeTown(int messages) throws IOException {
        Files.createDirectories(folder.resolve("general_Files"));
        Files.writeString(folder.resolve("general_Files").resolve("song.txt"), "la la la");
        for (int number = 0; number < 3; number++) {
            long channel = id(1, number);
            ObjectNode file = channel(
                    channel, number == 2 ? "GuildNews" : "GuildTextChat", "channel " + number, id(1, 90), "Talk");
            for (int index = 0; index < messages / 3; index++) {
                long id = id(10 + index * 7L, number);
                ObjectNode message = message(file, id, id(0, 100 + index % 20), "message " + index + " of " + number);
                decorate(message, index, channel, number);
            }
            write("channel " + number + ".json", file);
        }
        ObjectNode thread = channel(id(10, 0), "GuildPublicThread", "thread", id(1, 0), "channel 0");
        message(thread, id(11, 5), id(0, 101), "in the thread");
        write("thread.json", thread);
        ObjectNode post = channel(id(12, 6), "GuildPublicThread", "post", id(1, 50), "questions");
        message(post, id(12, 6), id(0, 102), "how?");
        write("post.json", post);
    }

    private static void decorate(ObjectNode message, int index, long channel, int number) {
        if (index % 5 == 4) {
            message.put("type", "Reply");
            message.putObject("reference")
                    .put("messageId", Long.toString(id(10 + (index - 1) * 7L, number)))
                    .put("channelId", Long.toString(channel))
                    .put("guildId", Long.toString(GUILD));
        }
        if (index % 10 == 3) {
            ObjectNode reaction = ((ArrayNode) message.get("reactions")).addObject();
            reaction.putObject("emoji")
                    .put("id", "")
                    .put("name", "👍")
                    .put("code", "thumbsup")
                    .put("isAnimated", false);
            reaction.put("count", 2);
            reaction.putArray("users").add(author(id(0, 100))).add(author(id(0, 101)));
        }
        if (index % 50 == 7) {
            message.put("isPinned", true).put("timestampEdited", "2021-06-01T10:00:00.123+00:00");
            ((ArrayNode) message.get("attachments"))
                    .addObject()
                    .put("id", Long.toString(id(10 + index * 7L, 500 + number)))
                    .put("url", "general_Files/song.txt")
                    .put("fileName", "song.txt")
                    .put("fileSizeBytes", 8);
            ObjectNode embed = ((ArrayNode) message.get("embeds")).addObject();
            embed.put("title", "The Smith")
                    .put("url", "https://example.org/songs")
                    .put("color", "#112233")
                    .put("description", "A song");
            embed.putArray("fields")
                    .addObject()
                    .put("name", "Length")
                    .put("value", "3:20")
                    .put("isInline", true);
            embed.putArray("images");
        }
    }
}
