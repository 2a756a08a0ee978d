package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody in a thread.
 *
 * @param id the thread's
 * @param member only where it was asked for
 */
@RegisterForReflection
public record ThreadMember(
        String id,
        String userId,
        String joinTimestamp,
        int flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) Member member) {
    public ThreadMember with(Member known) {
        return new ThreadMember(id, userId, joinTimestamp, flags, known);
    }
}
