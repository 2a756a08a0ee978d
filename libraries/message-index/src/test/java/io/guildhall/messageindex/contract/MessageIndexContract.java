package io.guildhall.messageindex.contract;

import static io.guildhall.messageindex.contract.Messages.CHANNEL;
import static io.guildhall.messageindex.contract.Messages.HOME;
import static io.guildhall.messageindex.contract.Messages.document;
import static io.guildhall.messageindex.contract.Messages.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Sorting;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.SearchShapes;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index of messages does. */
public abstract class MessageIndexContract {
    private static final Place HERE = Place.of(HOME, Set.of(CHANNEL, CHANNEL + 1));

    private MessageIndex index;

    /** A new index without messages. */
    protected abstract MessageIndex empty();

    /** The same index as after its process died and began again. */
    protected abstract MessageIndex reopened(MessageIndex index) throws IOException;

    @BeforeEach
    void open() {
        index = empty();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // English
                "The deploy failed again | deploy failed | true",
                "The deploy failed again | DEPLOYS | true",
                "The deploy failed again | deploy again | true",
                "The deploy of the new server failed at last | deploy last | false",
                "The deploy failed again | deployment manager | false",
                "We are running late | run | true",
                "We are running late | '\"run\"' | false",
                "We are running late | '\"running late\"' | true",
                "We are running very late | '\"running late\"' | false",
                "don’t panic | don't | true",
                "Café society | cafe | true",
                // German
                "Die Häuser sind groß | haus | true",
                "Die Häuser sind groß | gross | true",
                "Schöne Grüße aus Köln | gruesse koeln | true",
                "Schoene Gruesse | Grüße | true",
                "Die Katzen schlafen | katze | true",
                "Die Katzen schlafen | hund | false",
                // Chinese
                "我们明天去北京开会 | 北京 | true",
                "我们明天去北京开会 | 开会 | true",
                "我们明天去北京开会 | 京 | true",
                "我们明天去北京开会 | 上海 | false",
                "北方的京城 | 北京 | false",
                // Japanese
                "東京都に住んでいます | 東京 | true",
                "東京都に住んでいます | 住んで | true",
                "東京都に住んでいます | 大阪 | false",
                "ﾃｽﾄを実行する | テスト | true",
                // Korean
                "서울에서 만나요 | 서울 | true",
                "서울에서 만나요 | 부산 | false",
                // Arabic
                "ذهبت إلى المدرسة اليوم | مدرسة | true",
                "كِتَابٌ جديد | كتاب | true",
                "ذهبت إلى المدرسة اليوم | جامعة | false",
                // Russian and Thai
                "Новые книги пришли | книга | true",
                "สวัสดีครับ ยินดีต้อนรับ | ยินดี | true",
                // Emoji, code and addresses
                "ship it 🚀 | 🚀 | true",
                "ship it 🚀 | 🎉 | false",
                "thanks 👍🏽 | 👍 | true",
                "call foo.bar_baz() here | bar_baz | true",
                "call foo.bar_baz() here | foo.bar | true",
                "see https://example.com/docs/start | example.com | true",
                "see https://example.com/docs/start | start | true",
                "written in C++ not C | c++ | true",
                "written in C only | c++ | false",
                "hello <:party:123456> | :party: | true",
                // Nothing in it is a word
                "hello | !!! | false",
            })
    void findsWords(String text, String question, boolean found) {
        index.apply(List.of(put(1, text), put(2, "unrelated filler 42")));

        assertThat(ids(question)).isEqualTo(found ? List.of(1L) : List.of());
    }

    /** All of it lies in one index, as in a community of many languages: what is found in one of them must not lose itself in the others. */
    @Test
    void everyQuestionToACorpusOfSeveralLanguagesFindsExactlyWhatItMeans() {
        Corpus corpus = Corpus.read();
        index.apply(corpus.messages());

        assertThat(corpus.questions()).allSatisfy((question, expected) -> assertThat(
                        ids(question).stream().sorted().toList())
                .as(question)
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "ab cd ", "running houses ", "\"a\" ", "字", "กา "})
    void theLongestQuestionIsAnswered(String repeated) {
        String longest = repeated.repeat(1024 / repeated.length());
        index.apply(List.of(put(1, longest + longest), put(2, "another")));
        List<String> contents = new ArrayList<>(List.of(longest));
        for (int number = 0; number < 100; number++) {
            contents.add(longest.substring(number % repeated.length()) + " " + number);
        }

        assertThat(ids(new Words(contents, 100))).containsExactly(1L);
    }

    @Test
    void theLastTermOfAHomeIsRemembered() throws IOException {
        assertThat(term(HOME)).isZero();

        index.remember(HOME, 3);
        index.remember(HOME, 4);
        index.begin(HOME);
        index.commit();
        index = reopened(index);

        assertThat(term(HOME)).isEqualTo(4);
        assertThat(count(HOME)).isZero();
    }

    @Test
    void slopSaysHowFarWordsMayBeApart() {
        index.apply(List.of(put(1, "alpha one two three omega")));

        assertThat(ids(new Words(List.of("alpha omega"), 2))).isEmpty();
        assertThat(ids(new Words(List.of("alpha omega"), 3))).containsExactly(1L);
    }

    @Test
    void oneOfSeveralContentsIsEnough() {
        index.apply(List.of(put(1, "apples"), put(2, "pears"), put(3, "plums")));

        assertThat(ids(new Words(List.of("apple", "plum"), 2))).containsExactly(3L, 1L);
    }

    @Test
    void theBestMatchIsFirstByRelevance() {
        index.apply(List.of(
                put(1, "rocket rocket rocket"),
                put(2, "a rocket somewhere in a long text about many other things that people write all day"),
                put(3, "nothing of it")));
        SearchQuery query = SearchQuery.everything(HERE).with(Words.of("rocket"));

        assertThat(ids(query.with(new Page(Sorting.RELEVANCE, 25, 0)))).containsExactly(1L, 2L);
        assertThat(ids(query.with(new Page(Sorting.NEWEST_FIRST, 25, 0)))).containsExactly(2L, 1L);
        assertThat(ids(query.with(new Page(Sorting.OLDEST_FIRST, 25, 0)))).containsExactly(1L, 2L);
    }

    @Test
    void pagesFollowEachOtherAndTheTotalCountsAll() {
        List<Change> changes = new ArrayList<>();
        for (long id = 1; id <= 60; id++) {
            changes.add(put(id, "word " + id));
        }
        index.apply(changes);
        SearchQuery query = SearchQuery.everything(HERE).with(Words.of("word"));

        Hits last = index.search(query.with(new Page(Sorting.NEWEST_FIRST, 25, 50)));

        assertThat(last.total()).isEqualTo(60);
        assertThat(last.messages())
                .extracting(Hits.Hit::message)
                .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(index.search(query.with(new Page(Sorting.NEWEST_FIRST, 25, 75)))
                        .messages())
                .isEmpty();
    }

    @Test
    void boundsLeaveTheirOwnIdsOut() {
        index.apply(List.of(put(1, "a"), put(2, "a"), put(3, "a"), put(4, "a")));

        assertThat(ids(SearchQuery.everything(
                        new Place(Set.of(HOME), Set.of(CHANNEL), OptionalLong.of(1), OptionalLong.of(4)))))
                .containsExactly(3L, 2L);
    }

    @Test
    void nothingOutsideOfReadableChannelsIsFoundOrCounted() {
        index.apply(List.of(
                put(1, CHANNEL, "secret", new Version(1, 1)), put(2, CHANNEL + 1, "secret", new Version(1, 2))));

        Hits hits = index.search(
                SearchQuery.everything(Place.of(HOME, Set.of(CHANNEL + 1))).with(Words.of("secret")));
        assertThat(hits).isEqualTo(new Hits(1, List.of(new Hits.Hit(CHANNEL + 1, 2))));
        assertThat(index.search(SearchQuery.everything(Place.of(HOME, Set.of()))))
                .isEqualTo(new Hits(0, List.of()));
        assertThat(index.search(SearchQuery.everything(Place.of(HOME + 1, Set.of(CHANNEL)))))
                .isEqualTo(new Hits(0, List.of()));
    }

    /** 1 is by a person with everything, 2 by a bot with nothing, 3 by a webhook with nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "author_id | 7 | 1",
                "author_type | user | 1",
                "author_type | -bot | 3 1",
                "mentions | 21 | 1",
                "mentions | 22 | ''",
                "mentions_role_id | 31 | 1",
                "mention_everyone | true | 1",
                "mention_everyone | false | 3 2",
                "replied_to_message_id | 41 | 1",
                "replied_to_user_id | 42 | 1",
                "has | file | 1",
                "has | -file | 3 2",
                "has | poll | ''",
                "embed_type | gif | 1",
                "embed_provider | Tenor | 1",
                "embed_provider | tenor | ''",
                "link_hostname | Example.com | 1",
                "attachment_filename | cat.gif | 1",
                "attachment_extension | GIF | 1",
                "pinned | true | 1",
                "pinned | false | 3 2",
                "min_id | 1 | 3 2",
                "max_id | 3 | 2 1",
                "max_id | 0 | ''",
                "min_id | 9223372036854775807 | ''"
            })
    void filtersLeaveOutWhatDoesNotFit(String parameter, String value, String expected) {
        index.apply(List.of(
                new Change.Put(Messages.full(1), new Version(1, 1)),
                new Change.Put(Messages.bare(2, AuthorType.BOT), new Version(1, 2)),
                new Change.Put(Messages.bare(3, AuthorType.WEBHOOK), new Version(1, 3))));
        JsonNode clean = SearchShapes.MESSAGES.check(Json.object().put(parameter, value), Problems.none());

        List<Long> found = ids(new SearchForm(clean).query(Set.of(HOME), Set.of(CHANNEL)));

        assertThat(found.stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfDeliveryDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Change> changes = new ArrayList<>(List.of(
                put(1, CHANNEL, "first", new Version(1, 1)),
                put(1, CHANNEL, "second", new Version(1, 4)),
                put(1, CHANNEL, "third", new Version(2, 1)),
                put(2, CHANNEL, "gone", new Version(1, 2)),
                new Change.Remove(2, new Version(1, 5)),
                put(3, CHANNEL, "stays", Version.STORED),
                put(3, CHANNEL, "stays edited", new Version(1, 3)),
                put(4, CHANNEL + 1, "in a channel that goes", new Version(1, 6)),
                new Change.RemoveChannel(CHANNEL + 1)));
        List<Change> twice = new ArrayList<>(changes);
        twice.addAll(changes);
        Collections.shuffle(twice, random);
        for (Change change : twice) {
            index.apply(List.of(change));
            if (random.nextInt(3) == 0) {
                count(HOME);
            }
        }

        assertThat(ids(SearchQuery.everything(HERE))).containsExactly(3L, 1L);
        assertThat(ids("third")).containsExactly(1L);
        assertThat(ids("first")).isEmpty();
        assertThat(ids("edited")).containsExactly(3L);
        assertThat(count(HOME)).isEqualTo(2);
    }

    @Test
    void aDeletedGuildTakesItsMessagesAndNoOthers() {
        index.apply(List.of(
                put(1, "here"), new Change.Put(document(2, HOME + 1, CHANNEL + 5, "there"), new Version(1, 1))));

        index.apply(List.of(new Change.RemoveHome(HOME), put(3, "too late")));

        assertThat(count(HOME)).isZero();
        assertThat(count(HOME + 1)).isEqualTo(1);
    }

    @Test
    void whatWasCommittedOutlivesTheProcess() throws IOException {
        index.apply(List.of(put(1, "kept"), put(2, "removed"), new Change.Remove(2, new Version(1, 9))));
        index.complete(HOME);
        index.commit();

        index = reopened(index);

        assertThat(ids("kept")).containsExactly(1L);
        assertThat(isComplete(HOME)).isTrue();
        index.apply(List.of(put(2, "removed")));
        assertThat(ids("removed")).isEmpty();
    }

    @Test
    void aHomeIsCompleteWhenThatWasSaid() {
        assertThat(isComplete(HOME)).isFalse();
        index.complete(HOME);
        assertThat(isComplete(HOME)).isTrue();
        assertThat(isComplete(HOME + 1)).isFalse();
    }

    @Test
    void aHomeThatIsMadeAnewBeginsEmptyAndStillKnowsWhatWasDeleted() {
        index.apply(List.of(put(1, "old"), put(2, "old"), new Change.Remove(2, new Version(1, 9))));
        index.complete(HOME);

        index.begin(HOME);

        assertThat(count(HOME)).isZero();
        assertThat(isComplete(HOME)).isFalse();
        index.apply(List.of(put(1, CHANNEL, "new", Version.STORED), put(2, CHANNEL, "new", Version.STORED)));
        assertThat(ids("new")).containsExactly(1L);
    }

    @Test
    void severalHomesAreSearchedAtOnce() {
        long other = HOME + 1;
        index.apply(List.of(
                put(1, "word"),
                new Change.Put(document(2, other, CHANNEL + 5, "word"), new Version(1, 2)),
                new Change.Put(document(3, HOME + 2, CHANNEL + 6, "word"), new Version(1, 3))));
        index.complete(other);
        index.remember(other, 5);
        Set<Long> homes = Set.of(HOME, other);

        assertThat(ids(SearchQuery.everything(new Place(
                        homes, Set.of(CHANNEL, CHANNEL + 5, CHANNEL + 6), OptionalLong.empty(), OptionalLong.empty()))))
                .containsExactly(2L, 1L);
        assertThat(index.count(homes)).isEqualTo(2);
        assertThat(index.incomplete(homes)).containsExactly(HOME);
        assertThat(index.terms(homes)).isEqualTo(Map.of(HOME, 0L, other, 5L));
    }

    private long count(long home) {
        return index.count(Set.of(home));
    }

    private boolean isComplete(long home) {
        return index.incomplete(Set.of(home)).isEmpty();
    }

    private long term(long home) {
        return index.terms(Set.of(home)).get(home);
    }

    private List<Long> ids(String question) {
        return ids(Words.of(question));
    }

    private List<Long> ids(Words words) {
        return ids(SearchQuery.everything(HERE).with(words));
    }

    private List<Long> ids(SearchQuery query) {
        return index.search(query).messages().stream().map(Hits.Hit::message).toList();
    }
}
