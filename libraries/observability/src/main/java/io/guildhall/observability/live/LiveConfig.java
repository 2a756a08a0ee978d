package io.guildhall.observability.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where settings come from that take effect while the process runs. */
@ConfigMapping(prefix = "guildhall.live")
public interface LiveConfig {
    /** A file of properties that may change, appear and vanish at any time; nothing is live without it. */
    Optional<Path> file();

    /** How often the file is looked at. */
    @WithDefault("10s")
    Duration every();
}
