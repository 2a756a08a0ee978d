package io.guildhall.standalone.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportToolTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ExportTool tool =
            new ExportTool(Clock.systemUTC(), new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));

    @TempDir
    private Path place;

    @Test
    void whatIsExportedAndImportedAgainIsTheSame() throws Exception {
        new Export(Files.createDirectories(place.resolve("first"))).writeTown(300);
        imported("first", "data");
        assertThat(tool.run(
                        Long.toString(Export.GUILD),
                        "--data",
                        place.resolve("data").toString(),
                        "--to",
                        place.resolve("second").toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("302 messages are in");
        imported("second", "other");

        assertThat(rows("other")).isEqualTo(rows("data"));
        try (Stores one = Stores.open(place.resolve("data"));
                Stores other = Stores.open(place.resolve("other"))) {
            for (int index = 0; index < 100; index++) {
                long id = Export.id(10 + index * 7L, 1);
                RowView before = message(one, id);
                RowView after = message(other, id);
                for (Column<?> column : List.of(
                        Messages.AUTHOR_ID,
                        Messages.AUTHOR,
                        Messages.TYPE,
                        Messages.CONTENT,
                        Messages.EDITED_AT,
                        Messages.PINNED,
                        Messages.REACTIONS,
                        Messages.EMBEDS,
                        Messages.REFERENCE)) {
                    assertThat((Object) after.get(column)).as(column.name()).isEqualTo(before.get(column));
                }
                if (before.has(Messages.ATTACHMENTS)) {
                    assertThat(Json.parse(after.get(Messages.ATTACHMENTS))
                                    .get(0)
                                    .path("id"))
                            .isEqualTo(Json.parse(before.get(Messages.ATTACHMENTS))
                                    .get(0)
                                    .path("id"));
                }
            }
        }
    }

    @Test
    void whatCantBeExportedIsRefused() throws Exception {
        String data = Files.createDirectories(place.resolve("data")).toString();
        String folder = place.resolve("folder").toString();
        assertThat(tool.run("5", "--data", data, "--to", folder)).isEqualTo(ImportTool.FAILED);
        assertThat(tool.run("9999999999999999999", "--data", data, "--to", folder))
                .isEqualTo(ImportTool.FAILED);
        assertThat(errors.toString(UTF_8)).contains("no guild 5").contains("no guild 9999999999999999999");
        assertThat(tool.run("5", "--data", data)).isEqualTo(ImportTool.USAGE);
        Files.writeString(place.resolve("folder").resolve("kept.txt"), "kept");
        assertThat(tool.run("5", "--data", data, "--to", folder)).isEqualTo(ImportTool.FAILED);
        assertThat(errors.toString(UTF_8)).contains("not empty");
    }

    private void imported(String folder, String data) throws Exception {
        try (Stores stores = Stores.open(Files.createDirectories(place.resolve(data)))) {
            stores.account(Export.id(-100, 1), "keeper");
        }
        assertThat(new ImportTool(Clock.systemUTC(), new PrintStream(out, true, UTF_8), System.err)
                        .run(
                                "discord-export",
                                place.resolve(folder).toString(),
                                "--data",
                                place.resolve(data).toString(),
                                "--owner",
                                "keeper"))
                .isZero();
    }

    private static RowView message(Stores stores, long id) {
        return stores.row(Messages.TABLE, Export.id(1, 1), MessageBucket.of(id), id);
    }

    private Map<String, Long> rows(String data) throws Exception {
        try (Stores stores = Stores.open(place.resolve(data))) {
            return stores.counts();
        }
    }
}
