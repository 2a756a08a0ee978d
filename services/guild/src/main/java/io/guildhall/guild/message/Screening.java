package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.User;

/** Looks at what somebody writes before others see it. */
public interface Screening {
    /** Finds nothing wrong with anything. */
    Screening NONE = (place, call, kind, text) -> Verdict.NONE;

    /** @param text what the call would let others read */
    Verdict screen(Place place, Call call, Kind kind, String text);

    /** The same for what somebody says elsewhere, who need not be a member, and others are to read here. */
    default Verdict screen(Place place, long authorId, User author, String text) {
        return Verdict.NONE;
    }

    /** What is written, and what is answered when nobody is to see it. */
    enum Kind {
        MESSAGE(ErrorCode.MESSAGE_WAS_BLOCKED_BY_AUTOMATIC_MODERATION),
        /** What a thread is called. */
        TITLE(ErrorCode.TITLE_WAS_BLOCKED_BY_AUTOMATIC_MODERATION);

        private final ErrorCode blocked;

        Kind(ErrorCode blocked) {
            this.blocked = blocked;
        }

        public ErrorCode blocked() {
            return blocked;
        }
    }

    /** What was found, and what is done about it: one of the two, once. */
    interface Verdict {
        /** For {@link #accept}: what was written is no message. */
        long NO_MESSAGE = 0;

        Verdict NONE = new Verdict() {
            @Override
            public boolean blocks() {
                return false;
            }

            @Override
            public Reply refuse(Call call, Changes changes) {
                throw new IllegalStateException("nothing is wrong");
            }

            @Override
            public void accept(long messageId, Changes changes) {}
        };

        /** True when nobody is to see it. */
        boolean blocks();

        /** Does what follows, and answers that it was blocked. What was changed stays changed; the call itself is not audited. */
        Reply refuse(Call call, Changes changes);

        /** Does what follows though it is there now. */
        void accept(long messageId, Changes changes);
    }
}
