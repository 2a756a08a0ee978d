package io.guildhall.rpc;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.smallrye.mutiny.Uni;

/** The storage of another node. A read that nobody waits for any more is ended there too. */
record StorageCalls(UnaryCalls calls) implements Storage {
    @Override
    public Uni<ReadReply> read(ReadRequest request) {
        return calls.send(StorageGrpc.getReadMethod(), request);
    }

    @Override
    public Uni<WriteReply> write(WriteRequest request) {
        return calls.send(StorageGrpc.getWriteMethod(), request);
    }
}
