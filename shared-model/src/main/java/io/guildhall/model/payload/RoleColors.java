package io.guildhall.model.payload;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A role's colours; the second makes a gradient, the third a holographic style. */
@RegisterForReflection
public record RoleColors(int primaryColor, Integer secondaryColor, Integer tertiaryColor) {}
