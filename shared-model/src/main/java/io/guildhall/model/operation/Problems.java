package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Discord's error tree of 50035 Invalid Form Body: {@code {field: {index: {_errors: [{code, message}]}}}}. A Problems is
 * one place in that tree.
 */
public final class Problems {
    private final Problems parent;
    private final String key;
    private ObjectNode tree;

    private Problems(Problems parent, String key) {
        this.parent = parent;
        this.key = key;
    }

    /** An empty tree. */
    public static Problems none() {
        return new Problems(null, null);
    }

    /** The place below this one for a field's name or a list's index. */
    public Problems at(String child) {
        return new Problems(this, child);
    }

    public Problems at(int index) {
        return at(Integer.toString(index));
    }

    /** Adds a problem here: {@code add("BASE_TYPE_REQUIRED", "This field is required")}. */
    public void add(String code, String message) {
        node().withArray("_errors").addObject().put("code", code).put("message", message);
    }

    public boolean isEmpty() {
        return parent == null ? tree == null : !parent.hasChild(key);
    }

    /** The tree from this place down; an empty object when there are no problems. */
    public ObjectNode tree() {
        return isEmpty() ? JsonNodeFactory.instance.objectNode() : node();
    }

    private boolean hasChild(String child) {
        return !isEmpty() && node().has(child);
    }

    private ObjectNode node() {
        if (parent != null) {
            return parent.node().withObject("/" + key.replace("~", "~0").replace("/", "~1"));
        }
        if (tree == null) {
            tree = JsonNodeFactory.instance.objectNode();
        }
        return tree;
    }
}
