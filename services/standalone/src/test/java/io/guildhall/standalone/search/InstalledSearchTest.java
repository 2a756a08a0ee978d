package io.guildhall.standalone.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.log.FactReaders;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSearchTest {
    private static final ActorKey GUILD =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(9).build();
    private static final ActorKey USER =
            ActorKey.newBuilder().setKind(ActorKind.USER).setId(9).build();

    @TempDir
    private Path directory;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private InstalledSearch search;

    @BeforeEach
    void start() {
        search = new InstalledSearch(
                new SearchConfig() {
                    @Override
                    public Path directory() {
                        return directory;
                    }

                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(30);
                    }
                },
                meters);
    }

    @AfterEach
    void stop() throws IOException {
        search.close();
    }

    @Test
    void whatAGuildToldIsFoundAlsoAfterARestart() throws IOException {
        search.begins(GUILD, 1);
        tell(GUILD, message(3), message(4));
        assertThat(found()).containsExactly(new Hit(2, 4), new Hit(2, 3));

        stop();
        start();
        search.begins(GUILD, 2);

        assertThat(found()).containsExactly(new Hit(2, 4), new Hit(2, 3));
    }

    @Test
    void afterAVersionThatToldNothingTheStoreIsAsked() throws IOException {
        search.begins(GUILD, 1);
        tell(GUILD, message(3));
        found();

        stop();
        start();
        search.begins(GUILD, 3);

        assertThat(found()).isEmpty();
    }

    @Test
    void whatUsersTellSaysNothingOfAGuild() {
        search.begins(GUILD, 1);
        tell(GUILD, message(3));
        found();

        search.begins(USER, 5);
        search.gap(USER, Position.getDefaultInstance());
        tell(USER, Fact.newBuilder().setTopic("something else").build());

        assertThat(found()).containsExactly(new Hit(2, 3));
    }

    @Test
    void aFactThatNobodyCanReadIsLeftOutAndHoldsUpNoneBesideIt() {
        search.begins(GUILD, 1);

        tell(GUILD, Fact.newBuilder().setTopic(MessageFact.TOPIC).build(), message(3));

        assertThat(found()).containsExactly(new Hit(2, 3));
        assertThat(meters.counter("guildhall.standalone.facts.unreadable").count())
                .isEqualTo(1);
    }

    @Test
    void afterAGapTheStoreIsAsked() {
        search.begins(GUILD, 1);
        tell(GUILD, message(3));
        found();

        search.gap(GUILD, Position.getDefaultInstance()).toCompletableFuture().join();

        assertThat(found()).isEmpty();
    }

    /** As actors do: what is of other topics is not for it. */
    private void tell(ActorKey actor, Fact... facts) {
        List<LogEntry> entries = List.of(facts).stream()
                .map(fact -> LogEntry.newBuilder()
                        .setPosition(Position.newBuilder().setEpoch(1).setSequence(1))
                        .setFact(fact)
                        .build())
                .toList();
        FactReaders.of(List.of(search))
                .orElseThrow()
                .take(actor, entries)
                .toCompletableFuture()
                .join();
    }

    /** With a store that has nothing. */
    private List<Hit> found() {
        Found found = search.search(SearchQuery.everything(Place.of(9, Set.of(2L))), new EmptyStore());
        return ((Found.Messages) found).hits().messages();
    }

    private static Fact message(long id) {
        return MessageFact.is(9, 2, ByteString.copyFromUtf8("""
            {"id": "%d", "channel_id": "2", "type": 0, "author": {"id": "3", "username": "ann"}, "content": "word",
             "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": []}
            """.formatted(id)));
    }

    private static final class EmptyStore implements History {
        @Override
        public void read(long home, Consumer<List<MessageDocument>> pages) {}

        @Override
        public ActorKey owner(long home) {
            return ActorKey.newBuilder().setId(home).build();
        }

        @Override
        public long term(long home) {
            return 0;
        }
    }
}
