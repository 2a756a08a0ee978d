package io.guildhall.storage.flight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Alarms that ring when the test says so. */
final class HeldAlarms implements Alarms {
    private final List<Runnable> set = new ArrayList<>();

    @Override
    public Runnable set(Duration after, Runnable action) {
        set.add(action);
        return () -> set.remove(action);
    }

    int waiting() {
        return set.size();
    }

    void ringAll() {
        List.copyOf(set).forEach(Runnable::run);
        set.clear();
    }
}
