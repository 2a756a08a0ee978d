package io.guildhall.search.home;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;

/** What is indexed as a whole: a guild, or a private channel. */
public record Home(ActorKind kind, long id) {
    public static Home of(ActorKey actor) {
        return new Home(actor.getKind(), actor.getId());
    }

    public ActorKey key() {
        return ActorKey.newBuilder().setKind(kind).setId(id).build();
    }

    /** As tables have the kind. */
    public long number() {
        return kind.getNumber();
    }

    /** One of so many, always the same. Ids made one after the other lie apart. */
    public int share(int of) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed >>> 16, of);
    }
}
