package io.guildhall.push.provider;

import io.guildhall.push.notification.Notification;
import io.smallrye.mutiny.Uni;

/** Brings notifications to devices. */
public interface PushProvider {
    /**
     * Sends one request. Must not block. What fails counts as {@link PushAnswer.Unknown}.
     *
     * @param content as the composer made it
     */
    Uni<PushAnswer> send(Notification notification, byte[] content);
}
