package io.guildhall.guild.backlog;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;

/** A guild that counts the commands it has had, and tells each of some users every number. */
final class Sender implements Behaviour<Sender.Count> {
    /** Whom it tells. */
    static final int USERS = 6;

    /** How far it has counted. */
    static final class Count implements Reversible<Long> {
        private final long guild;
        private long count;

        private Count(long guild, long count) {
            this.guild = guild;
            this.count = count;
        }

        @Override
        public Long snapshot() {
            return count;
        }

        @Override
        public void restore(Long snapshot) {
            count = snapshot;
        }
    }

    @Override
    public ActorKind kind() {
        return ActorKind.GUILD;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {}

    @Override
    public Count load(ActorContext context) {
        long guild = context.key().getId();
        return new Count(guild, stored(context.storage(), guild));
    }

    static long stored(StorageFacade storage, long guild) {
        return storage.row(Guilds.TABLE, guild)
                .map(row -> row.get(Guilds.MEMBER_COUNT, 0L))
                .orElse(0L);
    }

    @Override
    public Reply handle(Count count, Command command, Changes changes) {
        count.count++;
        changes.write(Write.to(Guilds.TABLE, count.guild)
                .set(Guilds.MEMBER_COUNT, count.count)
                .build());
        for (long user = 1; user <= USERS; user++) {
            changes.step(Keys.user(user), "note", Json.object().put("number", count.count));
        }
        return Reply.noContent();
    }
}
