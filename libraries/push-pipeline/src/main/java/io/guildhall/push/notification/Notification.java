package io.guildhall.push.notification;

import java.time.Instant;

/**
 * Something of which a device is to be told. It is small and has no content: that is made when it is sent, of what is true then.
 *
 * @param subjectId the message, or what else the person is told of
 * @param channelId in which it is, or 0
 * @param homeId the guild of the channel, or 0
 * @param expires it is of no use from then on
 * @param more how many others of the same conversation it stands for
 */
public record Notification(
        Device device, Kind kind, long subjectId, long channelId, long homeId, Instant expires, int more) {
    public DeliveryKey key() {
        return new DeliveryKey(device.id(), subjectId);
    }

    /** Things without a channel are conversations of their own. */
    public Conversation conversation() {
        return new Conversation(device.id(), channelId == 0 ? subjectId : channelId);
    }

    public Priority priority() {
        return kind.priority();
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The same, for so many more. */
    public Notification andMore(int others) {
        return new Notification(device, kind, subjectId, channelId, homeId, expires, more + others);
    }
}
