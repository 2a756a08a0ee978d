package io.guildhall.push.pipeline;

import io.guildhall.push.pusher.PusherSettings;
import java.util.Map;

/**
 * How large a pipeline is.
 *
 * @param mostWaiting for each connection; what is beyond is dropped by the policy
 * @param mostConnections so many have a buffer and places of their own; those beyond share one, until others are idle
 * @param pusher of a connection that is not named here
 * @param named connections that never share a buffer with others and do not count among these, each with settings of its own
 */
public record PipelineSettings(
        int mostWaiting, int mostConnections, PusherSettings pusher, Map<String, PusherSettings> named) {
    public PipelineSettings {
        named = Map.copyOf(named);
    }

    public PipelineSettings(int mostWaiting, int mostConnections, PusherSettings pusher) {
        this(mostWaiting, mostConnections, pusher, Map.of());
    }

    public static PipelineSettings standard() {
        return new PipelineSettings(20_000, 16, PusherSettings.standard());
    }
}
