package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A guild in the list of the caller's guilds. */
@RegisterForReflection
public record OwnGuild(
        String id,
        String name,
        String icon,
        String banner,
        boolean owner,
        String permissions,
        List<String> features,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximateMemberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximatePresenceCount) {}
