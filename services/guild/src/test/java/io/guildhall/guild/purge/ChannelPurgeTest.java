package io.guildhall.guild.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.Threads;
import io.guildhall.model.time.Pace;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChannelPurgeTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final AtomicLong removed = new AtomicLong();
    private final AtomicLong slept = new AtomicLong();

    @Test
    void nothingOfTheChannelIsLeftAndNothingElseIsTouched() throws InterruptedException {
        DeletedChannel other = new DeletedChannel(storage, 21, 10).write(0);
        DeletedChannel channel = new DeletedChannel(storage, 20, 12_000).write(0);

        assertThat(purge(storage, 20)).isTrue();

        channel.assertGone();
        other.assertWhole();
        assertThat(other.isRequested()).isTrue();
        assertThat(removed).hasValue(12_000);
    }

    @Test
    void aChannelWithoutMessagesIsDoneAtOnce() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 0).write(0);

        assertThat(purge(storage, 20)).isTrue();

        channel.assertGone();
    }

    @Test
    void whereverItIsCutOffItGoesOnFromWhatIsStored() throws InterruptedException {
        int calls = 0;
        boolean finished = false;
        while (!finished) {
            InMemoryStorage fresh = new InMemoryStorage();
            DeletedChannel channel = new DeletedChannel(fresh, 20, 1_300).write(0);
            finished = cutOffAfter(fresh, calls++);
            assertThat(channel.isRequested()).isNotEqualTo(finished);

            assertThat(purge(fresh, 20)).isTrue();
            channel.assertGone();
        }
        assertThat(calls).isGreaterThan(10);
    }

    @Test
    void theArchivedThreadsOfTheChannelArePurgedByThemselves() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 0).write(0);
        for (long thread = 101; thread <= 160; thread++) {
            long kind = thread % 2;
            storage.write(List.of(
                    Write.to(ChannelOwners.TABLE, thread)
                            .set(ChannelOwners.GUILD_ID, 5L)
                            .build(),
                    Write.to(ArchivedThreads.TABLE, 5L, thread)
                            .set(Threads.PARENT_ID, 20L)
                            .build(),
                    Write.to(ArchivedThreadLists.TABLE, 20L, kind, 7L, thread)
                            .set(ArchivedThreadLists.GUILD_ID, 5L)
                            .build()));
        }
        purge(storage, 20);
        channel.assertGone();
        for (long thread = 101; thread <= 160; thread++) {
            assertThat(storage.row(ChannelOwners.TABLE, thread)).isEmpty();
            assertThat(storage.row(ArchivedThreads.TABLE, 5L, thread)).isEmpty();
            assertThat(storage.row(ChannelPurges.TABLE, ChannelPurges.shard(thread), thread))
                    .isPresent();
        }
    }

    @Test
    void doingItTwiceIsHarmless() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 300).write(0);
        purge(storage, 20);

        assertThat(purge(storage, 20)).isTrue();
        channel.assertGone();
    }

    @Test
    void itStopsBetweenPagesWhenTheShardIsAnothersNow() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 300).write(0);

        assertThat(new ChannelPurge(storage, 20, pace(), () -> false, removed::addAndGet).run())
                .isFalse();

        channel.assertWhole();
        assertThat(channel.isRequested()).isTrue();
    }

    @Test
    void itKeepsItsPace() throws InterruptedException {
        new DeletedChannel(storage, 20, 5_000).write(0);

        purge(storage, 20);

        // 5,000 messages at 1,000 a second, but the last page is not waited for.
        assertThat(slept.get()).isBetween(4_000_000_000L, 5_000_000_000L);
    }

    private boolean cutOffAfter(StorageFacade fresh, int calls) throws InterruptedException {
        try {
            return purge(new CutOffStorage(fresh, calls), 20);
        } catch (StorageUnavailable cutOff) {
            return false;
        }
    }

    private boolean purge(StorageFacade from, long channel) throws InterruptedException {
        return new ChannelPurge(from, channel, pace(), () -> true, removed::addAndGet).run();
    }

    private Pace pace() {
        return new Pace(1_000, slept::get, slept::addAndGet);
    }
}
