package io.guildhall.relay.audience;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** Small numbers for the permission classes that sessions of an audience have; the number of an unused class is given again. */
final class PermissionClasses {
    private final Map<PermissionClass, Integer> ids = new HashMap<>();
    private final List<PermissionClass> classes = new ArrayList<>();
    private final List<Integer> uses = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final IntConsumer forgotten;

    /** @param forgotten told of each number that no longer means what it meant */
    PermissionClasses(IntConsumer forgotten) {
        this.forgotten = forgotten;
    }

    PermissionClass get(int id) {
        return classes.get(id);
    }

    int size() {
        return ids.size();
    }

    /** Calls with each class that sessions have. */
    void forEach(BiConsumer<Integer, PermissionClass> action) {
        ids.forEach((known, id) -> action.accept(id, known));
    }

    /** The number of the class, for one more session. */
    int acquire(PermissionClass wanted) {
        Integer known = ids.get(wanted);
        int id = known != null ? known : create(wanted);
        uses.set(id, uses.get(id) + 1);
        return id;
    }

    /** One session less has this class. */
    void release(int id) {
        int left = uses.get(id) - 1;
        uses.set(id, left);
        if (left == 0) {
            ids.remove(classes.get(id));
            classes.set(id, null);
            free.push(id);
            forgotten.accept(id);
        }
    }

    private int create(PermissionClass created) {
        int id;
        if (free.isEmpty()) {
            id = classes.size();
            classes.add(created);
            uses.add(0);
        } else {
            id = free.pop();
            classes.set(id, created);
        }
        ids.put(created, id);
        return id;
    }
}
