package io.guildhall.search.binding;

import io.guildhall.search.home.Home;
import java.util.Optional;

/** Bindings as they were a short while ago; none is given out for longer than that after it was begun to be read. */
public interface BindingCache {
    /** @param asOf when it was begun to be read, in ms since 1970: it may have changed since */
    void put(Binding binding, long asOf);

    /** What this node knows. Never waits. */
    Optional<Binding> near(Home home);

    /** What any node knows. May wait a moment; a virtual thread. */
    Optional<Binding> get(Home home);

    void remove(Home home);
}
