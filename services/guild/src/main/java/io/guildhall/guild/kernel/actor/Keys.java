package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;

/** Names actors. */
public final class Keys {
    private Keys() {}

    public static ActorKey guild(long id) {
        return key(ActorKind.GUILD, id);
    }

    public static ActorKey user(long id) {
        return key(ActorKind.USER, id);
    }

    public static ActorKey privateChannel(long id) {
        return key(ActorKind.PRIVATE_CHANNEL, id);
    }

    public static ActorKey lobby(long id) {
        return key(ActorKind.LOBBY, id);
    }

    private static ActorKey key(ActorKind kind, long id) {
        return ActorKey.newBuilder().setKind(kind).setId(id).build();
    }
}
