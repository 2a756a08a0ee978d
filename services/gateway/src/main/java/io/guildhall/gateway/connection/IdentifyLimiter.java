package io.guildhall.gateway.connection;

import java.util.concurrent.CompletionStage;

/**
 * How often each user identifies, in fixed windows: counted in memory where one node serves, in Redis where several do. Any thread; nothing
 * here blocks.
 */
interface IdentifyLimiter {
    /** Counts an IDENTIFY; false when it is one too many. Never fails. */
    CompletionStage<Boolean> accept(long userId);
}
