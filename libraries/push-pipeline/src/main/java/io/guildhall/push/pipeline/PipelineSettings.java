package io.guildhall.push.pipeline;

import io.guildhall.push.pusher.PusherSettings;

/**
 * How large a pipeline is.
 *
 * @param mostWaiting for each connection; what is beyond is dropped by the policy
 * @param mostConnections so many have a buffer and places of their own; those beyond share one, until others are idle
 */
public record PipelineSettings(int mostWaiting, int mostConnections, PusherSettings pusher) {
    public static PipelineSettings standard() {
        return new PipelineSettings(20_000, 16, PusherSettings.standard());
    }
}
