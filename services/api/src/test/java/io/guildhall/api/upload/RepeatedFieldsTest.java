package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that says a field twice says two things, of which others may take the other one. */
class RepeatedFieldsTest {
    @ParameterizedTest
    @ValueSource(strings = {"name", "file"})
    void areRefused(String field) {
        assertThat(read("name", "tags", "file").fields()).hasSize(2);
        assertThatThrownBy(() -> read("name", "tags", "file", field))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.INVALID_FORM_BODY.number()));
    }

    private static SmallForm read(String... fields) {
        StringBuilder form = new StringBuilder();
        for (String field : fields) {
            form.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"\r\n\r\nx\r\n");
        }
        byte[] bytes = form.append("--b--").toString().getBytes(UTF_8);
        return SmallForm.read(new ByteArrayInputStream(bytes), "multipart/form-data; boundary=b", "file", 100);
    }
}
