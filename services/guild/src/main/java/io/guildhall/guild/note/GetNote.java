package io.guildhall.guild.note;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ProfileOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.UserNotes;
import jakarta.inject.Singleton;

/** What the caller notes about somebody. */
@Singleton
public final class GetNote implements UserOperation {
    @Override
    public Operation operation() {
        return ProfileOperations.GET_NOTE;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long other = call.id("other_id");
        String note = user.context()
                .storage()
                .row(UserNotes.TABLE, user.id(), other)
                .map(row -> row.get(UserNotes.NOTE))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        return Reply.json(Json.object()
                .put("user_id", Snowflake.format(user.id()))
                .put("note_user_id", Snowflake.format(other))
                .put("note", note));
    }
}
