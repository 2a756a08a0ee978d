package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of messages: who may send them, where they are shown, and how long they stay. */
class MessageFilesTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;
    private static final long GUEST = 103;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann")
            .member(GUEST, "guest", Permission.ADMINISTRATOR, Permission.ATTACH_FILES);
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new DeleteMessage());

    @Test
    void filesNeedAPermissionAndBecomeAttachments() {
        StoredFile.Builder file = StoredFile.newBuilder()
                .setId(77)
                .setIndex(0)
                .setFilename("a.png")
                .setContentType("image/png")
                .setSize(12)
                .setUrl("http://cdn/a.png")
                .setWidth(3)
                .setHeight(4);
        String body =
                "{\"attachments\":[{\"id\":0,\"description\":\"alt\"}],\"embeds\":[{\"image\":{\"url\":\"attachment://a.png\"}}]}";
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN).bot().body(body).file(file).file(stored(78)));

        assertThat(sent.get("attachments"))
                .extracting(attachment -> attachment.get("id").asText())
                .containsExactly("78");
        assertThat(sent.get("embeds").get(0).get("image").get("url").asText()).isEqualTo("http://cdn/a.png");
        refused(
                ErrorCode.MISSING_PERMISSIONS,
                () -> tester.run(
                        place, Calls.of("createMessage", GUEST).body("{}").file(file)));
    }

    @Test
    void addressesOfFilesAreGivenOutAnewWhereverTheMessageShowsThemAndNoOthers() {
        String base = "http://cdn/attachments/9/77/a.png";
        String old = new AttachmentLinks("a secret", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).signed(base);
        String other = "http://cdn/attachments/20/78/a.txt";
        String foreign = "http://cdn/attachments/9/99/a.png";
        String madeUp = foreign + "?ex=7fffffff&is=0&hm=" + "0".repeat(64) + "&";
        StoredFile.Builder file =
                StoredFile.newBuilder().setId(77).setFilename("a.png").setUrl(old);
        String body = "{\"embeds\":[{\"image\":{\"url\":\"attachment://a.png\"},\"thumbnail\":{\"url\":\"" + madeUp
                + "\"},\"footer\":{\"text\":\"f\",\"icon_url\":\"" + foreign + "\"}}]}";
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN).bot().body(body).file(file).file(stored(78)));

        String now = place.links().signed(base);
        assertThat(now).isNotEqualTo(old);
        assertThat(sent.at("/attachments/0/url").asText())
                .isEqualTo(place.links().signed(other));
        assertThat(sent.at("/attachments/0/proxy_url").asText())
                .isEqualTo(place.links().signed(other));
        assertThat(sent.at("/embeds/0/image/url").asText()).isEqualTo(now);
        assertThat(sent.at("/embeds/0/thumbnail/url").asText()).isEqualTo(madeUp);
        assertThat(sent.at("/embeds/0/footer/icon_url").asText()).isEqualTo(foreign);
    }

    @Test
    void filesAreMarkedAsCarriedAndAsGone() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN).body("{}").file(stored(71)).file(stored(72)));
        assertThat(mark(71)).hasValueSatisfying(row -> assertThat(row.get(AttachmentMarks.CARRIED))
                .isTrue());

        edit(ANN, id(sent), "{\"attachments\":[{\"id\":\"72\"}]}");
        assertThat(isGone(71)).isTrue();
        assertThat(isGone(72)).isFalse();

        delete(ANN, id(sent));
        assertThat(isGone(72)).isTrue();
    }

    @Test
    void whatIsSaidOfAFileStays() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .body("{\"attachments\":[{\"id\":0,\"is_spoiler\":true}]}")
                        .file(stored(71).setTitle("отчёт")));
        assertThat(sent.at("/attachments/0/title").asText()).isEqualTo("отчёт");
        assertThat(sent.at("/attachments/0/flags").asInt()).isEqualTo(8);
    }

    @Test
    void aFileThatAnEmbedShowsStaysAsLongAsItIsShown() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .bot()
                        .body("{\"embeds\":[{\"image\":{\"url\":\"attachment://71.txt\"}}]}")
                        .file(stored(71).setUrl(place.links().signed(url(71))))
                        .file(stored(72)));
        assertThat(sent.get("attachments"))
                .extracting(file -> file.get("id").asText())
                .containsExactly("72");

        JsonNode edited = edit(ANN, id(sent), "{\"content\":\"x\",\"attachments\":[]}");
        assertThat(edited.at("/embeds/0/image/url").asText())
                .isEqualTo(place.links().signed(url(71)));
        assertThat(isGone(71)).isFalse();
        assertThat(isGone(72)).isTrue();

        edit(ANN, id(sent), "{\"embeds\":[],\"attachments\":[]}");
        assertThat(isGone(71)).isTrue();
    }

    @Test
    void newFilesWithoutAListReplaceTheOld() {
        JsonNode sent =
                tester.run(place, Calls.of("createMessage", ANN).body("{}").file(stored(71)));
        JsonNode edited = tester.run(
                place,
                Calls.of("updateMessage", ANN)
                        .path("message_id", id(sent))
                        .body("{}")
                        .file(stored(72)));

        assertThat(edited.get("attachments"))
                .extracting(file -> file.get("id").asText())
                .containsExactly("72");
        assertThat(isGone(71)).isTrue();
    }

    @Test
    void onlyNewFilesThatTheListNamesAreAdded() {
        JsonNode sent =
                tester.run(place, Calls.of("createMessage", ANN).body("{}").file(stored(71)));

        JsonNode edited = tester.run(
                place,
                Calls.of("updateMessage", ANN)
                        .path("message_id", id(sent))
                        .body("{\"attachments\":[{\"id\":\"71\"},{\"id\":1}]}")
                        .file(stored(72).setIndex(0))
                        .file(stored(73).setIndex(1)));

        assertThat(edited.get("attachments"))
                .extracting(file -> file.get("id").asText())
                .containsExactly("71", "73");
        assertThat(isGone(72)).isTrue();
        assertThat(isGone(73)).isFalse();
    }

    @Test
    void whatIsSaidOfAFileIsEditedWhereItIsSaidAnew() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .body("{\"attachments\":[{\"id\":0,\"description\":\"alt\",\"is_spoiler\":true}]}")
                        .file(stored(71)));

        JsonNode kept = edit(ANN, id(sent), "{\"attachments\":[{\"id\":\"71\"}]}");
        assertThat(kept.at("/attachments/0/description").asText()).isEqualTo("alt");
        assertThat(kept.at("/attachments/0/flags").asInt()).isEqualTo(8);

        JsonNode edited = edit(
                ANN,
                id(sent),
                "{\"attachments\":[{\"id\":\"71\",\"title\":\"Plan\",\"description\":\"other\",\"is_spoiler\":false}]}");
        assertThat(edited.at("/attachments/0/title").asText()).isEqualTo("Plan");
        assertThat(edited.at("/attachments/0/description").asText()).isEqualTo("other");
        assertThat(edited.at("/attachments/0").has("flags")).isFalse();
    }

    /** By all that sends a message with files, and all that edits one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1}]",
                "[{\"id\":0},{\"id\":1}]",
                "[{\"id\":0},{\"id\":0}]",
                "[{\"id\":0},{\"id\":\"0\",\"description\":\"other\"}]",
                "[{\"id\":\"90\"}]",
                "[{\"id\":0,\"description\":\"x\"},{\"id\":\"90\"}]"
            })
    void theListNamesWhatIsThereAndOnlyOnce(String list) {
        tester.run(place, Calls.of("createMessage", ANN).body("{}").file(stored(90)));
        JsonNode other =
                tester.run(place, Calls.of("createMessage", ANN).body("{}").file(stored(71)));
        String body = "{\"content\":\"x\",\"attachments\":" + list + "}";

        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> tester.run(
                        place, Calls.of("createMessage", ANN).body(body).file(stored(72))));
        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> tester.run(
                        place,
                        Calls.of("updateMessage", ANN)
                                .path("message_id", id(other))
                                .body(body)
                                .file(stored(73))));
        assertThat(mark(72)).isEmpty();
        assertThat(isGone(71)).isFalse();
    }

    @Test
    void aNewMessageShowsAllThatCameAlongWhateverItsListNames() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .body("{\"attachments\":[{\"id\":1,\"description\":\"second\"}]}")
                        .file(stored(71))
                        .file(stored(72).setIndex(1)));
        assertThat(sent.get("attachments"))
                .extracting(file -> file.path("description").asText())
                .containsExactly("", "second");
    }

    @Test
    void aNameMayHideAFileAndAPictureSaysThatItMoves() {
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .body("{}")
                        .file(stored(71).setFilename("SPOILER_a.gif").setAnimated(true)));

        assertThat(sent.at("/attachments/0/flags").asInt()).isEqualTo(8 + 32);
    }

    @Test
    void onlySoundsHaveALength() {
        String said = "{\"attachments\":[{\"id\":0,\"duration_secs\":\"1.5\",\"waveform\":\"AAAA\"}]}";
        JsonNode text =
                tester.run(place, Calls.of("createMessage", ANN).body(said).file(stored(71)));
        JsonNode sound = tester.run(
                place, Calls.of("createMessage", ANN).body(said).file(stored(72).setContentType("audio/ogg")));

        assertThat(text.at("/attachments/0").has("duration_secs")).isFalse();
        assertThat(sound.at("/attachments/0/duration_secs").isNumber()).isTrue();
    }

    @Test
    void componentsAndEmbedsThatComeBackAsTheyWereReceivedStillKnowTheirFiles() {
        StoredFile.Builder picture = stored(71)
                .setFilename("a.png")
                .setUrl(place.links().signed(url(71)))
                .setWidth(3)
                .setHeight(4);
        StoredFile.Builder document =
                stored(72).setUrl(place.links().signed(url(72))).setSize(9);
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .bot()
                        .body("{\"flags\":32768,\"components\":["
                                + "{\"type\":12,\"items\":[{\"media\":{\"url\":\"attachment://a.png\"}}]},"
                                + "{\"type\":13,\"file\":{\"url\":\"attachment://72.txt\"}}]}")
                        .file(picture)
                        .file(document));
        assertThat(sent.get("attachments")).isEmpty();

        JsonNode edited = edit(ANN, id(sent), "{\"components\":" + sent.get("components") + "}");

        assertThat(edited.get("components")).isEqualTo(sent.get("components"));
        assertThat(edited.at("/components/0/items/0/media/width").asInt()).isEqualTo(3);
        assertThat(edited.at("/components/1/name").asText()).isEqualTo("72.txt");
        assertThat(edited.get("attachments")).isEmpty();
    }

    @Test
    void whatShowsAFileThatIsNotThereIsRefusedInComponentsAndLeftOutOfEmbeds() {
        String file = "{\"flags\":32768,\"components\":[{\"type\":13,\"file\":{\"url\":\"";
        for (String url : List.of("attachment://none.txt", "http://elsewhere.example/a.txt")) {
            refused(
                    ErrorCode.INVALID_FORM_BODY,
                    () -> tester.run(place, Calls.of("createMessage", ANN).bot().body(file + url + "\"}}]}")));
        }
        JsonNode sent = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .bot()
                        .body("{\"embeds\":[{\"title\":\"t\",\"image\":{\"url\":\"attachment://none.png\"},"
                                + "\"footer\":{\"text\":\"f\",\"icon_url\":\"attachment://none.png\"}}]}"));
        assertThat(sent.at("/embeds/0").has("image")).isFalse();
        assertThat(sent.at("/embeds/0/footer").size()).isEqualTo(1);
    }

    private static StoredFile.Builder stored(long id) {
        return StoredFile.newBuilder().setId(id).setFilename(id + ".txt").setUrl(url(id));
    }

    private static String url(long id) {
        return "http://cdn/attachments/20/" + id + "/a.txt";
    }

    private Optional<RowView> mark(long id) {
        return storage.row(AttachmentMarks.TABLE, AttachmentMarks.shard(20), 20L, id);
    }

    private boolean isGone(long id) {
        return mark(id).map(row -> row.get(AttachmentMarks.GONE, false)).orElse(false);
    }

    private JsonNode edit(long editor, long message, String body) {
        return tester.run(
                place,
                Calls.of("updateMessage", editor)
                        .bot()
                        .path("message_id", message)
                        .body(body));
    }

    private void delete(long who, long message) {
        tester.run(place, Calls.of("deleteMessage", who).path("message_id", message));
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }

    private static long id(JsonNode message) {
        return Snowflake.parse(message.get("id").asText());
    }
}
