package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A command of an application. Everything that its author wrote is kept as it was checked.
 *
 * @param type 1 for a slash command, 2 for a user's, 3 for a message's menu
 */
@RegisterForReflection
public record ApplicationCommand(
        String id,
        String applicationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId,
        String version,
        int type,
        String name,
        JsonNode nameLocalizations,
        String description,
        JsonNode descriptionLocalizations,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode options,
        String defaultMemberPermissions,
        boolean dmPermission,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode contexts,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode integrationTypes,
        boolean nsfw) {}
