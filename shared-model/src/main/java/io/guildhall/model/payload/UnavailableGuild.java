package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A guild that is not there now, or no longer.
 *
 * @param unavailable null, and left out, when the user was removed from the guild
 */
@RegisterForReflection
public record UnavailableGuild(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unavailable) {}
