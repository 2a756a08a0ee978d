package io.guildhall.guild.installation;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.operation.Access;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Interactions;

/** Applications that answer in a place where they are not: the person who used them has brought them along. */
public final class Visitors {
    private static final String INTERACTION_ID = "interaction_id";

    private Visitors() {}

    /** Whether a call comes with the token of an interaction that a person's own installation began. */
    public static boolean mayCome(Call call, StorageFacade storage) {
        return call.operation().access() == Access.TOKEN
                && call.hasPath(INTERACTION_ID)
                && storage.row(Interactions.TABLE, call.id("channel_id"), call.id(INTERACTION_ID))
                        .filter(row -> row.get(Interactions.APPLICATION_ID, 0L) == call.callerId())
                        .flatMap(row -> row.find(Interactions.METADATA))
                        .filter(metadata ->
                                Installation.of(Json.parse(metadata)).isForeign())
                        .isPresent();
    }
}
