package io.guildhall.messageindex.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.messageindex.History;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.lucene.LuceneIndex;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.rpc.ActorKey;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Indexing and searching in one process. */
class EmbeddedSearchTest {
    private static final long HOME = 9;
    private static final History NOTHING = history(pages -> {});

    @TempDir
    private Path directory;

    private MessageIndex index;
    private EmbeddedSearch search;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(directory);
        search = new EmbeddedSearch(index, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws IOException {
        search.close();
        index.close();
    }

    @Test
    void whatIsToldIsFoundAndWhatIsGoneIsNot() {
        tell(1, new MessageFact.Is(HOME, message(1, "first")));
        tell(2, new MessageFact.Is(HOME, message(2, "second")));
        tell(3, new MessageFact.Is(HOME, message(1, "edited")));
        tell(4, new MessageFact.Gone(HOME, List.of(2L)));

        assertThat(found("first", NOTHING)).isEmpty();
        assertThat(found("second", NOTHING)).isEmpty();
        assertThat(found("edited", NOTHING)).containsExactly(1L);
    }

    @Test
    void deletedChannelsAndGuildsAreForgotten() {
        tell(1, new MessageFact.Is(HOME, message(1, "word")));
        tell(2, new MessageFact.ChannelGone(HOME, 2));
        assertThat(found("word", NOTHING)).isEmpty();

        tell(3, new MessageFact.HomeGone(HOME));
        assertThat(index.count(Set.of(HOME))).isZero();
    }

    @Test
    void olderMessagesAreReadAtTheFirstSearchOnly() {
        tell(1, new MessageFact.Is(HOME, message(1, "told")));
        tell(2, new MessageFact.Gone(HOME, List.of(3L)));
        History history = history(
                pages -> pages.accept(List.of(document(1, "stale"), document(2, "older"), document(3, "gone"))));

        assertThat(found("older", history)).containsExactly(2L);
        assertThat(found("told", failing())).containsExactly(1L);
        assertThat(found("stale", failing())).isEmpty();
        assertThat(found("gone", failing())).isEmpty();
    }

    @Test
    void whileAnIndexIsBeingMadeSearchesSayHowFarItIs() throws InterruptedException {
        EmbeddedSearch impatient = new EmbeddedSearch(index, Duration.ZERO);
        CountDownLatch halfway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        History history = history(pages -> {
            pages.accept(List.of(document(1, "older")));
            halfway.countDown();
            await(goOn);
            pages.accept(List.of(document(2, "ancient")));
        });

        assertThat(impatient.search(query("older"), history)).isInstanceOf(Found.NotYet.class);
        halfway.await();
        assertThat(impatient.search(query("older"), failing())).isEqualTo(new Found.NotYet(1));

        goOn.countDown();
        assertThat(found("ancient", history)).containsExactly(2L);
        impatient.close();
    }

    /** Each gives its turn back, or nobody would have one after the first few. */
    @Test
    void whateverReadingAHomeThrowsItIsReadAgain() {
        History broken = history(pages -> {
            throw new StackOverflowError("on purpose");
        });
        for (int turn = 0; turn < 20; turn++) {
            assertThatThrownBy(() -> found("older", broken)).hasMessageContaining("can't be made");
        }
        assertThat(found("older", history(pages -> pages.accept(List.of(document(1, "older"))))))
                .containsExactly(1L);
    }

    @Test
    void whatIsBeingMadeWhenTheProcessEndsIsBegunAgain() throws InterruptedException {
        EmbeddedSearch ending = new EmbeddedSearch(index, Duration.ZERO);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ending.search(query("older"), history(pages -> {
            begun.countDown();
            await(goOn);
            pages.accept(List.of(document(1, "older")));
            pages.accept(List.of(document(2, "older")));
        }));
        begun.await();
        Thread closing = Thread.startVirtualThread(ending::close);
        goOn.countDown();
        closing.join();

        assertThat(found("older", pages -> pages.accept(List.of(document(1, "older"), document(2, "older")))))
                .containsExactly(2L, 1L);
    }

    @Test
    void afterAGapEverythingIsReadAgain() {
        tell(1, new MessageFact.Is(HOME, message(1, "was deleted, which nobody told")));
        assertThat(found("deleted", NOTHING)).containsExactly(1L);

        search.gap(HOME).toCompletableFuture().join();

        assertThat(found("deleted", NOTHING)).isEmpty();
    }

    @Test
    void whatWasIndexedIsFoundAgainWhenTheNextTermFollows() throws IOException {
        search.begins(HOME, 7);
        tell(1, new MessageFact.Is(HOME, message(1, "told")));
        found("told", NOTHING);
        close();
        open();

        search.begins(HOME, 8);

        assertThat(found("told", failing())).containsExactly(1L);
    }

    @Test
    void afterATermInWhichNobodyToldEverythingIsReadAgain() throws IOException {
        search.begins(HOME, 7);
        tell(1, new MessageFact.Is(HOME, message(1, "deleted in the eighth term")));
        found("deleted", NOTHING);
        close();
        open();

        search.begins(HOME, 9);

        assertThat(found("sent", pages -> pages.accept(List.of(document(2, "sent in the eighth term")))))
                .containsExactly(2L);
        assertThat(found("deleted", failing())).isEmpty();
    }

    @Test
    void aHomeWhoseOwnerWasInATermThatNobodyToldOfIsReadAgain() {
        search.begins(HOME, 7);
        tell(1, new MessageFact.Is(HOME, message(1, "deleted in the eighth term")));
        found("deleted", NOTHING);

        assertThat(found("sent", history(8, pages -> pages.accept(List.of(document(2, "sent in the eighth term"))))))
                .containsExactly(2L);
        assertThat(found("deleted", failing())).isEmpty();
        search.begins(HOME, 9);
        assertThat(found("sent", failing())).containsExactly(2L);
    }

    /** Nothing is remembered of it beside the index, so that a full disk does not fill the memory as well. */
    @Test
    @Timeout(60)
    void aTermThatCouldNotBeNotedIsFoundOutByTheNextSearch() throws InterruptedException {
        AtomicBoolean full = new AtomicBoolean();
        try (EmbeddedSearch onFullDisk = new EmbeddedSearch(unlessFull(full), Duration.ofSeconds(30))) {
            onFullDisk.begins(HOME, 7);
            tell(1, new MessageFact.Is(HOME, message(1, "deleted in the eighth term")));
            full.set(true);
            onFullDisk.begins(HOME, 9);
            while (onFullDisk.beginning() > 0) {
                Thread.sleep(5);
            }
            assertThat(onFullDisk.search(query("deleted"), history(9, pages -> {})))
                    .isInstanceOf(Found.NotYet.class);
            full.set(false);

            Found.Messages found = (Found.Messages) onFullDisk.search(
                    query("sent"), history(9, pages -> pages.accept(List.of(document(2, "sent in the eighth term")))));

            assertThat(found.hits().messages()).extracting(Hits.Hit::message).containsExactly(2L);
            assertThat(found("deleted", failing())).isEmpty();
        }
    }

    private MessageIndex unlessFull(AtomicBoolean full) {
        return (MessageIndex) Proxy.newProxyInstance(
                MessageIndex.class.getClassLoader(), new Class<?>[] {MessageIndex.class}, (self, method, arguments) -> {
                    if (full.get() && method.getName().equals("remember")) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return method.invoke(index, arguments);
                });
    }

    @Test
    void severalHomesAreReadAtTheFirstSearchOfAll() {
        List<Long> read = new CopyOnWriteArrayList<>();
        History history = new History() {
            @Override
            public void read(long home, Consumer<List<MessageDocument>> pages) {
                read.add(home);
                pages.accept(List.of(Documents.of(home, message(home * 10, "word"))));
            }

            @Override
            public ActorKey owner(long home) {
                return ActorKey.newBuilder().setId(home).build();
            }

            @Override
            public long term(long home) {
                return 0;
            }
        };
        Set<Long> homes = LongStream.rangeClosed(1, 20).boxed().collect(Collectors.toSet());
        SearchQuery everything =
                SearchQuery.everything(new Place(homes, Set.of(2L), OptionalLong.empty(), OptionalLong.empty()));

        assertThat(((Found.Messages) search.search(everything, history)).hits().total())
                .isEqualTo(20);
        assertThat(((Found.Messages) search.search(everything, failing()))
                        .hits()
                        .total())
                .isEqualTo(20);
        assertThat(read).containsExactlyInAnyOrderElementsOf(homes);
    }

    @Test
    void whatIsToldAfterTheEndIsToldAgain() {
        search.close();

        assertThat(search.take(List.of(new Told(new Version(1, 1), new MessageFact.HomeGone(HOME)))))
                .isCompletedExceptionally();
    }

    @Test
    void anIndexThatCouldNotBeMadeIsBegunAgain() {
        assertThatThrownBy(() -> search.search(query("older"), failing())).isInstanceOf(IllegalStateException.class);

        assertThat(found("older", pages -> pages.accept(List.of(document(1, "older")))))
                .containsExactly(1L);
    }

    private void tell(long sequence, MessageFact fact) {
        search.take(List.of(new Told(new Version(1, sequence), fact)))
                .toCompletableFuture()
                .join();
    }

    private List<Long> found(String word, Consumer<Consumer<List<MessageDocument>>> reading) {
        return found(word, history(reading));
    }

    private List<Long> found(String word, History history) {
        return ((Found.Messages) search.search(query(word), history))
                .hits().messages().stream().map(Hits.Hit::message).toList();
    }

    private static SearchQuery query(String word) {
        return SearchQuery.everything(Place.of(HOME, Set.of(2L))).with(Words.of(word));
    }

    private static History failing() {
        return history(pages -> {
            throw new IllegalStateException("the store is away");
        });
    }

    private static History history(Consumer<Consumer<List<MessageDocument>>> reading) {
        return history(0, reading);
    }

    private static History history(long term, Consumer<Consumer<List<MessageDocument>>> reading) {
        return new History() {
            @Override
            public void read(long home, Consumer<List<MessageDocument>> pages) {
                reading.accept(pages);
            }

            @Override
            public ActorKey owner(long home) {
                return ActorKey.newBuilder().setId(home).build();
            }

            @Override
            public long term(long home) {
                return term;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static MessageDocument document(long id, String content) {
        return Documents.of(HOME, message(id, content));
    }

    private static Message message(long id, String content) {
        return Json.read("""
            {"id": "%d", "channel_id": "2", "type": 0, "author": {"id": "3", "username": "ann"}, "content": "%s",
             "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": []}
            """.formatted(id, content), Message.class);
    }
}
