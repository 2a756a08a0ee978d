package io.guildhall.search.reconcile;

import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.messageindex.stored.StoredChannel.Stretch;
import io.guildhall.messageindex.stored.StoredPlaces;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Compares some messages of a home, from anywhere in it, with its index; where these differ, all of them. */
@Singleton
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Store store;
    private final Bindings bindings;
    private final Comparison comparison;
    private final Clock clock;
    private final Duration settled;

    Reconciler(Store store, Bindings bindings, Comparison comparison, Clock clock, SearchConfig config) {
        this.store = store;
        this.bindings = bindings;
        this.comparison = comparison;
        this.clock = clock;
        this.settled = config.settled();
    }

    /**
     * A home whose index is being made is left to those who make it.
     *
     * @return how many messages had to be mended
     */
    int look(Home home) {
        Optional<Binding> bound = bindings.current(home).filter(Binding::complete);
        if (bound.isEmpty()) {
            return 0;
        }
        int differ = sample(bound.get(), ThreadLocalRandom.current());
        if (differ > 0) {
            differ += all(bound.get());
            LOG.warnf("%d messages of %s were missing in its index, or there though deleted", differ, home);
        }
        return differ;
    }

    /** Some that follow on each other, from a moment on that is as likely as any other of a part of a channel that is as likely as any other. */
    private int sample(Binding binding, RandomGenerator random) {
        List<Long> places = new ArrayList<>(
                new StoredPlaces(store).of(binding.home().kind(), binding.home().id()));
        if (places.isEmpty()) {
            return 0;
        }
        long place = places.get(random.nextInt(places.size()));
        StoredChannel channel = new StoredChannel(store, binding.home().id(), place);
        List<Long> buckets = channel.buckets(newest());
        if (buckets.isEmpty()) {
            return 0;
        }
        long bucket = buckets.get(random.nextInt(buckets.size()));
        long first = MessageBucket.firstId(bucket);
        long last = Math.min(newest(), MessageBucket.firstId(bucket + 1));
        long before = random.nextLong(first, last) + 1;
        Stretch stored = channel.stretch(bucket, before);
        // Where little is said most moments have nothing before them.
        return comparison.mend(binding, place, stored.documents().isEmpty() ? channel.stretch(bucket, last) : stored);
    }

    private int all(Binding binding) {
        int differ = 0;
        for (long place :
                new StoredPlaces(store).of(binding.home().kind(), binding.home().id())) {
            StoredChannel channel = new StoredChannel(store, binding.home().id(), place);
            for (long bucket : channel.buckets(newest())) {
                long before = Math.min(newest(), MessageBucket.firstId(bucket + 1));
                while (before > MessageBucket.firstId(bucket)) {
                    Stretch stored = channel.stretch(bucket, before);
                    differ += comparison.mend(binding, place, stored);
                    before = stored.after() + 1;
                }
            }
        }
        return differ;
    }

    private long newest() {
        return Snowflake.lowestAt(clock.millis() - settled.toMillis());
    }
}
