package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.Configs;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final ApiConfig PATIENT = Configs.api(Map.of(
            "guildhall.api.bodies.max-plain-json", "1000000",
            "guildhall.api.bodies.budget", "1000000000"));
    private static final ApiConfig IMPATIENT = Configs.api(Map.of("guildhall.api.bodies.timeout", "1ms"));

    private final BodyBudget budget = new BodyBudget(PATIENT);
    private final BodyReader reader = new BodyReader(PATIENT, budget, null, new BodyImages(null, null), null, null);

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\"} {}", "{\"name\":\"x\"}]", "{} 1", "{", "nonsense"})
    void whatIsNotOneJsonValueIsRefused(String body) {
        refused(50109, "createRole", "application/json", body);
    }

    @Test
    void bodiesThatWouldBecomeManyTimesTheirSizeAreRefusedBeforeTheyDo() {
        refused(40005, "createRole", "application/json", "[".repeat(49) + "]".repeat(49));
        refused(40005, "createRole", "application/json", "[" + "{},".repeat(80_000) + "{}]");
        refused(40005, "createRole", "application/json", "{\"position\":" + "1".repeat(65) + "}");
    }

    @Test
    void strangersMaySendLittle() {
        refused(40005, "login", "application/json", "{\"login\":\"" + "x".repeat(17_000) + "\",\"password\":\"y\"}");
        refused(40005, "login", "application/json", "[" + "{},".repeat(5_500) + "{}]");
    }

    @Test
    void onlyWherePicturesBelongMayABodyBeLarge() {
        String large = "{\"name\":\"" + "x".repeat(1_000_000) + "\"}";
        refused(40005, "createBan", "application/json", large);
    }

    @Test
    void formsOfTheWebAreTakenAndOtherTextIsNot() {
        try (ParsedBody body = read("login", "application/x-www-form-urlencoded", "login=a%40b.example&password=x+y")) {
            assertThat(body.json().path("login").asText()).isEqualTo("a@b.example");
            assertThat(body.json().path("password").asText()).isEqualTo("x y");
        }
        refused(50035, "login", "text/plain", "{\"login\":\"a\",\"password\":\"b\"}");
        read("createRole", "text/plain", "").close();
        read("createRole", null, "{}").close();
    }

    @Test
    void aBodyThatDripsIsGivenUp() {
        BodyReader impatient = new BodyReader(IMPATIENT, budget, null, new BodyImages(null, null), null, null);
        InputStream dripping = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    Thread.sleep(2);
                } catch (InterruptedException stopping) {
                    throw new IOException(stopping);
                }
                return ' ';
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> impatient.read(
                        new RestRequest(null, "", "", name -> null, "", dripping),
                        operation("login"),
                        Optional.empty(),
                        Map.of()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(408));
    }

    @ParameterizedTest
    @CsvSource({"login,application/json", "createSticker,multipart/form-data; boundary=b"})
    void whoGoesAwayInTheMiddleIsNoFailureOfThisProcess(String operation, String type) {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(
                        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx".getBytes(UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset by peer");
                    }
                });
        RestRequest request =
                new RestRequest(null, "", "", name -> name.equals("Content-Type") ? type : null, "", broken);
        assertThatThrownBy(() -> reader.read(request, operation(operation), Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(408));
    }

    @Test
    void everyShareComesBackWhateverBecomesOfTheBody() {
        long before = budget.left();
        read("createRole", "application/json", "{}").close();
        refused(50109, "createRole", "application/json", "nonsense");
        refused(50035, "createRole", "application/json", "{\"name\":[]}");
        refused(40005, "login", "application/json", " ".repeat(20_000));
        assertThat(budget.left()).isEqualTo(before);
    }

    private void refused(int code, String operation, String type, String body) {
        assertThatThrownBy(() -> read(operation, type, body))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                                refusal.toBody().path("code").asInt())
                        .isEqualTo(code));
    }

    private ParsedBody read(String operation, String type, String body) {
        RestRequest request = new RestRequest(
                null,
                "",
                "",
                name -> name.equals("Content-Type") ? type : null,
                "",
                new ByteArrayInputStream(body.getBytes(UTF_8)));
        return reader.read(request, operation(operation), Optional.empty(), Map.of());
    }

    private static Operation operation(String name) {
        return Operations.byName(name).orElseThrow();
    }
}
