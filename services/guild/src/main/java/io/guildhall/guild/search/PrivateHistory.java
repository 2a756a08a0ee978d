package io.guildhall.guild.search;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.util.List;
import java.util.function.Consumer;

/** All messages of private channels, each a home of its own. Their owners need not have them loaded, so terms come from the store. */
record PrivateHistory(StorageFacade storage, StoredMessages stored) implements History {
    @Override
    public void read(long home, Consumer<List<MessageDocument>> pages) {
        stored.read(home, home, pages);
    }

    @Override
    public ActorKey owner(long home) {
        return ActorKey.newBuilder()
                .setKind(ActorKind.PRIVATE_CHANNEL)
                .setId(home)
                .build();
    }

    @Override
    public long term(long home) {
        return storage.row(ActorEpochs.TABLE, (long) ActorKind.PRIVATE_CHANNEL_VALUE, home)
                .map(row -> row.get(ActorEpochs.EPOCH, 0L))
                .orElse(0L);
    }
}
