package io.guildhall.guild.bench;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;

/** Users who agree to everything that guilds tell them. */
final class QuietUsers implements Behaviour<QuietUsers.Quiet> {
    @Override
    public ActorKind kind() {
        return ActorKind.USER;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {}

    @Override
    public Quiet load(ActorContext context) {
        return new Quiet();
    }

    @Override
    public Reply handle(Quiet state, Command command, Changes changes) {
        return Reply.noContent();
    }

    /** Knows nothing, so there is nothing to take back. */
    static final class Quiet implements Reversible<String> {
        @Override
        public String snapshot() {
            return "";
        }

        @Override
        public void restore(String snapshot) {}
    }
}
