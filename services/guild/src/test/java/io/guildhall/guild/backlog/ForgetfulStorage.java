package io.guildhall.guild.backlog;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ActorInbox;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A store that does not remember which messages were handled. */
record ForgetfulStorage(StorageFacade storage) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        return table.equals(ActorInbox.TABLE) ? List.of() : storage.read(table, request);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        return storage.write(batch);
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return storage.writeConditional(batch);
    }
}
