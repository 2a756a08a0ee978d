package io.guildhall.guild.stagenews;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;

/** Hears what goes on on stages, so that it can be read in the stage's own chat. */
public interface StageNews {
    /** What happened, with the number of the message that says so. */
    enum Kind {
        BEGAN(27),
        ENDED(28),
        SPEAKER(29),
        RAISED_HAND(30),
        TOPIC(31);

        private final long messageType;

        Kind(long messageType) {
            this.messageType = messageType;
        }

        public long messageType() {
            return messageType;
        }
    }

    /**
     * @param by who did it
     * @param topic what goes on there; empty where that is not said
     * @param everyone whether everybody is to be told
     */
    void tell(GuildState guild, long channelId, long by, Kind kind, String topic, boolean everyone, Changes changes);
}
