package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import java.util.List;

/**
 * The handler of one operation that works in a guild's channel and in a private channel alike: messages, reactions, pins,
 * typing. Declared permissions are checked before it runs.
 */
public interface ChannelOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    Reply handle(Place place, Call call, Changes changes);

    /**
     * Reads that the handler will make, as the call alone tells; they are made while the call waits for its turn. Not checked in any
     * way before that: what is malformed is left out.
     */
    default List<ReadRequest> foreseen(RestCall call) {
        return List.of();
    }

    /** Reads that the handler will make once it knows what one of those above says. */
    default List<ReadRequest> following(RestCall call, ReadRequest read, List<RowView> rows) {
        return List.of();
    }
}
