package io.guildhall.orchestration.process;

import java.util.Optional;

/** The processes of this machine. */
public interface Processes {
    /**
     * Starts a process that outlives this one, its terminal and Ctrl-C.
     *
     * @return its id
     */
    long start(Launch launch);

    boolean isAlive(long id);

    /** What tells a process from another one that gets its id later, where this machine can tell. */
    Optional<String> birth(long id);

    /** SIGCONT: a process that was stopped goes on. */
    void letRun(long id);

    /** SIGTERM. Nothing happens when it has ended. */
    void terminate(long id);

    /** SIGKILL. Nothing happens when it has ended. */
    void kill(long id);
}
