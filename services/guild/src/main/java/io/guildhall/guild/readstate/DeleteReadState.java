package io.guildhall.guild.readstate;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Forgets how far the caller has read a channel, as clients ask for channels that are gone. */
@Singleton
public final class DeleteReadState implements UserOperation {
    private final Clock clock;

    public DeleteReadState(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return ReadStateOperations.DELETE_READ_STATE;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long channel = call.id("channel_id");
        ReadEdits edits = new ReadEdits(user, changes, clock.millis());
        if (edits.find(channel).isPresent()) {
            edits.delete(channel);
        }
        return Reply.noContent();
    }
}
