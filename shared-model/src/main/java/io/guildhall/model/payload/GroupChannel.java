package io.guildhall.model.payload;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The channel of a group of people. recipients leaves out the user who looks at it.
 *
 * @param name null when the group is called after who belongs to it
 * @param icon the hash of a picture; null for none
 */
@RegisterForReflection
public record GroupChannel(
        String id,
        int type,
        String lastMessageId,
        String lastPinTimestamp,
        int flags,
        List<User> recipients,
        String name,
        String icon,
        String ownerId) {}
