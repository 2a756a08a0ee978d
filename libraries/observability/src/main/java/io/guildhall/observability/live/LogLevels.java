package io.guildhall.observability.live;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.LogContext;

/** Log levels that change while the process runs, by the keys that set them at the start. */
@Startup
@ApplicationScoped
public class LogLevels {
    private static final String ALL = "quarkus.log.level";
    private static final Pattern CATEGORY = Pattern.compile("quarkus\\.log\\.category\\.\"([^\"]+)\"\\.level");

    /** What the changed categories had before; empty where they went by the one above. As many as the file ever named. */
    private final Map<String, Optional<Level>> before = new HashMap<>();

    public LogLevels(LiveSettings live) {
        live.watch(this::take);
    }

    private synchronized void take(Map<String, String> values) {
        Map<String, Level> wanted = new HashMap<>();
        values.forEach((key, value) -> category(key).ifPresent(name -> wanted.put(name, level(value))));
        before.forEach((name, level) -> {
            if (!wanted.containsKey(name)) {
                logger(name).setLevel(level.orElse(null));
            }
        });
        before.keySet().retainAll(wanted.keySet());
        wanted.forEach((name, level) -> {
            before.computeIfAbsent(
                    name, changed -> Optional.ofNullable(logger(changed).getLevel()));
            logger(name).setLevel(level);
        });
    }

    private static Optional<String> category(String key) {
        if (key.equals(ALL)) {
            return Optional.of("");
        }
        Matcher matcher = CATEGORY.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @throws IllegalArgumentException when there is no such level */
    private static Level level(String name) {
        return LogContext.getLogContext().getLevelForName(name);
    }

    private static Logger logger(String name) {
        return LogContext.getLogContext().getLogger(name);
    }
}
