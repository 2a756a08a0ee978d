package io.guildhall.guild.note;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ProfileOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.UserNotes;
import jakarta.inject.Singleton;

/** What the caller notes about others, by their ids. */
@Singleton
public final class ListNotes implements UserOperation {
    @Override
    public Operation operation() {
        return ProfileOperations.LIST_NOTES;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ObjectNode notes = Json.object();
        user.context()
                .storage()
                .all(UserNotes.TABLE, user.id())
                .forEach(row -> notes.put(Snowflake.format(row.get(UserNotes.OTHER_ID)), row.get(UserNotes.NOTE)));
        return Reply.json(notes);
    }
}
