package io.guildhall.discovery;

import io.guildhall.model.cluster.Node;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The known nodes of one role and who wants to hear of changes. Listeners run one at a time, in order of the changes. */
final class NodeList {
    private static final Logger LOG = Logger.getLogger(NodeList.class);

    private final List<Consumer<List<Node>>> listeners = new ArrayList<>();
    private volatile List<Node> nodes;

    NodeList(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    List<Node> current() {
        return nodes;
    }

    synchronized void watch(Consumer<List<Node>> listener) {
        listeners.add(listener);
        tell(listener);
    }

    /** Tells the listeners, unless nothing changed. */
    synchronized void replace(List<Node> changed) {
        if (changed.equals(nodes)) {
            return;
        }
        nodes = List.copyOf(changed);
        listeners.forEach(this::tell);
    }

    private void tell(Consumer<List<Node>> listener) {
        try {
            listener.accept(nodes);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.error("A listener to changes of nodes failed", failure);
        }
    }
}
