package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Commands over the network, each asked for so long at most. */
public final class RoutedOwners implements ActorCommands {
    private final OwnerClient client;
    private final Terms terms;
    private final Duration timeout;

    public RoutedOwners(OwnerClient client, Duration timeout) {
        this(client, Terms.once(timeout), timeout);
    }

    private RoutedOwners(OwnerClient client, Terms terms, Duration timeout) {
        this.client = client;
        this.terms = terms;
        this.timeout = timeout;
    }

    /** For callers who repeat what is turned away, and whose commands have no effect when they come twice. */
    public static RoutedOwners askedOnce(OwnerClient client, Duration timeout) {
        return new RoutedOwners(client, Terms.harmless(Duration.ZERO), timeout);
    }

    @Override
    public CompletionStage<Outcome> execute(Command command) {
        return client.execute(command, terms)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> Outcomes.unavailable("The owner can't be reached; try again."))
                .subscribeAsCompletionStage();
    }
}
