package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.FileGate;
import io.guildhall.api.upload.Slots;
import io.guildhall.api.upload.TestUploads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are put into slots, and the requests that name them. */
class UploadedFilesTest {
    private static final long CHANNEL = 5;
    private static final long CALLER = 8;
    private static final Map<String, String> PATH = Map.of("channel_id", "5");

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock();
    private final FileGate open = (caller, operation, path) -> {};
    private ApiConfig config;
    private Slots slots;
    private SlotUpload uploads;

    @BeforeEach
    void makeSlots() {
        config = Configs.api(Map.of("guildhall.api.attachments-directory", directory.toString()));
        slots = TestUploads.slots(config, new FakeStorage(), clock);
        uploads = new SlotUpload(slots, config);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(MessageOperations.CREATE_MESSAGE, PATH, "{%s}", "5"),
                Arguments.of(
                        ThreadOperations.CREATE_THREAD,
                        Map.of("channel_id", "5", "thread_id", "6"),
                        "{\"name\": \"post\", \"message\": {%s}}",
                        "6"),
                Arguments.of(
                        InteractionOperations.CREATE_INTERACTION_RESPONSE, PATH, "{\"type\": 4, \"data\": {%s}}", "5"),
                Arguments.of(InteractionOperations.CREATE_INTERACTION, Map.of(), """
                        {"type": 2, "application_id": "7", "channel_id": "5", "session_id": "s",
                         "data": {"id": "9", %s}}""", "5"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFileThatWasPutIntoItsSlotComesWithTheRequestThatNamesIt(
            Operation operation, Map<String, String> path, String body, String channel) throws IOException {
        String slot = filled("cat picture.txt", "meow");
        try (ParsedBody read = read(open, operation, path, body.formatted(attachments("0", slot)))) {
            assertThat(read.files()).singleElement().satisfies(file -> {
                assertThat(file.getIndex()).isZero();
                assertThat(file.getFilename()).isEqualTo("cat_picture.txt");
                assertThat(file.getSize()).isEqualTo(4);
                assertThat(file.getContentType()).isEqualTo("text/plain");
            });
            String key = read.keys().getFirst();
            assertThat(key).startsWith("attachments/" + channel + "/");
            assertThat(directory.resolve(key)).hasContent("meow");
        }
    }

    @Test
    void anUploadCanBeNamedAgain() {
        String slot = filled("a.txt", "x");
        read(open, MessageOperations.CREATE_MESSAGE, PATH, "{" + attachments("0", slot) + "}")
                .close();
        try (ParsedBody again =
                read(open, MessageOperations.CREATE_MESSAGE, PATH, "{" + attachments("0", slot) + "}")) {
            assertThat(again.files()).hasSize(1);
        }
    }

    @Test
    void whatIsNoSlotOfTheCallersForThisChannelIsRefused() throws IOException {
        String elsewhere = offer(6, CALLER, 9);
        String others = offer(CHANNEL, 9, 9);
        String empty = offer(CHANNEL, CALLER, 9);
        uploads.put(elsewhere, content("x"));
        uploads.put(others, content("x"));
        String good = filled("a.txt", "x");
        String forged = "x" + good.substring(1);

        long before = stored();
        for (String slot : new String[] {elsewhere, others, empty, forged, "none", "a.b", ".", ""}) {
            refused("{" + attachments("0", slot) + "}");
        }
        refused("{" + attachments("1000", good) + "}");
        refused("{\"attachments\": [%1$s, %1$s]}".formatted(attachment("0", good)));
        clock.advance(Duration.ofHours(1));
        refused("{" + attachments("0", good) + "}");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoMaySendNoFilesGetsNone() {
        String slot = filled("a.txt", "x");
        FileGate shut = (caller, operation, path) -> {
            throw ApiException.forbidden(ErrorCode.MISSING_PERMISSIONS);
        };
        assertThatThrownBy(() -> read(shut, MessageOperations.CREATE_MESSAGE, PATH, "{" + attachments("0", slot) + "}"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(403));
    }

    @Test
    void aSlotTakesNoMoreThanWasAnnouncedAndEnds() throws IOException {
        String slot = offer(CHANNEL, CALLER, 3);
        assertThat(uploads.put(slot, content("four"))).isEqualTo(413);
        assertThat(stored()).isZero();
        assertThat(uploads.put(slot, content("two"))).isEqualTo(200);
        assertThat(uploads.put("x" + slot, content("two"))).isEqualTo(403);
        clock.advance(Duration.ofHours(1));
        assertThat(uploads.put(slot, content("two"))).isEqualTo(403);
    }

    private String filled(String name, String content) {
        String slot = slots.offer(CHANNEL, CALLER, name, content.length(), "");
        assertThat(uploads.put(slot, content(content))).isEqualTo(200);
        return slot;
    }

    private String offer(long channel, long user, long size) {
        return slots.offer(channel, user, "a.txt", size, "text/plain");
    }

    private long stored() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private void refused(String body) {
        assertThatThrownBy(() -> read(open, MessageOperations.CREATE_MESSAGE, PATH, body))
                .as(body)
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                                refusal.toBody().path("code").asInt())
                        .isEqualTo(ErrorCode.INVALID_FORM_BODY.number()));
    }

    private ParsedBody read(FileGate gate, Operation operation, Map<String, String> path, String body) {
        BodyReader reader =
                new BodyReader(config, new BodyBudget(config), null, new BodyImages(null, null), slots, gate);
        RestRequest request = new RestRequest(
                null, "", "", name -> name.equals("Content-Type") ? "application/json" : null, "", content(body));
        return reader.read(request, operation, Optional.of(new Identity(CALLER, false, 0, 1)), path);
    }

    private static String attachments(String id, String slot) {
        return "\"attachments\": [" + attachment(id, slot) + "]";
    }

    private static String attachment(String id, String slot) {
        return "{\"id\": \"%s\", \"uploaded_filename\": \"%s\"}".formatted(id, slot);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
