package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An invite as those see it who manage the guild, and in INVITE_CREATE.
 *
 * @param maxAge in seconds, 0 for ever
 * @param maxUses 0 for no limit
 */
@RegisterForReflection
public record InviteMetadata(
        @JsonUnwrapped Invite invite, int uses, int maxUses, int maxAge, boolean temporary, String createdAt) {}
