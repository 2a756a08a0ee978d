package io.guildhall.observability.live;

import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Settings that take effect while the process runs. Only those that somebody watches do; the file may have others, for other
 * services. What the file no longer says is again as it was at the start.
 */
@ApplicationScoped
public class LiveSettings {
    private static final Logger LOG = Logger.getLogger(LiveSettings.class);

    private final Optional<LiveFile> file;
    private final List<Consumer<Map<String, String>>> watchers = new CopyOnWriteArrayList<>();
    private final Rounds rounds;
    private Map<String, String> values = Map.of();

    public LiveSettings(LiveConfig config) {
        this.file = config.file().map(LiveFile::new);
        this.rounds = Rounds.every(config.every(), "live-settings", this::look);
    }

    /**
     * Tells the watcher what is set now, and again with every change. A watcher that can't use a value throws
     * IllegalArgumentException before it has used any, and so keeps what it had.
     */
    public synchronized void watch(Consumer<Map<String, String>> watcher) {
        watchers.add(watcher);
        tell(watcher);
    }

    void start(@Observes StartupEvent started) {
        if (file.isPresent()) {
            look();
            rounds.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Looks at the file now. Never fails: a file that can't be used is told of and passed over. */
    public synchronized void look() {
        try {
            Optional<Map<String, String>> changed = file.orElseThrow().look();
            if (changed.isPresent()) {
                values = changed.get();
                LOG.infof("Live settings are now those of %s", values.keySet());
                watchers.forEach(watcher -> Guard.PROCESS.run("A live setting", () -> tell(watcher)));
            }
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warnf("Live settings stay as they are: %s", unusable.toString());
        }
    }

    private void tell(Consumer<Map<String, String>> watcher) {
        try {
            watcher.accept(values);
        } catch (IllegalArgumentException refused) {
            LOG.warnf("A live setting was not taken: %s", refused.getMessage());
        }
    }
}
