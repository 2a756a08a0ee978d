package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.api.Test;

class UrlEncodedBodyTest {
    private static JsonNode read(String body) {
        return UrlEncodedBody.read(body.getBytes(UTF_8));
    }

    @Test
    void fieldsAreWhatTheySay() {
        assertThat(read("grant_type=client_credentials&scope=identify+email"))
                .isEqualTo(Json.parse("{\"grant_type\":\"client_credentials\",\"scope\":\"identify email\"}"));
    }

    @Test
    void theFieldOfAWholeBodyIsTheBody() {
        assertThat(read("payload_json=%7B%22type%22%3A+4%2C%22data%22%3A%7B%22content%22%3A%22%C3%A9%22%7D%7D"))
                .isEqualTo(Json.parse("{\"type\":4,\"data\":{\"content\":\"é\"}}"));
    }

    @Test
    void aWholeBodyThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> read("payload_json=%7B")).isInstanceOf(ApiException.class);
    }
}
