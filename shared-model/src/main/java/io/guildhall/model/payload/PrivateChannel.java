package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A channel between users. recipients leaves out the user who looks at it.
 *
 * @param name only in groups, and so are icon and ownerId
 */
@RegisterForReflection
public record PrivateChannel(
        String id,
        int type,
        String lastMessageId,
        String lastPinTimestamp,
        int flags,
        List<User> recipients,
        @JsonInclude(JsonInclude.Include.NON_NULL) String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) String icon,
        @JsonInclude(JsonInclude.Include.NON_NULL) String ownerId) {}
