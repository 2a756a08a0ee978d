package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.OutboundStream;
import io.netty.buffer.ByteBuf;

/** Writes what waits for a session: as many events as fit one batch into one pooled buffer, one write for each batch. */
final class SessionWriter {
    private SessionWriter() {}

    /** Writes until nothing waits or the client's side is full; the rest goes when the connection is writable again. */
    static void flush(Session session, LaneContext context) {
        while (session.outlet() != null
                && session.written() < session.replay().lastSequence()
                && session.outlet().writable()) {
            writeBatch(session, context);
        }
    }

    private static void writeBatch(Session session, LaneContext context) {
        Outlet outlet = session.outlet();
        OutboundStream stream = outlet.stream();
        ReplayBuffer replay = session.replay();
        long first = session.written() + 1;
        long last = first - 1;
        long bound = 0;
        long weight = 0;
        do {
            last++;
            bound += stream.dispatchBound(replay.get(last), last);
            weight += replay.get(last).weight();
        } while (last < replay.lastSequence() && bound < context.limits().batchBytes());
        ByteBuf out = outlet.allocator().directBuffer(Math.toIntExact(bound));
        try {
            for (long sequence = first; sequence <= last; sequence++) {
                stream.dispatch(out, replay.get(sequence), sequence);
            }
        } catch (RuntimeException | Error failure) {
            out.release();
            throw failure;
        }
        session.wrote(last, weight);
        context.measures().wrote((int) (last - first + 1), out.readableBytes());
        outlet.write(out);
    }
}
