package io.guildhall.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.fact.DeviceFact;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class DeviceOwnersTest {
    private static final long ADA = 1;
    private static final long BEN = 2;

    private final ManualClock clock = new ManualClock();
    private final Set<Long> stored = new HashSet<>();
    private int reads;

    @Test
    void whereAllFactsComeTheStoreIsReadOnce() {
        DeviceOwners owners = new DeviceOwners(this::read, Optional.empty(), clock);
        assertThat(owners.isEmpty()).isTrue();

        owners.learn(new DeviceFact(ADA, true));
        clock.advance(Duration.ofDays(1));

        assertThat(owners.contains(ADA)).isTrue();
        owners.learn(new DeviceFact(ADA, false));
        assertThat(owners.contains(ADA)).isFalse();
        assertThat(reads).isOne();
    }

    @Test
    void whereSomeGoToOthersItIsReadAgainNowAndThen() {
        DeviceOwners owners = new DeviceOwners(this::read, Optional.of(Duration.ofMinutes(1)), clock);
        owners.learn(new DeviceFact(ADA, true));
        stored.add(ADA);
        stored.add(BEN);

        assertThat(owners.contains(ADA)).isTrue();
        assertThat(owners.contains(BEN)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(owners.contains(BEN)).isTrue();
        assertThat(owners.contains(ADA)).isTrue();
        assertThat(reads).isEqualTo(2);
    }

    private Set<Long> read() {
        reads++;
        Set<Long> found = ConcurrentHashMap.newKeySet();
        found.addAll(stored);
        return found;
    }
}
