package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits that are written together, and how often that was tried. Every attempt is the same batch with the same timestamps,
 * so that one which took effect unheard changes nothing when it is repeated.
 */
final class WriteFlight {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final List<Commit> commits;
    private WriteRequest batch;
    private Duration pause = FIRST_PAUSE;
    private boolean uncertain;

    WriteFlight(List<Commit> commits) {
        this.commits = commits;
    }

    List<Commit> commits() {
        return commits;
    }

    /** False when its commits change nothing that is stored. */
    boolean writes() {
        return commits.stream().anyMatch(commit -> !commit.mutations().isEmpty());
    }

    /** The batch; it has its timestamps from the first time that it is asked for. */
    WriteRequest batch(StorageFacade storage) {
        if (batch == null) {
            List<Mutation> mutations = new ArrayList<>();
            commits.forEach(commit -> mutations.addAll(commit.mutations()));
            batch = storage.batch(mutations);
        }
        return batch;
    }

    /** True once the outcome of an attempt was not known: what a later attempt is refused with says nothing of that one. */
    boolean uncertain() {
        return uncertain;
    }

    /** Notes an attempt of unknown outcome; returns how long to wait before the next. */
    Duration nextPause() {
        uncertain = true;
        Duration next = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return next;
    }

    void publish() {
        commits.forEach(commit -> Guard.PROCESS.run("Publishing a durable commit", commit.publish()));
    }
}
