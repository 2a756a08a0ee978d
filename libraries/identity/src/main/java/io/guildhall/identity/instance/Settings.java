package io.guildhall.identity.instance;

import io.guildhall.model.instance.InstanceSettings;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The instance's settings. Everything here blocks. */
@ApplicationScoped
public class Settings {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final Records records;
    private final Clock clock;
    private final AtomicReference<Seen> seen = new AtomicReference<>();

    private record Seen(InstanceSettings settings, long at) {}

    @Inject
    public Settings(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** As they are now. */
    public InstanceSettings now() {
        InstanceSettings settings = records.find(InstanceRecords.SETTINGS, InstanceRecords.SETTINGS_NAME)
                .map(InstanceSettings::of)
                .orElse(InstanceSettings.DEFAULT);
        seen.set(new Seen(settings, clock.millis()));
        return settings;
    }

    /** As they were three seconds ago at the latest: for what is asked often. */
    public InstanceSettings lately() {
        Seen last = seen.get();
        boolean fresh = last != null && Math.abs(clock.millis() - last.at()) < REMEMBERED.toMillis();
        return fresh ? last.settings() : now();
    }

    public InstanceSettings change(UnaryOperator<InstanceSettings> change) {
        InstanceSettings changed = InstanceSettings.of(records.change(
                InstanceRecords.SETTINGS,
                InstanceRecords.SETTINGS_NAME,
                InstanceSettings.DEFAULT.json(),
                before -> change.apply(InstanceSettings.of(before)).json()));
        seen.set(new Seen(changed, clock.millis()));
        return changed;
    }
}
