package io.guildhall.guild;

import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.observability.process.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.concurrent.CompletableFuture;

/** The single writer of guilds, users and private channels, as other services call it. */
@ApplicationScoped
@Typed(GuildOwnerService.class)
public class GuildOwnerService implements GuildOwner {
    private final GuildNode node;
    private final GuildMetrics metrics;
    private final CommandTraces traces;
    private final Tickets tickets;

    public GuildOwnerService(GuildNode node, GuildMetrics metrics, CommandTraces traces, Tickets tickets) {
        this.node = node;
        this.metrics = metrics;
        this.traces = traces;
        this.tickets = tickets;
    }

    /** Never blocks and never fails: every refusal is an outcome. */
    @Override
    public Uni<Outcome> execute(Command command) {
        return Uni.createFrom().completionStage(() -> {
            long start = System.nanoTime();
            return traces.around(command, node.actors()::execute).thenApply(outcome -> {
                metrics.answered(outcome, System.nanoTime() - start);
                return outcome;
            });
        });
    }

    /** Never fails. Events are made on a thread of their own, whatever the actor does meanwhile. */
    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<PullReply> reply = new CompletableFuture<>();
            Thread.ofVirtual()
                    .name("pull")
                    .start(() -> Guard.PROCESS.run(
                            () -> reply.complete(tickets.pull(request)), reply::completeExceptionally));
            return reply;
        });
    }

    /** On a thread of its own: somebody may be changing one of these audiences at length. */
    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<RollCallReply> reply = new CompletableFuture<>();
            Thread.ofVirtual()
                    .name("roll call")
                    .start(() -> Guard.PROCESS.run(
                            () -> reply.complete(node.actors().callRoll(call)), reply::completeExceptionally));
            return reply;
        });
    }
}
