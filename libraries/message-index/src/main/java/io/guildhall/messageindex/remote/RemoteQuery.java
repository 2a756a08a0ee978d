package io.guildhall.messageindex.remote;

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
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.SearchChoice;
import io.guildhall.model.rpc.SearchOrder;
import io.guildhall.model.rpc.SearchPage;
import io.guildhall.model.rpc.SearchTerms;
import io.guildhall.model.rpc.SearchedHome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A query as it goes to the cluster's search service and as it is read there. */
public final class RemoteQuery {
    private RemoteQuery() {}

    /** @param homes those of the query, with the terms that their owners are in */
    public static FindRequest request(SearchQuery query, List<SearchedHome> homes) {
        return FindRequest.newBuilder()
                .addAllHomes(homes)
                .addAllReadable(query.place().channels())
                .setTerms(terms(query))
                .setPage(SearchPage.newBuilder()
                        .setOrder(order(query.page().sorting()))
                        .setLimit(query.page().limit())
                        .setOffset(query.page().offset()))
                .build();
    }

    /** @throws IllegalArgumentException when it is no query */
    public static SearchQuery query(FindRequest request) {
        SearchTerms terms = request.getTerms();
        Place place = new Place(
                request.getHomesList().stream()
                        .map(home -> home.getHome().getId())
                        .collect(Collectors.toSet()),
                Set.copyOf(request.getReadableList()),
                terms.hasAfter() ? OptionalLong.of(terms.getAfter()) : OptionalLong.empty(),
                terms.hasBefore() ? OptionalLong.of(terms.getBefore()) : OptionalLong.empty());
        if (place.homes().isEmpty()) {
            throw new IllegalArgumentException("a search has at least one home");
        }
        Words words = new Words(terms.getContentsList(), terms.getSlop());
        return new SearchQuery(place, words, people(terms), parts(terms), page(request.getPage()));
    }

    private static SearchTerms terms(SearchQuery query) {
        People people = query.people();
        Parts parts = query.parts();
        SearchTerms.Builder terms = SearchTerms.newBuilder()
                .addAllContents(query.words().contents())
                .setSlop(query.words().slop())
                .addAllAuthors(people.authors())
                .setAuthorTypes(choice(people.authorTypes(), AuthorType::word))
                .addAllMentions(people.mentions())
                .addAllMentionedRoles(people.mentionedRoles())
                .addAllRepliedToAuthors(people.repliedToAuthors())
                .addAllRepliedToMessages(people.repliedToMessages())
                .setHas(choice(parts.has(), Feature::word))
                .addAllEmbeds(parts.embeds().stream().map(EmbedKind::word).toList())
                .addAllEmbedProviders(parts.embedProviders())
                .addAllLinkHostnames(parts.linkHostnames())
                .addAllFilenames(parts.filenames())
                .addAllExtensions(parts.extensions());
        query.place().after().ifPresent(terms::setAfter);
        query.place().before().ifPresent(terms::setBefore);
        people.mentionEveryone().ifPresent(terms::setMentionEveryone);
        parts.pinned().ifPresent(terms::setPinned);
        return terms.build();
    }

    private static People people(SearchTerms terms) {
        return new People(
                Set.copyOf(terms.getAuthorsList()),
                choice(terms.getAuthorTypes(), AuthorType.values(), AuthorType::word),
                Set.copyOf(terms.getMentionsList()),
                Set.copyOf(terms.getMentionedRolesList()),
                terms.hasMentionEveryone() ? Optional.of(terms.getMentionEveryone()) : Optional.empty(),
                Set.copyOf(terms.getRepliedToAuthorsList()),
                Set.copyOf(terms.getRepliedToMessagesList()));
    }

    private static Parts parts(SearchTerms terms) {
        return new Parts(
                choice(terms.getHas(), Feature.values(), Feature::word),
                values(terms.getEmbedsList(), EmbedKind.values(), EmbedKind::word),
                Set.copyOf(terms.getEmbedProvidersList()),
                Set.copyOf(terms.getLinkHostnamesList()),
                Set.copyOf(terms.getFilenamesList()),
                Set.copyOf(terms.getExtensionsList()),
                terms.hasPinned() ? Optional.of(terms.getPinned()) : Optional.empty());
    }

    private static Page page(SearchPage page) {
        Sorting sorting =
                switch (page.getOrder()) {
                    case NEWEST_FIRST -> Sorting.NEWEST_FIRST;
                    case OLDEST_FIRST -> Sorting.OLDEST_FIRST;
                    case RELEVANCE -> Sorting.RELEVANCE;
                    case UNRECOGNIZED -> throw new IllegalArgumentException("no such order");
                };
        return new Page(sorting, page.getLimit(), page.getOffset());
    }

    private static SearchOrder order(Sorting sorting) {
        return switch (sorting) {
            case NEWEST_FIRST -> SearchOrder.NEWEST_FIRST;
            case OLDEST_FIRST -> SearchOrder.OLDEST_FIRST;
            case RELEVANCE -> SearchOrder.RELEVANCE;
        };
    }

    private static <T> SearchChoice choice(Choice<T> choice, Function<T, String> word) {
        return SearchChoice.newBuilder()
                .addAllAny(choice.any().stream().map(word).toList())
                .addAllNone(choice.none().stream().map(word).toList())
                .build();
    }

    private static <T> Choice<T> choice(SearchChoice choice, T[] all, Function<T, String> word) {
        return new Choice<>(values(choice.getAnyList(), all, word), values(choice.getNoneList(), all, word));
    }

    private static <T> Set<T> values(List<String> words, T[] all, Function<T, String> word) {
        return words.stream().map(wanted -> value(wanted, all, word)).collect(Collectors.toSet());
    }

    /** A word that nobody knows is no wish that may be passed over: more would be found than was asked for. */
    private static <T> T value(String wanted, T[] all, Function<T, String> word) {
        return Arrays.stream(all)
                .filter(value -> word.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + wanted));
    }
}
