package io.guildhall.guild.kernel.actor;

/**
 * The state of an actor, which can be put back to how it was: when a handler throws, and when the store refuses what a command
 * wanted to write. So a refused command changes nothing, whoever wrote its handler.
 *
 * @param <T> what is remembered; immutable, sharing with the present whatever does not change
 */
public interface Reversible<T> {
    /** How it is now. Asked before every command, so it must cost next to nothing, however large the state is. */
    T snapshot();

    /** Everything is as it was when this was remembered. */
    void restore(T snapshot);

    /** What puts it back to how it is now. */
    default Runnable undo() {
        T now = snapshot();
        return () -> restore(now);
    }
}
