package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a message points at.
 *
 * @param type 0 for a reply, a crosspost or a pin notice, 1 for a forward
 */
@RegisterForReflection
public record MessageReference(
        int type,
        String channelId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String messageId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId) {}
