package io.guildhall.search.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.cell.FixedCells;
import io.guildhall.search.cell.MemoryCellLoads;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.AnsweringCell;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {
    private static final Home GUILD = new Home(ActorKind.GUILD, 100);
    private static final long CHANNEL = 101;
    private static final long FIRST = Snowflake.lowestAt(Snowflake.EPOCH + 400_000_000_000L);
    private static final int MESSAGES = 5;

    private final Store store = MemoryStores.open();
    private final SearchConfig config = Settings.of(SearchConfig.class).defaults();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SearchMetrics metrics = new SearchMetrics(registry);
    private final AnsweringCell cell = new AnsweringCell();
    private final Indexes indexes = new Indexes(
            new CellLinks(FixedCells.of(List.of(cell.entry("one"))), new MemoryCellLoads(), config, metrics), config);
    private final BuildQueue queue = new BuildQueue(store, Clock.systemUTC(), config);
    private final HistoryReader reader =
            new HistoryReader(store, queue, indexes, new Intake(indexes, metrics), metrics);

    @AfterEach
    void end() {
        cell.close();
    }

    @Test
    void aMessageThatACellTakesInNoCaseHoldsUpNoOther() throws InterruptedException {
        store.write(Write.to(Channels.TABLE, GUILD.id(), CHANNEL)
                .set(Channels.TYPE, 0L)
                .build());
        for (int number = 0; number < MESSAGES; number++) {
            say(FIRST + number);
        }
        cell.refuses(DocumentKeys.message(FIRST + 2));

        reader.read(new Build(GUILD, 1, 0, 0, 0), new Destination("one", "messages-0"), new Pace(10_000, () -> true));

        assertThat(cell.taken())
                .contains(
                        DocumentKeys.message(FIRST),
                        DocumentKeys.message(FIRST + 1),
                        DocumentKeys.message(FIRST + 3),
                        DocumentKeys.message(FIRST + 4))
                .doesNotContain(DocumentKeys.message(FIRST + 2));
        assertThat(registry.get("guildhall.search.changes.refused").counter().count())
                .isOne();
    }

    private void say(long id) {
        store.write(Write.to(MessageBuckets.TABLE, CHANNEL, MessageBucket.of(id))
                .set(MessageBuckets.FIRST_MESSAGE_ID, FIRST)
                .build());
        store.write(Write.to(Messages.TABLE, CHANNEL, MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, 7L)
                .set(Messages.CONTENT, "hello")
                .build());
    }
}
