package io.guildhall.model.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final ByteString TEXT = ByteString.copyFromUtf8("ä[\"aab\",\"ω\"]");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "aab", "ab\",\"", "\"]", "[\"aab\",\""})
    void whatStandsInBytesIsFoundWhereverItBegins(String there) {
        assertThat(Json.contains(TEXT, there)).isTrue();
        assertThat(Json.contains(ByteString.copyFromUtf8("\uD83D\uDE00").concat(TEXT), there))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b\"]", "aabb", "]]", "a a", "[\"aab\",\"[\"aab\",\"[\"aab\",\""})
    void whatDoesNotStandThereIsNotFound(String absent) {
        assertThat(Json.contains(TEXT, absent)).isFalse();
        assertThat(Json.contains(ByteString.EMPTY, absent)).isFalse();
    }

    @Test
    void oneFieldIsFoundAmongOthersThatAreNotMadeIntoTrees() {
        ByteString object = ByteString.copyFromUtf8(
                "{\"text\":\"x\",\"list\":[{\"wanted\":0}],\"wanted\":{\"id\":\"7\"},\"last\":null}");
        assertThat(Json.field(object, "wanted").path("id").asText()).isEqualTo("7");
        assertThat(Json.field(object, "last").isNull()).isTrue();
        assertThat(Json.field(object, "other").isMissingNode()).isTrue();
        assertThat(Json.field(ByteString.copyFromUtf8("[1]"), "wanted").isMissingNode())
                .isTrue();
        assertThat(Json.field(ByteString.EMPTY, "wanted").isMissingNode()).isTrue();
    }
}
