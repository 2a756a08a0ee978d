package io.guildhall.push.collector;

import io.guildhall.push.notification.Conversation;
import io.guildhall.push.notification.DeliveryKey;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.shedding.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What waits for one connection, in every order in which it is looked at. Not for several threads. */
final class Buffer implements Waiting {
    private final NavigableMap<Priority, NavigableSet<Place>> byClass = new TreeMap<>();
    private final NavigableSet<Place> ready = new TreeSet<>(Place.BY_IMPORTANCE);
    private final NavigableSet<Place> resting = new TreeSet<>(Place.BY_START);
    private final NavigableSet<Place> byExpiry = new TreeSet<>(Place.BY_EXPIRY);
    private final Map<DeliveryKey, Place> byKey = new HashMap<>();
    private final Map<Long, Map<Conversation, NavigableSet<Place>>> byDevice = new HashMap<>();
    private final SequencedSet<Conversation> crowded = new LinkedHashSet<>();

    int size() {
        return byKey.size();
    }

    /** Nothing with the same key may wait. */
    void add(Place place, Instant now) {
        byClass.computeIfAbsent(place.priority(), first -> new TreeSet<>(Place.BY_IMPORTANCE))
                .add(place);
        (place.notBefore().isAfter(now) ? resting : ready).add(place);
        byExpiry.add(place);
        byKey.put(place.notification().key(), place);
        Conversation conversation = place.notification().conversation();
        NavigableSet<Place> together = byDevice.computeIfAbsent(conversation.deviceId(), device -> new HashMap<>())
                .computeIfAbsent(conversation, first -> new TreeSet<>(Place.BY_IMPORTANCE));
        together.add(place);
        if (together.size() > 1) {
            crowded.add(conversation);
        }
    }

    void remove(Place place) {
        byClass.computeIfPresent(place.priority(), (priority, places) -> {
            places.remove(place);
            return places.isEmpty() ? null : places;
        });
        ready.remove(place);
        resting.remove(place);
        byExpiry.remove(place);
        byKey.remove(place.notification().key());
        leave(place, place.notification().conversation());
    }

    private void leave(Place place, Conversation conversation) {
        Map<Conversation, NavigableSet<Place>> device = byDevice.get(conversation.deviceId());
        NavigableSet<Place> together = device.get(conversation);
        together.remove(place);
        if (together.size() < 2) {
            crowded.remove(conversation);
        }
        if (together.isEmpty()) {
            device.remove(conversation);
        }
        if (device.isEmpty()) {
            byDevice.remove(conversation.deviceId());
        }
    }

    Optional<Place> find(DeliveryKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The next that may be sent; it leaves. */
    Optional<Place> poll(Instant now) {
        rouse(now);
        Optional<Place> next = ready.isEmpty() ? Optional.empty() : Optional.of(ready.first());
        next.ifPresent(this::remove);
        return next;
    }

    private void rouse(Instant now) {
        while (!resting.isEmpty() && !resting.first().notBefore().isAfter(now)) {
            ready.add(resting.pollFirst());
        }
    }

    /** When the first of those that may not be sent yet may be. */
    Optional<Instant> nextStart(Instant now) {
        rouse(now);
        return resting.isEmpty()
                ? Optional.empty()
                : Optional.of(resting.first().notBefore());
    }

    List<Place> ofDevice(long deviceId) {
        List<Place> found = new ArrayList<>();
        byDevice.getOrDefault(deviceId, Map.of()).values().forEach(found::addAll);
        return found;
    }

    /** The most important first. */
    List<Place> of(Conversation conversation) {
        return List.copyOf(byDevice.get(conversation.deviceId()).get(conversation));
    }

    @Override
    public Optional<Notification> expired(Instant now) {
        return Optional.of(byExpiry.first().notification()).filter(first -> first.isExpired(now));
    }

    @Override
    public Optional<Conversation> crowded() {
        return crowded.isEmpty() ? Optional.empty() : Optional.of(crowded.getFirst());
    }

    @Override
    public Notification leastImportant() {
        return byClass.lastEntry().getValue().first().notification();
    }
}
