package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;

/** Looks at what somebody writes before others see it. */
public interface Screening {
    /** Finds nothing wrong with anything. */
    Screening NONE = (place, call, text) -> Verdict.NONE;

    /** @param text what the call's message would say */
    Verdict screen(Place place, Call call, String text);

    /** What was found, and what is done about it: one of the two, once. */
    interface Verdict {
        Verdict NONE = new Verdict() {
            @Override
            public boolean blocks() {
                return false;
            }

            @Override
            public Reply refuse(Changes changes) {
                throw new IllegalStateException("nothing is wrong");
            }

            @Override
            public void accept(long messageId, Changes changes) {}
        };

        /** True when nobody is to see the message. */
        boolean blocks();

        /** Does what follows, and answers that the message was blocked. What was changed stays changed. */
        Reply refuse(Changes changes);

        /** Does what follows though the message is there now. */
        void accept(long messageId, Changes changes);
    }
}
