package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.log.EntryReceipt;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Messages of one sender that came together. Each is handled as if it had come alone, and none before those ahead of it are
 * done with: once one can't be handled for a reason that may pass, those behind it have to come again with it. So what the
 * inbox says of the last one handled holds for all before it.
 */
final class Together {
    private Together() {}

    /**
     * Handles as many as it can without a pause, so that their changes are written together.
     *
     * @param handler what it throws, the message has changed nothing
     * @param outcome says how many are done with, once that is durable; the first one's outcome when none is
     */
    static void handle(
            List<Command> messages,
            BiConsumer<Command, CompletableFuture<Outcome>> handler,
            CompletableFuture<Outcome> outcome) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (Command message : messages) {
            CompletableFuture<Outcome> one = new CompletableFuture<>();
            try {
                handler.accept(message, one);
            } catch (ApiException refused) {
                one.complete(Outcomes.failure(refused.toFailure()));
            } catch (Throwable failure) {
                if (outcomes.isEmpty()) {
                    throw failure;
                }
                Guard.PROCESS.check(failure);
                break;
            }
            outcomes.add(one);
            if (one.isDone() && !isDoneWith(one)) {
                break;
            }
        }
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenRun(() -> outcome.complete(summary(outcomes)));
    }

    private static Outcome summary(List<CompletableFuture<Outcome>> outcomes) {
        int handled = (int) outcomes.stream().takeWhile(Together::isDoneWith).count();
        return handled == 0 ? outcomes.getFirst().join() : Outcomes.handled(handled);
    }

    private static boolean isDoneWith(CompletableFuture<Outcome> outcome) {
        return EntryReceipt.of(outcome.join()) == EntryReceipt.TAKEN;
    }
}
