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
import io.guildhall.api.upload.TestUploads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of interactions: where they belong stands in the body and not in the path. */
class FilesOfInteractionsTest {
    private static final Operation OPERATION = InteractionOperations.CREATE_INTERACTION;
    private static final String JSON = """
            {"type": 2, "application_id": "7", "channel_id": "5", "session_id": "s",
             "data": {"id": "9", "options": [{"type": 11, "name": "file", "value": "0"}]}}""";

    @TempDir
    Path directory;

    private final List<Map<String, String>> asked = new ArrayList<>();

    @Test
    void theChannelOfTheBodyIsAskedAndKeepsTheFile() {
        try (ParsedBody body = read(payload(JSON), file("x"))) {
            assertThat(body.keys()).singleElement().asString().startsWith("attachments/5/");
            assertThat(body.files().getFirst().getIndex()).isZero();
            assertThat(body.json().at("/data/options/0/value").asText()).isEqualTo("0");
        }
        assertThat(asked).containsExactly(Map.of("channel_id", "5"));
    }

    @Test
    void aFileBeforeTheBodyIsRefused() {
        refused(ErrorCode.INVALID_FORM_BODY, file("x"), payload(JSON));
        assertThat(asked).isEmpty();
    }

    @Test
    void aBodyOfAnotherShapeIsRefusedBeforeAnybodyIsAsked() {
        refused(ErrorCode.INVALID_FORM_BODY, payload("{\"channel_id\": \"5\"}"), file("x"));
        assertThat(asked).isEmpty();
    }

    @Test
    void nothingIsStoredForWhoMaySendNone() {
        FileGate shut = (caller, operation, path) -> {
            throw ApiException.forbidden(ErrorCode.MISSING_PERMISSIONS);
        };
        assertThatThrownBy(() -> reader(shut).read(request(payload(JSON), file("x")), OPERATION, caller(), Map.of()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(403));
        assertThat(directory).isEmptyDirectory();
    }

    private void refused(ErrorCode code, String... parts) {
        assertThatThrownBy(() -> read(parts)).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                        refusal.toBody().path("code").asInt())
                .isEqualTo(code.number()));
        assertThat(directory).isEmptyDirectory();
    }

    private ParsedBody read(String... parts) {
        return reader((caller, operation, path) -> asked.add(path)).read(request(parts), OPERATION, caller(), Map.of());
    }

    private BodyReader reader(FileGate gate) {
        ApiConfig config = Configs.api(Map.of("guildhall.api.attachments-directory", directory.toString()));
        return new BodyReader(
                config,
                new BodyBudget(config),
                TestUploads.of(config, new FakeStorage()),
                new BodyImages(null, null),
                null,
                gate);
    }

    private static Optional<Identity> caller() {
        return Optional.of(new Identity(8, false, 0, 1));
    }

    private static RestRequest request(String... parts) {
        String body = String.join("", parts) + "--b--\r\n";
        return new RestRequest(
                null,
                "",
                "",
                name -> name.equals("Content-Type") ? "multipart/form-data; boundary=b" : null,
                "",
                new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static String payload(String json) {
        return "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n" + json + "\r\n";
    }

    private static String file(String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.txt\"\r\n\r\n" + content
                + "\r\n";
    }
}
