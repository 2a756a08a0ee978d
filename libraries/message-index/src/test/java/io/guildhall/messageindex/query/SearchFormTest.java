package io.guildhall.messageindex.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.SearchShapes;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a query's parameters to what is looked for. */
class SearchFormTest {
    @Test
    void withoutParametersTheNewestMessagesAreWanted() {
        SearchQuery query = query("{}");

        assertThat(query).isEqualTo(SearchQuery.everything(Place.of(1, Set.of(10L))));
    }

    @Test
    void everyParameterIsRead() {
        SearchQuery query = query("""
                {"content": "a", "contents": ["b", " "], "slop": "5",
                 "author_id": ["1", "2"], "author_type": ["user", "-bot"], "mentions": "3", "mentions_role_id": "4",
                 "mention_everyone": "false", "replied_to_user_id": "5", "replied_to_message_id": "6",
                 "min_id": "7", "max_id": "8", "has": ["link", "-file"], "embed_type": "gif", "embed_provider": "Tenor",
                 "link_hostname": "example.com", "attachment_filename": "a.txt", "attachment_extension": "txt",
                 "pinned": "true", "sort_by": "timestamp", "sort_order": "asc", "limit": "3", "offset": "9975"}
                """);

        assertThat(query.place()).isEqualTo(new Place(Set.of(1L), Set.of(10L), OptionalLong.of(7), OptionalLong.of(8)));
        assertThat(query.words()).isEqualTo(new Words(List.of("a", "b"), 5));
        assertThat(query.people())
                .isEqualTo(new People(
                        Set.of(1L, 2L),
                        new Choice<>(Set.of(AuthorType.USER), Set.of(AuthorType.BOT)),
                        Set.of(3L),
                        Set.of(4L),
                        Optional.of(false),
                        Set.of(5L),
                        Set.of(6L)));
        assertThat(query.parts())
                .isEqualTo(new Parts(
                        new Choice<>(Set.of(Feature.LINK), Set.of(Feature.FILE)),
                        Set.of(EmbedKind.GIF),
                        Set.of("Tenor"),
                        Set.of("example.com"),
                        Set.of("a.txt"),
                        Set.of("txt"),
                        Optional.of(true)));
        assertThat(query.page()).isEqualTo(new Page(Sorting.OLDEST_FIRST, 3, 9975));
    }

    @Test
    void byRelevanceTheOrderIsTheSameEitherWay() {
        assertThat(query("{\"sort_by\":\"relevance\",\"sort_order\":\"asc\"}")
                        .page()
                        .sorting())
                .isEqualTo(Sorting.RELEVANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "sort_by, author, BASE_TYPE_CHOICES",
        "author_type, robot, BASE_TYPE_CHOICES",
        "has, nothing, BASE_TYPE_CHOICES",
        "embed_type, rich, BASE_TYPE_CHOICES",
        "limit, 26, NUMBER_TYPE_MAX",
        "limit, 0, NUMBER_TYPE_MIN",
        "offset, 9976, NUMBER_TYPE_MAX",
        "slop, 101, NUMBER_TYPE_MAX",
        "author_id, x, NUMBER_TYPE_COERCE",
        "max_id, -1, NUMBER_TYPE_COERCE",
        "pinned, maybe, BOOLEAN_TYPE_CONVERT"
    })
    void whatDiscordRefusesIsRefused(String parameter, String value, String problem) {
        Problems problems = Problems.none();
        SearchShapes.MESSAGES.check(Json.object().put(parameter, value), problems);

        assertThat(problems.tree().toString()).contains(problem);
    }

    private static SearchQuery query(String parameters) {
        Problems problems = Problems.none();
        JsonNode clean = SearchShapes.MESSAGES.check(Json.parse(parameters), problems);
        assertThat(problems.isEmpty()).isTrue();
        return new SearchForm(clean).query(Set.of(1L), Set.of(10L));
    }
}
