package io.guildhall.model.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonListTest {
    private static final ByteString STORED = ByteString.copyFromUtf8("[{\"a\":1},{\"b\":[2]}]");

    @Test
    void bytesPassThroughAsTheyAre() {
        assertThat(JsonList.of(STORED).bytes()).isSameAs(STORED);
        assertThat(JsonList.of(STORED).isEmpty()).isFalse();
    }

    @Test
    void whoeverLooksIntoItFindsTrees() {
        assertThat(JsonList.of(STORED).trees()).hasSize(2);
        assertThat(JsonList.of(STORED).trees().getFirst().path("a").asInt()).isEqualTo(1);
        assertThat(JsonList.of(JsonList.of(STORED).trees()).bytes()).isEqualTo(STORED);
        assertThat(JsonList.of(JsonList.of(STORED).trees())).isEqualTo(JsonList.of(STORED));
    }

    @Test
    void aListOfNothingIsEmptyHoweverItCame() {
        assertThat(JsonList.of(Json.EMPTY_LIST)).isSameAs(JsonList.EMPTY);
        assertThat(JsonList.of(List.of())).isSameAs(JsonList.EMPTY);
        assertThat(JsonList.of(ByteString.copyFromUtf8("[ ]")).isEmpty()).isTrue();
        assertThat(JsonList.EMPTY.bytes()).isEqualTo(Json.EMPTY_LIST);
    }

    @Test
    void itIsWrittenAndReadAsTheListThatItIs() {
        assertThat(Json.bytes(JsonList.of(STORED))).isEqualTo(STORED);
        assertThat(Json.<JsonNode>tree(JsonList.of(STORED)).isArray()).isTrue();
        assertThat(Json.read(STORED, JsonList.class)).isEqualTo(JsonList.of(STORED));
    }
}
