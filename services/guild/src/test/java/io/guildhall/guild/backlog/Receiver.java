package io.guildhall.guild.backlog;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;

/** A user who writes down every number that it is told. */
final class Receiver implements Behaviour<Receiver.Notes> {
    /** The numbers, as text. */
    static final class Notes implements Reversible<String> {
        private final long user;
        private String text;

        private Notes(long user, String text) {
            this.user = user;
            this.text = text;
        }

        @Override
        public String snapshot() {
            return text;
        }

        @Override
        public void restore(String snapshot) {
            text = snapshot;
        }
    }

    @Override
    public ActorKind kind() {
        return ActorKind.USER;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {}

    @Override
    public Notes load(ActorContext context) {
        long user = context.key().getId();
        return new Notes(user, stored(context.storage(), user));
    }

    static String stored(StorageFacade storage, long user) {
        return storage.row(Users.TABLE, user)
                .map(row -> row.get(Users.USERNAME, ""))
                .orElse("");
    }

    @Override
    public Reply handle(Notes notes, Command command, Changes changes) {
        notes.text += Json.parse(command.getInternal().getBody()).path("number").asText() + " ";
        changes.write(Write.to(Users.TABLE, notes.user)
                .set(Users.USERNAME, notes.text)
                .build());
        return Reply.noContent();
    }
}
