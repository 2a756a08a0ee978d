package io.guildhall.guild;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** The single writer of guilds, users and private channels, as other services call it. */
@ApplicationScoped
@Typed(GuildOwnerService.class)
public class GuildOwnerService implements GuildOwner {
    private final GuildNode node;
    private final GuildMetrics metrics;
    private final CommandTraces traces;

    public GuildOwnerService(GuildNode node, GuildMetrics metrics, CommandTraces traces) {
        this.node = node;
        this.metrics = metrics;
        this.traces = traces;
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
}
