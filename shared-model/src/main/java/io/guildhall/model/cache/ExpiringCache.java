package io.guildhall.model.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers answers for a short while. Bounded: when it is full, what has expired leaves; when nothing has, everything
 * leaves, which costs some reads and is never wrong.
 */
public final class ExpiringCache<K, V> {
    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final int maximum;
    private final long lifetime;
    private final Clock clock;

    private record Entry<V>(V value, long expiresAt) {}

    public ExpiringCache(int maximum, Duration lifetime, Clock clock) {
        this.maximum = maximum;
        this.lifetime = lifetime.toMillis();
        this.clock = clock;
    }

    public Optional<V> find(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null || entry.expiresAt() <= clock.millis() ? Optional.empty() : Optional.of(entry.value());
    }

    public void put(K key, V value) {
        if (entries.size() >= maximum) {
            makeRoom();
        }
        entries.put(key, new Entry<>(value, clock.millis() + lifetime));
    }

    public void forget(K key) {
        entries.remove(key);
    }

    public int size() {
        return entries.size();
    }

    private void makeRoom() {
        long now = clock.millis();
        entries.values().removeIf(entry -> entry.expiresAt() <= now);
        if (entries.size() >= maximum) {
            entries.clear();
        }
    }
}
