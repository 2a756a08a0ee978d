package io.guildhall.search.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BuildOffersTest {
    private static final int SLICE = 3;

    private final List<ReadRequest> reads = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final SearchConfig config = Settings.of(SearchConfig.class).defaults();
    private final BuildQueue queue = new BuildQueue(MemoryStores.open(reads::add), clock, config);
    private final List<Home> offered = new ArrayList<>();
    private final BuildOffers offers = new BuildOffers(queue, slice -> slice == SLICE);

    @Test
    void howeverMuchWaitsLittleOfItIsReadAndAllOfItIsOfferedInTime() {
        List<Home> homes = homes(250);
        homes.forEach(home -> queue.add(binding(home)));
        reads.clear();

        offers.round(() -> true, this::take);

        assertThat(reads).singleElement().extracting(ReadRequest::getLimit).isEqualTo(100);
        assertThat(offered).hasSize(100);
        offers.round(() -> true, this::take);
        offers.round(() -> true, this::take);
        assertThat(offered).containsExactlyElementsOf(homes);
        offers.round(() -> true, this::take);
        assertThat(offered.subList(250, 350)).containsExactlyElementsOf(homes.subList(0, 100));
    }

    @Test
    void nothingIsReadWhileNobodyIsFree() {
        homes(3).forEach(home -> queue.add(binding(home)));
        reads.clear();

        offers.round(() -> false, this::take);

        assertThat(reads).isEmpty();
        assertThat(offered).isEmpty();
    }

    @Test
    void whatFollowsIsOfferedNextAlsoWhenTheFirstAreStillThere() {
        List<Home> homes = homes(5);
        homes.forEach(home -> queue.add(binding(home)));

        for (int taken = 2; taken <= 6; taken += 2) {
            int most = taken;
            offers.round(() -> offered.size() < most, this::take);
        }
        offers.round(() -> offered.size() < 6, this::take);

        assertThat(offered.subList(0, 5)).containsExactlyElementsOf(homes);
    }

    @Test
    void slicesTakeTurns() {
        List<Home> homes = LongStream.rangeClosed(1, 400)
                .mapToObj(id -> new Home(ActorKind.GUILD, id))
                .toList();
        homes.forEach(home -> queue.add(binding(home)));
        BuildOffers all = new BuildOffers(queue, slice -> true);

        for (int taken = 1; taken <= BuildQueue.SLICES; taken++) {
            int most = taken;
            all.round(() -> offered.size() < most, this::take);
        }

        assertThat(offered.stream().map(home -> home.share(BuildQueue.SLICES)).toList())
                .hasSize(BuildQueue.SLICES)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotDueIsPassedOver() {
        Home home = homes(1).getFirst();
        queue.addMoved(binding(home));

        offers.round(() -> true, this::take);

        assertThat(offered).isEmpty();
        clock.advance(config.bindings().multipliedBy(2));
        offers.round(() -> true, this::take);
        assertThat(offered).containsExactly(home);
    }

    /** So many of the slice, in the order of their ids. */
    private static List<Home> homes(int many) {
        return LongStream.iterate(1, id -> id + 1)
                .mapToObj(id -> new Home(ActorKind.GUILD, id))
                .filter(home -> home.share(BuildQueue.SLICES) == SLICE)
                .limit(many)
                .toList();
    }

    private static Binding binding(Home home) {
        return new Binding(home, new Destination("one", "messages-0"), 1, 1, false);
    }

    private void take(Build build) {
        offered.add(build.home());
    }
}
