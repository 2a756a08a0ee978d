package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Messages;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Brings messages to the owners of the actors that they are for. */
record MessageDelivery(Function<Command, CompletionStage<Outcome>> owners, Overdue overdue) implements Destination {
    private static final Logger LOG = Logger.getLogger(MessageDelivery.class);
    private static final int MOST_TOGETHER = 64;

    @Override
    public Object line(LogEntry entry) {
        return entry.getMessage().getActor();
    }

    @Override
    public int together() {
        return MOST_TOGETHER;
    }

    @Override
    public CompletionStage<Receipts> offer(ActorKey source, List<LogEntry> entries) {
        List<Command> commands =
                entries.stream().map(entry -> message(source, entry)).toList();
        Command first = commands.getFirst();
        if (commands.size() == 1) {
            return owners.apply(first).thenApply(outcome -> Receipts.of(EntryReceipt.of(outcome)));
        }
        Command together = Command.newBuilder()
                .setActor(first.getActor())
                .setTrace(first.getTrace())
                .setMessages(Messages.newBuilder().addAllCommands(commands))
                .build();
        return owners.apply(together).thenApply(MessageDelivery::receipts);
    }

    private static Command message(ActorKey source, LogEntry entry) {
        Origin origin = Origin.newBuilder()
                .setActor(source)
                .setPosition(entry.getPosition())
                .build();
        return entry.getMessage().toBuilder().setOrigin(origin).build();
    }

    /** Whatever else than a passing reason speaks against all of them, such as a node of the last release, is asked of the first alone. */
    private static Receipts receipts(Outcome outcome) {
        int handled = outcome.getSuccess().getHandled();
        if (handled > 0) {
            return Receipts.taken(handled);
        }
        return Receipts.of(EntryReceipt.of(outcome) == EntryReceipt.LATER ? EntryReceipt.LATER : EntryReceipt.ALONE);
    }

    @Override
    public OverdueNotice overdue(List<LogEntry> entries) {
        return overdue.of(entries.stream().map(LogEntry::getMessage).toList());
    }

    @Override
    public CompletionStage<?> gap(ActorKey source, Position after) {
        LOG.errorf(
                "Messages of %s %s after %d.%d may have been lost: they could not be delivered for too long",
                source.getKind(), Long.toUnsignedString(source.getId()), after.getEpoch(), after.getSequence());
        return CompletableFuture.completedFuture(null);
    }
}
