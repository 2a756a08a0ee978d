package io.guildhall.guild.note;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ProfileOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.UserNotes;
import jakarta.inject.Singleton;
import java.util.List;

/** Notes something about somebody, or nothing any more. A person has up to 500 notes. */
@Singleton
public final class SetNote implements UserOperation {
    private static final int MOST = 500;

    @Override
    public Operation operation() {
        return ProfileOperations.SET_NOTE;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long other = call.id("other_id");
        String note = NoteBody.of(call.body()).note().or("");
        StorageFacade storage = user.context().storage();
        if (Profiles.row(storage, other).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
        if (note.isEmpty()) {
            changes.write(Write.delete(UserNotes.TABLE, user.id(), other));
        } else {
            requireRoom(storage, user.id(), other);
            changes.write(Write.to(UserNotes.TABLE, user.id(), other)
                    .set(UserNotes.NOTE, note)
                    .build());
        }
        changes.event(Events.forPerson(
                        PersonEvent.USER_NOTE_UPDATE,
                        Json.object().put("id", Snowflake.format(other)).put("note", note))
                .build());
        return Reply.noContent();
    }

    private static void requireRoom(StorageFacade storage, long user, long other) {
        List<RowView> notes = storage.all(UserNotes.TABLE, user);
        boolean known = notes.stream().anyMatch(row -> row.get(UserNotes.OTHER_ID) == other);
        if (!known && notes.size() >= MOST) {
            throw ApiException.invalidField("note", "BASE_TYPE_MAX_LENGTH", "There are " + MOST + " notes already.");
        }
    }
}
