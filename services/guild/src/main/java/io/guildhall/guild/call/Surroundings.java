package io.guildhall.guild.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Role;
import java.util.Optional;

/** What an application is told of the place in which somebody uses it. */
public interface Surroundings {
    /**
     * A channel in short, with what the user and the application may do in it; empty when there is none that the user sees. In a
     * private channel there is that one only.
     */
    Optional<ObjectNode> channel(long channelId, long userId, long applicationId);

    /** Empty when there is none, as always in private. */
    Optional<Role> role(long roleId);

    /** The guild's id, language and features; empty in private. */
    Optional<ObjectNode> guildInShort();
}
