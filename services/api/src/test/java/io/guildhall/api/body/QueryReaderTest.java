package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.SearchOperations;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryReaderTest {
    @Test
    void aKeyThatComesSeveralTimesIsAList() {
        JsonNode query = QueryReader.read("author_id=1&has=link&has=-poll", SearchOperations.SEARCH_MESSAGES);

        assertThat(query.get("author_id")).hasSize(1);
        assertThat(query.get("has")).extracting(JsonNode::asText).containsExactly("link", "-poll");
    }

    @Test
    void asManyKeysAreReadAsAnOperationTakes() {
        String query = Stream.of(
                        keys("channel_id", 500), keys("author_id", 100), keys("mentions", 100), List.of("limit=3"))
                .flatMap(List::stream)
                .collect(Collectors.joining("&"));

        JsonNode read = QueryReader.read(query, SearchOperations.SEARCH_MESSAGES);

        assertThat(read.get("channel_id")).hasSize(500);
        assertThat(read.get("mentions")).hasSize(100);
        assertThat(read.get("limit").asInt()).isEqualTo(3);
    }

    @Test
    void oneMoreInAListIsRefusedAndNotLeftOut() {
        assertThatThrownBy(() ->
                        QueryReader.read(String.join("&", keys("channel_id", 501)), SearchOperations.SEARCH_MESSAGES))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(50035));
    }

    @Test
    void ofWhatNoOperationTakesNotEverythingIsRead() {
        String padding = String.join("&", keys("padding", 500));

        assertThat(QueryReader.read(padding + "&limit=3", MessageOperations.LIST_MESSAGES)
                        .has("limit"))
                .isFalse();
    }

    private static List<String> keys(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(value -> name + "=" + value)
                .toList();
    }
}
