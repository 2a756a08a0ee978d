package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.model.payload.Role;
import java.util.Optional;

/** What an application is told of a private channel. */
record PrivateSurroundings(PrivateChannelState channel) implements Surroundings {
    @Override
    public Optional<ObjectNode> channel(long channelId, long userId, long applicationId) {
        return channelId == channel.id()
                ? Optional.of(PrivateChannelPayloads.of(channel.row(), channel.participants(), applicationId))
                : Optional.empty();
    }

    @Override
    public Optional<Role> role(long roleId) {
        return Optional.empty();
    }

    @Override
    public Optional<ObjectNode> guildInShort() {
        return Optional.empty();
    }
}
