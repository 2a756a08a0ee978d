package io.guildhall.model.identity;

import java.util.Optional;

/**
 * Who a token speaks for.
 *
 * @param applicationId the bot's application; 0 for a person
 * @param sessionId the login that a person's token belongs to; 0 for a bot
 * @param grant when it is an application that speaks for the person: only so far as this says
 */
public record Identity(long userId, boolean bot, long applicationId, long sessionId, Optional<Grant> grant) {
    public Identity(long userId, boolean bot, long applicationId, long sessionId) {
        this(userId, bot, applicationId, sessionId, Optional.empty());
    }

    /** Whoever runs the instance, as {@link OperatorTokens} say: nobody's account. */
    public static Identity operator() {
        return new Identity(0, false, 0, 0);
    }

    /** Whether this is {@link #operator}. */
    public boolean isOperator() {
        return userId == 0;
    }

    /** A person for whom an application speaks. */
    public static Identity granted(long userId, Grant grant) {
        return new Identity(userId, false, 0, 0, Optional.of(grant));
    }
}
