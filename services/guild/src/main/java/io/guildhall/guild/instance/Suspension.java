package io.guildhall.guild.instance;

import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.Optional;

/**
 * A guild that whoever looks after the instance keeps from being used: nobody reads it, changes it or listens to it, its owner neither. Its members
 * may leave. What goes on by itself, and what other owners have to tell it, goes on.
 */
public final class Suspension {
    private Suspension() {}

    /** What a command is answered with while the guild is suspended; empty for one that is done as always. */
    public static Optional<Reply> instead(GuildState guild, Command command) {
        if (!guild.exists() || !guild.row().get(Guilds.SUSPENDED, false)) {
            return Optional.empty();
        }
        return switch (command.getPayloadCase()) {
            case REST -> {
                if (command.getRest().getOperation().equals(UserOperations.LEAVE_GUILD.name())) {
                    yield Optional.empty();
                }
                throw ApiException.of(ErrorCode.MISSING_ACCESS);
            }
            // A session that begins has been told that the guild is unavailable, and goes on without it.
            case ATTACH -> throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
            case PRESENCE, VOICE_STATE, REQUEST_MEMBERS, REQUEST_SOUNDS, REQUEST_CHANNEL_INFO, SUBSCRIBE, PUBLISH ->
                Optional.of(Reply.noContent());
            case DETACH, USER_CHANGED, INTERNAL, REHEARSAL, MESSAGES, PAYLOAD_NOT_SET -> Optional.empty();
        };
    }
}
