package io.guildhall.standalone.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The search for messages of one process. */
@ConfigMapping(prefix = "guildhall.search")
public interface SearchConfig {
    /** Where the index lies; below the data directory unless it is set. It can be removed while the process does not run. */
    @WithDefault(".guildhall/data/search")
    Path directory();

    /** How long a search waits for an index that is being made before it answers that it is not there yet. */
    @WithDefault("2S")
    Duration patience();
}
