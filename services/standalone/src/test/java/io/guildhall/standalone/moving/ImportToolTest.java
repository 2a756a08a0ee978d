package io.guildhall.standalone.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Threads;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportToolTest {
    private static final long OWNER = Export.id(-100, 1);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ImportTool tool =
            new ImportTool(Clock.systemUTC(), new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));

    @TempDir
    private Path folder;

    @TempDir
    private Path place;

    private Export export;

    @BeforeEach
    void begin() throws Exception {
        export = new Export(folder);
        for (Path data : List.of(place.resolve("data"), place.resolve("other"))) {
            try (Stores stores = Stores.open(Files.createDirectories(data))) {
                stores.account(OWNER, "keeper");
            }
        }
    }

    @Test
    void anExportBecomesAGuild() throws Exception {
        export.writeTown(300);
        assertThat(run("data")).isEqualTo(ImportTool.DONE);
        assertThat(out.toString(UTF_8)).contains("302 messages and 6 files");

        try (Stores stores = Stores.open(place.resolve("data"))) {
            RowView guild = stores.row(Guilds.TABLE, Export.GUILD);
            assertThat(guild.get(Guilds.NAME)).isEqualTo("The Old Place");
            assertThat(guild.get(Guilds.OWNER_ID)).isEqualTo(OWNER);
            assertThat(guild.get(Guilds.MEMBER_COUNT)).isEqualTo(21);
            assertThat(stores.row(UserGuilds.TABLE, OWNER, Export.GUILD)).isNotNull();
            assertThat(stores.row(Channels.TABLE, Export.GUILD, Export.id(1, 90))
                            .get(Channels.NAME))
                    .isEqualTo("Talk");
            assertThat(stores.row(Channels.TABLE, Export.GUILD, Export.id(1, 50))
                            .get(Channels.TYPE))
                    .isEqualTo(15);
            RowView channel = stores.row(Channels.TABLE, Export.GUILD, Export.id(1, 0));
            assertThat(channel.get(Channels.PARENT_ID)).isEqualTo(Export.id(1, 90));
            assertThat(channel.get(Channels.LAST_MESSAGE_ID)).isEqualTo(Export.id(10 + 99 * 7L, 0));
            assertThat(stores.row(Roles.TABLE, Export.GUILD, Export.id(0, 701)).get(Roles.COLOR))
                    .isEqualTo(0xABCDEF);
            long author = Export.id(0, 107);
            RowView member = stores.row(Members.TABLE, Export.GUILD, MemberSlice.of(author), author);
            assertThat(member.get(Members.NICK)).startsWith("Some Body");
            assertThat(member.get(Members.ROLES)).containsExactly(Export.id(0, 700 + author % 3));
            assertThat(stores.row(Users.TABLE, author).get(Users.DISABLED)).isTrue();
            assertThat(stores.row(ArchivedThreads.TABLE, Export.GUILD, Export.id(12, 6))
                            .get(Threads.PARENT_ID))
                    .isEqualTo(Export.id(1, 50));
        }
    }

    @Test
    void aMessageKeepsItsTimeAndWhateverWasOnIt() throws Exception {
        export.writeTown(300);
        run("data");
        try (Stores stores = Stores.open(place.resolve("data"))) {
            long id = Export.id(10 + 7 * 7L, 1);
            RowView message = message(stores, Export.id(1, 1), id);
            assertThat(message.get(Messages.CONTENT)).isEqualTo("message 7 of 1");
            assertThat(message.get(Messages.PINNED)).isTrue();
            assertThat(message.get(Messages.EDITED_AT)).isEqualTo(1_622_541_600_123L);
            assertThat(stores.row(Pins.TABLE, Export.id(1, 1), Snowflake.timestamp(id), id))
                    .isNotNull();
            JsonNode file = Json.parse(message.get(Messages.ATTACHMENTS)).get(0);
            assertThat(file.path("url").asText())
                    .startsWith("http://localhost:8080/cdn/attachments/" + Export.id(1, 1) + "/")
                    .contains("song.txt?ex=");
            assertThat(place.resolve("data/attachments/attachments/" + Export.id(1, 1) + "/"
                            + file.path("id").asText() + "/song.txt"))
                    .hasContent("la la la");
            JsonNode embed = Json.parse(message.get(Messages.EMBEDS)).get(0);
            assertThat(embed.path("title").asText()).isEqualTo("The Smith");
            assertThat(embed.path("fields").get(0).path("inline").asBoolean()).isTrue();

            RowView reply = message(stores, Export.id(1, 1), Export.id(10 + 9 * 7L, 1));
            assertThat(reply.get(Messages.TYPE)).isEqualTo(19);
            assertThat(Json.parse(reply.get(Messages.REFERENCE))
                            .path("message_id")
                            .asText())
                    .isEqualTo(Long.toString(Export.id(10 + 8 * 7L, 1)));
            JsonNode reaction = Json.parse(message(stores, Export.id(1, 1), Export.id(10 + 3 * 7L, 1))
                            .get(Messages.REACTIONS))
                    .get(0);
            assertThat(reaction.path("count").asInt()).isEqualTo(2);
            assertThat(message(stores, Export.id(1, 0), Export.id(10, 0)).get(Messages.THREAD_ID))
                    .isEqualTo(Export.id(10, 0));
        }
    }

    @Test
    void whatIsImportedTwiceIsThereOnce() throws Exception {
        export.writeTown(300);
        run("data");
        Map<String, Long> rows = rows("data");
        assertThat(run("data")).isEqualTo(ImportTool.DONE);
        assertThat(out.toString(UTF_8)).contains("there already");
        assertThat(rows("data")).isEqualTo(rows);
    }

    @Test
    void anImportThatIsKilledGoesOnAndEndsAsOneThatWasNot() throws Exception {
        export.writeTown(99_999);
        Path progress = place.resolve("data/imports/" + Export.GUILD);
        for (int kill = 0; kill < 2; kill++) {
            String before = Files.exists(progress) ? Files.readString(progress) : "";
            Process process = start("data");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (process.isAlive()
                    && System.nanoTime() < end
                    && (!Files.exists(progress) || read(progress).equals(before))) {
                Thread.sleep(1);
            }
            process.destroyForcibly().waitFor();
            try (Stores stores = Stores.open(place.resolve("data"))) {
                assertThat(stores.find(Guilds.TABLE, Export.GUILD))
                        .as("a guild that is not whole")
                        .isEmpty();
            }
        }
        assertThat(run("data")).isEqualTo(ImportTool.DONE);
        assertThat(run("other")).isEqualTo(ImportTool.DONE);
        assertThat(rows("data")).isEqualTo(rows("other"));
        assertThat(rows("data").get("messages")).isEqualTo(100_001);
        assertThat(progress).doesNotExist();
    }

    @Test
    void anExportCantSpeakForThoseWhoAreHere() throws Exception {
        try (Stores stores = Stores.open(place.resolve("data"))) {
            stores.write(Write.to(Users.TABLE, OWNER)
                    .set(Users.EMAIL, "keeper@example.org")
                    .build());
        }
        ObjectNode file = Export.channel(Export.id(1, 0), "GuildTextChat", "talk", null, null);
        Export.message(file, Export.id(5, 0), OWNER, "I owe everybody a drink");
        export.write("talk.json", file);
        assertThat(run("data")).isEqualTo(ImportTool.DONE);

        try (Stores stores = Stores.open(place.resolve("data"))) {
            RowView message = message(stores, Export.id(1, 0), Export.id(5, 0));
            assertThat(message.get(Messages.AUTHOR_ID)).isNotEqualTo(OWNER);
            assertThat(Snowflake.timestamp(message.get(Messages.AUTHOR_ID))).isEqualTo(Snowflake.timestamp(OWNER));
            assertThat(stores.row(Users.TABLE, OWNER).get(Users.USERNAME)).isEqualTo("keeper");
            assertThat(stores.row(Users.TABLE, OWNER).get(Users.DISABLED, false))
                    .isFalse();
        }
    }

    @Test
    void noFileOutsideTheFolderIsReadAndNoOtherChannelWrittenTo() throws Exception {
        Path secret = Files.writeString(place.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), secret);
        ObjectNode file = Export.channel(Export.id(1, 0), "GuildTextChat", "talk", null, null);
        int number = 0;
        for (String way : List.of(
                "../" + place.getFileName() + "/secret.txt",
                secret.toString(),
                "link.txt",
                "http://localhost/x",
                "\0")) {
            ObjectNode message = Export.message(file, Export.id(5, number), Export.id(0, 1), "look");
            ((ArrayNode) message.get("attachments"))
                    .addObject()
                    .put("id", Long.toString(Export.id(6, number++)))
                    .put("url", way)
                    .put("fileName", "a.txt");
        }
        export.write("talk.json", file);
        assertThat(run("data")).isEqualTo(ImportTool.DONE);
        assertThat(out.toString(UTF_8)).contains("0 files").contains("5 files are not in the folder");

        try (Stores stores = Stores.open(place.resolve("other"))) {
            stores.write(Write.to(ChannelOwners.TABLE, Export.id(1, 0))
                    .set(ChannelOwners.GUILD_ID, 5L)
                    .build());
        }
        Map<String, Long> before = rows("other");
        assertThat(run("other")).isEqualTo(ImportTool.FAILED);
        assertThat(errors.toString(UTF_8)).contains("not of this guild");
        assertThat(rows("other")).isEqualTo(before);
    }

    @Test
    void whatIsNoExportIsRefusedWithItsPlace() throws Exception {
        Map<String, Long> before = rows("data");
        assertThat(run("data")).isEqualTo(ImportTool.FAILED);
        assertThat(errors.toString(UTF_8)).contains("no .json file");
        for (String hostile : List.of(
                "[]",
                "{\"guild\":{}}",
                "{",
                "{\"messages\":[1]}",
                "[".repeat(5_000),
                "{\"guild\":{\"id\":\"9223372036854775807\"},\"channel\":{}}")) {
            Files.writeString(folder.resolve("hostile.json"), hostile);
            assertThat(run("data")).as(hostile).isEqualTo(ImportTool.FAILED);
        }
        assertThat(errors.toString(UTF_8)).contains("hostile.json").contains("at line 1");
        assertThat(tool.run("discord-export", folder.toString())).isEqualTo(ImportTool.USAGE);
        assertThat(tool.run(
                        "discord-export",
                        folder.toString(),
                        "--data",
                        place.resolve("data").toString(),
                        "--owner",
                        "nobody"))
                .isEqualTo(ImportTool.FAILED);
        assertThat(rows("data")).isEqualTo(before);
    }

    private int run(String data) {
        return tool.run(
                "discord-export",
                folder.toString(),
                "--data",
                place.resolve(data).toString(),
                "--owner",
                "keeper");
    }

    private Process start(String data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportTool.class.getName(),
                        "discord-export",
                        folder.toString(),
                        "--data",
                        place.resolve(data).toString(),
                        "--owner",
                        "keeper")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException replaced) {
            return "";
        }
    }

    private static RowView message(Stores stores, long channel, long id) {
        return stores.row(Messages.TABLE, channel, MessageBucket.of(id), id);
    }

    private Map<String, Long> rows(String data) throws Exception {
        try (Stores stores = Stores.open(place.resolve(data))) {
            return stores.counts();
        }
    }

    /** Whatever a test left open would keep the directory. */
    @Test
    void aDirectoryThatAProcessUsesIsLeftAlone() throws Exception {
        export.writeTown(30);
        try (Stores used = Stores.open(place.resolve("data"))) {
            assertThat(run("data")).isEqualTo(ImportTool.FAILED);
            assertThat(errors.toString(UTF_8)).contains("in use");
            assertThat(used.find(Guilds.TABLE, Export.GUILD)).isEmpty();
        }
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept).isNotEmpty();
        }
    }
}
