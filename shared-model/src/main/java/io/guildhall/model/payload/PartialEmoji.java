package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An emoji in a reaction: a custom one by its id, or a unicode one by its name with no id. */
@RegisterForReflection
public record PartialEmoji(
        String id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean animated) {}
