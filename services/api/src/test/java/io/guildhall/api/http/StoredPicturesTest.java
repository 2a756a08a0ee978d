package io.guildhall.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestRequest;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.FileShape;
import io.guildhall.model.operation.ImageShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PictureMarks;
import io.guildhall.model.table.catalogue.Webhooks;
import io.guildhall.model.webhook.WebhookTokens;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over every operation that takes pictures. */
class StoredPicturesTest {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final long EVERY_ID = 5;
    private static final String TOKEN = new WebhookTokens("a secret").of(EVERY_ID);

    @TempDir
    Path directory;

    private final FakeOwner owner = new FakeOwner();
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage = new StorageAccess(new StorageRouter(
            node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(Clock.systemUTC())));
    private RequestPipeline pipeline;

    static Stream<Operation> waysIn() {
        return Operations.all().stream()
                .filter(operation -> !pictures(operation).isEmpty());
    }

    @BeforeEach
    void open() {
        pipeline = TestPipeline.with(Configs.unlimited(directory), owner, fake);
        storage.write(List.of(Write.to(Webhooks.TABLE, EVERY_ID)
                        .set(Webhooks.GUILD_ID, 4L)
                        .set(Webhooks.CHANNEL_ID, EVERY_ID)
                        .set(Webhooks.TYPE, 1L)
                        .build()))
                .await()
                .indefinitely();
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void nothingIsStoredForWhoeverTheOwnerRefuses(Operation operation) {
        owner.refuseRehearsals(true);
        assertThat(send(operation)).isEqualTo(403);
        assertThat(stored()).isEmpty();
        assertThat(marks()).isZero();
        assertThat(owner.commands()).noneMatch(Command::hasRest).anyMatch(Command::hasRehearsal);
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void whatTheOwnerRefusesAfterAllGoesAgain(Operation operation) {
        owner.refuseCalls(true);
        assertThat(send(operation)).isEqualTo(403);
        assertThat(stored()).isEmpty();
        assertThat(marks()).isZero();
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void theOwnerRehearsesTheCallThatItThenGets(Operation operation) {
        assertThat(send(operation)).isEqualTo(operation.status());
        assertThat(stored()).hasSize(pictures(operation).size());
        assertThat(marks()).isEqualTo(pictures(operation).size());
        List<Command> asked = owner.commands().stream()
                .filter(command -> !command.hasInternal())
                .toList();
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().getRehearsal()).isEqualTo(asked.getLast().getRest());
    }

    @Test
    void callsWithoutPicturesAreNotRehearsed() {
        Operation operation = Operations.byName("createWebhook").orElseThrow();
        send(operation, "application/json", "{\"name\":\"hook\"}".getBytes(UTF_8));
        assertThat(owner.commands()).hasSize(1).allMatch(Command::hasRest);
    }

    /** Only owners rehearse. */
    @Test
    void apiItselfTakesNoPictures() {
        assertThat(waysIn()).isNotEmpty().noneMatch(operation -> operation.scope() == Scope.API);
    }

    private static List<String> pictures(Operation operation) {
        return operation.body().filter(ObjectShape.class::isInstance).map(ObjectShape.class::cast).stream()
                .flatMap(body -> body.names().stream()
                        .filter(name -> isPicture(body.field(name).orElseThrow())))
                .toList();
    }

    private static boolean isPicture(Shape shape) {
        return shape instanceof ImageShape || shape instanceof FileShape;
    }

    private int send(Operation operation) {
        ObjectNode body = (ObjectNode) Json.parse("""
                {"name":"pixel","scheduled_start_time":"2999-01-01T00:00:00Z","privacy_level":2,"entity_type":3}""");
        body.retain(((ObjectShape) operation.body().orElseThrow()).names());
        if (pictures(operation).equals(List.of("file"))) {
            return send(operation, "multipart/form-data; boundary=b", form(body.put("tags", "pixel")));
        }
        for (String picture : pictures(operation)) {
            body.put(picture, "data:image/png;base64," + PIXEL);
        }
        return send(operation, "application/json", body.toString().getBytes(UTF_8));
    }

    private int send(Operation operation, String type, byte[] body) {
        String path =
                operation.path().replace("{webhook_token}", TOKEN).replaceAll("\\{[a-z_]+}", Long.toString(EVERY_ID));
        String caller = operation.access() == Access.BOT ? "Bot robot" : "person";
        return pipeline.answer(new RestRequest(
                        operation.method(),
                        path,
                        "",
                        name -> switch (name) {
                            case "Authorization" -> caller;
                            case "Content-Type" -> type;
                            default -> null;
                        },
                        "127.0.0.1",
                        new ByteArrayInputStream(body)))
                .status();
    }

    private static byte[] form(ObjectNode fields) {
        StringBuilder form = new StringBuilder();
        fields.properties()
                .forEach(field -> form.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue().asText())));
        form.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n")
                .append(new String(Base64.getDecoder().decode(PIXEL), ISO_8859_1))
                .append("\r\n--b--\r\n");
        return form.toString().getBytes(ISO_8859_1);
    }

    private List<Path> stored() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int marks() {
        int count = 0;
        for (long shard = 0; shard < PictureMarks.SHARDS; shard++) {
            count += storage.rows(Read.from(PictureMarks.TABLE, shard).build())
                    .await()
                    .indefinitely()
                    .size();
        }
        return count;
    }
}
