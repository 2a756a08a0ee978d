package io.guildhall.push.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a push node reads the event log. */
@ConfigMapping(prefix = "guildhall.push-node")
public interface NodeConfig {
    /** Records of the event log that may be under way at one time. No more is read while there are so many. */
    @WithDefault("10000")
    int records();

    /** The pause before a record that could not be brought on its way is tried again. */
    @WithDefault("1s")
    Duration pause();

    /** How long it is remembered who has a device. So long may pass until who has its first one is told of what is meant for many. */
    @WithDefault("1m")
    Duration owners();
}
