package io.guildhall.model.payload;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The channel of two users. recipients leaves out the user who looks at it. */
@RegisterForReflection
public record PrivateChannel(
        String id, int type, String lastMessageId, String lastPinTimestamp, int flags, List<User> recipients) {}
