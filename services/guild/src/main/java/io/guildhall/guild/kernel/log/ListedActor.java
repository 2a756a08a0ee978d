package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorBacklogs;

/** An actor in the list of those for whom something waits. */
public record ListedActor(ActorKey actor, long lane, long slot) {
    static ListedActor of(RowView row) {
        ActorKey actor = ActorKey.newBuilder()
                .setKindValue(row.get(ActorBacklogs.KIND).intValue())
                .setId(row.get(ActorBacklogs.ACTOR_ID))
                .build();
        return new ListedActor(actor, row.get(ActorBacklogs.LANE), row.get(ActorBacklogs.SLOT));
    }
}
