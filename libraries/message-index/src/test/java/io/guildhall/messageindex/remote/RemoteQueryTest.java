package io.guildhall.messageindex.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.Choice;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Parts;
import io.guildhall.messageindex.query.People;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Sorting;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.SearchedHome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteQueryTest {
    private static final List<SearchedHome> HOMES = List.of(home(1), home(2));

    @Test
    void everyWishArrives() {
        SearchQuery query = new SearchQuery(
                new Place(Set.of(1L, 2L), Set.of(11L, -12L), OptionalLong.of(0), OptionalLong.of(99)),
                new Words(List.of("hello", "\"to you\""), 7),
                new People(
                        Set.of(21L),
                        new Choice<>(Set.of(AuthorType.USER), Set.of(AuthorType.BOT)),
                        Set.of(22L),
                        Set.of(23L),
                        Optional.of(false),
                        Set.of(24L),
                        Set.of(25L)),
                new Parts(
                        new Choice<>(Set.of(Feature.LINK), Set.of(Feature.POLL)),
                        Set.of(EmbedKind.GIF),
                        Set.of("provider"),
                        Set.of("example.org"),
                        Set.of("file.txt"),
                        Set.of("txt"),
                        Optional.of(true)),
                new Page(Sorting.RELEVANCE, 5, 9975));

        assertThat(arrived(query)).isEqualTo(query);
    }

    @ParameterizedTest
    @EnumSource(Sorting.class)
    void whatIsNotAskedForIsNotAskedForThere(Sorting sorting) {
        SearchQuery query = SearchQuery.everything(
                        new Place(Set.of(1L, 2L), Set.of(), OptionalLong.empty(), OptionalLong.empty()))
                .with(new Page(sorting, 25, 0));

        assertThat(arrived(query)).isEqualTo(query);
    }

    @Test
    void whatNobodyKnowsIsRefusedAndNotPassedOver() {
        FindRequest.Builder request =
                RemoteQuery.request(SearchQuery.everything(Place.of(1, Set.of(11L))), List.of(home(1))).toBuilder();
        request.getTermsBuilder().getHasBuilder().addNone("spell");

        assertThatThrownBy(() -> RemoteQuery.query(request.build())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RemoteQuery.query(FindRequest.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersArrive() {
        Found hits = new Found.Messages(new Hits(1000, List.of(new Hit(11, 5), new Hit(12, 4))));
        Found building = new Found.NotYet(3);

        assertThat(RemoteAnswer.found(RemoteAnswer.reply(hits))).isEqualTo(hits);
        assertThat(RemoteAnswer.found(RemoteAnswer.reply(building))).isEqualTo(building);
        assertThatThrownBy(() -> RemoteAnswer.found(FindReply.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SearchQuery arrived(SearchQuery query) {
        return RemoteQuery.query(RemoteQuery.request(query, HOMES));
    }

    private static SearchedHome home(long id) {
        return SearchedHome.newBuilder()
                .setHome(ActorKey.newBuilder().setId(id))
                .build();
    }
}
