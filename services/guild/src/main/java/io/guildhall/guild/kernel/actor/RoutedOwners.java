package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Owners over the network, each asked for so long at most. */
public final class RoutedOwners implements Owners {
    private final OwnerClient client;
    private final Duration timeout;

    public RoutedOwners(OwnerClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<Outcome> execute(Command command) {
        return client.execute(command, Terms.once(timeout))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> Outcomes.unavailable("The owner can't be reached; try again."))
                .subscribeAsCompletionStage();
    }
}
