package io.guildhall.push.provider;

import io.guildhall.push.notification.Notification;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Says, at the moment in which a notification is sent, what its device shows. */
public interface Composer {
    /** Of a content: every provider has room for so many bytes of JSON, encrypted or not. */
    int MOST_BYTES = 2_700;

    /**
     * Must not block.
     *
     * @return the content, a JSON object of at most {@link #MOST_BYTES}; empty when the person is not to be told any more: it has read the message, or may not see it any more, or
     *     the message is gone. A failure: it is tried again later.
     */
    Uni<Optional<byte[]>> compose(Notification notification);
}
