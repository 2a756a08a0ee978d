package io.guildhall.model.payload;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A ban of a guild. */
@RegisterForReflection
public record Ban(String reason, User user) {}
