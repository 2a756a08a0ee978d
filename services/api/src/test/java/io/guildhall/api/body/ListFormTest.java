package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListFormTest {
    private static final String TYPE = "multipart/form-data; boundary=x";

    private final ListForm form = ListForm.of(
                    InviteOperations.UPDATE_INVITE_TARGETS.body().orElseThrow())
            .orElseThrow();

    @Test
    void onlyBodiesWithSuchAListComeAsSuchAForm() {
        assertThat(form.field()).isEqualTo("target_users_file");
        assertThat(ListForm.of(InviteOperations.CREATE_INVITE.body().orElseThrow()))
                .isPresent();
        assertThat(ListForm.of(BanOperations.CREATE_BAN.body().orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id\n7\n8\n", "7\r\n8", "\uFEFFUsers\n\n7\n \"8\" \n\n"})
    void idsStandOnLinesWithOrWithoutANameAboveThem(String file) {
        assertThat(read(file("target_users_file", file)).get("target_users_file"))
                .extracting(JsonNode::asText)
                .containsExactly("7", "8");
    }

    @Test
    void theRestOfTheBodyStandsBesideTheFile() {
        String payload = "--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"max_uses\":1}\r\n";
        JsonNode whole = read(payload + file("target_users_file", "7"));
        assertThat(whole.get("max_uses").asInt()).isEqualTo(1);
        assertThat(whole.get("target_users_file")).hasSize(1);
        String field = "--x\r\nContent-Disposition: form-data; name=\"max_uses\"\r\n\r\n1\r\n";
        assertThat(read(field + file("other", "7")).get("max_uses").asText()).isEqualTo("1");
    }

    @Test
    void linesThatAreNoIdsAreNamed() {
        assertThatThrownBy(() -> read(file("target_users_file", "user_id\n7\nx\n99999999999999999999\n-1\n7,8")))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(50035);
                    assertThat(refused.toBody().toString())
                            .contains("Line 3: invalid user ID format")
                            .contains("Line 4: invalid user ID - must be a valid Discord snowflake")
                            .contains("Line 5: ")
                            .contains("Line 6: ");
                });
    }

    @Test
    void aFileOfManyBadLinesIsAnsweredWithFewAndATooLargeOneNotRead() {
        assertThatThrownBy(() -> read(file("target_users_file", "a-b\n".repeat(9_000))))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(
                                refused.toBody().toString().length())
                        .isLessThan(20_000));
        assertThatThrownBy(() -> read(file("target_users_file", "1\n".repeat(200_000))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.toBody().toString()).contains("BINARY_TYPE_MAX_SIZE"));
    }

    private JsonNode read(String parts) {
        return form.read(new ByteArrayInputStream((parts + "--x--\r\n").getBytes(UTF_8)), TYPE);
    }

    private static String file(String field, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"users.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }
}
