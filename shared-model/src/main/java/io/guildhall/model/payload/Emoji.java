package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A custom emoji of a guild. */
@RegisterForReflection
public record Emoji(
        String id,
        String name,
        List<String> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL) User user,
        boolean requireColons,
        boolean managed,
        boolean animated,
        boolean available) {}
