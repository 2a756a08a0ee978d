package io.guildhall.guild.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.time.Pace;
import io.guildhall.testing.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PurgeRoundsTest {
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PurgeMeters meters = new PurgeMeters(registry);

    @Test
    void aRequestIsWorkedOffOnceItIsDue() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 10).write(clock.millis());

        clock.advance(Duration.ofSeconds(3));
        assertThat(round(storage)).isEqualTo(Duration.ofSeconds(7));
        assertThat(channel.isRequested()).isTrue();
        assertThat(gauge()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(7));
        assertThat(round(storage)).isEqualTo(LONGEST);
        channel.assertGone();
        assertThat(gauge()).isZero();
        assertThat(counter("channels")).isEqualTo(1);
        assertThat(counter("messages")).isEqualTo(10);
    }

    @Test
    void nodesDivideTheChannelsAndTakeOverWhatADeadOneLeft() throws InterruptedException {
        List<DeletedChannel> channels = LongStream.range(100, 200)
                .mapToObj(id -> new DeletedChannel(storage, id, 1).write(0))
                .toList();
        discovery.set(Role.GUILD, "self", "other");

        round(storage);
        assertThat(channels.stream().filter(DeletedChannel::isRequested).count())
                .isBetween(1L, 99L);

        discovery.set(Role.GUILD, "self");
        round(storage);
        channels.forEach(DeletedChannel::assertGone);
    }

    @Test
    void whatTheStoreRefusesIsTriedAgainInTheNextRound() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 10).write(0);

        round(new RefusingStorage(storage, read -> read.getTable().equals(Messages.TABLE.name())));
        assertThat(channel.isRequested()).isTrue();

        round(storage);
        channel.assertGone();
    }

    @Test
    void otherShardsGoOnWhenOneCanNotBeRead() throws InterruptedException {
        DeletedChannel channel = new DeletedChannel(storage, 20, 10).write(0);
        long shard = ChannelPurges.shard(20);

        round(new RefusingStorage(
                storage,
                read -> read.getTable().equals(ChannelPurges.TABLE.name())
                        && read.getPartition(0).getLongValue() != shard));

        channel.assertGone();
    }

    @Test
    void anErrorWithOneChannelHoldsUpNoOther() throws InterruptedException {
        DeletedChannel broken = new DeletedChannel(storage, 20, 10).write(0);
        List<DeletedChannel> others = LongStream.range(100, 140)
                .mapToObj(id -> new DeletedChannel(storage, id, 1).write(0))
                .toList();

        round(new RefusingStorage(storage, read -> {
            if (read.getTable().equals(Messages.TABLE.name())
                    && read.getPartition(0).getLongValue() == 20) {
                throw new StackOverflowError("on purpose");
            }
            return false;
        }));

        assertThat(broken.isRequested()).isTrue();
        others.forEach(DeletedChannel::assertGone);
        round(storage);
        broken.assertGone();
    }

    private Duration round(StorageFacade used) throws InterruptedException {
        Pace pace = new Pace(1_000, () -> 0, nanos -> {});
        return new PurgeRounds(used, discovery, clock, DELAY, pace, meters).round(() -> true, LONGEST);
    }

    private double counter(String name) {
        return registry.get("guildhall.guild.purges." + name).counter().count();
    }

    private double gauge() {
        return registry.get("guildhall.guild.purges.waiting").gauge().value();
    }
}
