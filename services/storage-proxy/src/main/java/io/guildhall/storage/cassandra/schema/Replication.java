package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many copies of each row every data centre has. */
public record Replication(Map<String, Integer> copies) {
    private static final int USUAL_COPIES = 3;
    private static final Pattern PART = Pattern.compile("([A-Za-z0-9_.-]+)=([1-9]\\d?)");

    public Replication {
        copies = Map.copyOf(copies);
        if (copies.isEmpty()) {
            throw new IllegalArgumentException("A keyspace needs a data centre with at least one copy.");
        }
    }

    /**
     * Reads {@code DATACENTER=COPIES,...}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Replication parse(String text) {
        Map<String, Integer> copies = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + part + "\" is no DATACENTER=COPIES.");
            }
            copies.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        return new Replication(copies);
    }

    /** Three copies in each data centre, or as many as it has nodes. */
    public static Replication usual(CqlSession session) {
        Map<String, Integer> copies = new TreeMap<>();
        for (Node node : session.getMetadata().getNodes().values()) {
            if (node.getDatacenter() != null) {
                copies.merge(node.getDatacenter(), 1, (known, one) -> Math.min(USUAL_COPIES, known + one));
            }
        }
        return new Replication(copies);
    }

    String cql() {
        Map<String, String> options = new TreeMap<>();
        copies.forEach((datacenter, count) -> options.put(datacenter, Integer.toString(count)));
        options.put("class", "NetworkTopologyStrategy");
        return TableOptions.map(options);
    }
}
