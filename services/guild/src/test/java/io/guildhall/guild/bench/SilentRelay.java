package io.guildhall.guild.bench;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.atomic.AtomicLong;

/** A relay whose sessions have everything at once: it takes in and acknowledges each frame, counts it and forgets it. */
final class SilentRelay implements Relay {
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public Multi<RelayNotice> deliver(Multi<OwnerFrame> incoming) {
        return incoming.flatMap(frame -> {
            frames.incrementAndGet();
            bytes.addAndGet(frame.getSerializedSize());
            RelayNotice acknowledged = RelayNotice.newBuilder()
                    .setActor(frame.getActor())
                    .setAcknowledged(frame.getPosition())
                    .build();
            RelayNotice taken =
                    RelayNotice.newBuilder().setTaken(frame.getNumber()).build();
            return Multi.createFrom().items(acknowledged, taken);
        });
    }

    long frames() {
        return frames.get();
    }

    long bytes() {
        return bytes.get();
    }
}
