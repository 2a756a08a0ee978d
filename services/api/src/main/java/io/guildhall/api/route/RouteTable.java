package io.guildhall.api.route;

import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a path. A segment that is spelled out wins over a parameter. */
public final class RouteTable {
    private final Segment root = new Segment();

    /** What a path leads to. */
    public sealed interface Match {}

    /** The operation, and the path's parameters by name. */
    public record Found(Operation operation, Map<String, String> parameters) implements Match {}

    /** The path exists, but not with this method. */
    public record WrongMethod() implements Match {}

    /** There is no such path. */
    public record Nothing() implements Match {}

    private static final class Segment {
        private final Map<String, Segment> literals = new HashMap<>();
        private final Map<HttpMethod, Operation> operations = new EnumMap<>(HttpMethod.class);
        private Segment parameter;
    }

    public RouteTable(List<Operation> operations) {
        operations.forEach(this::add);
    }

    /** @param segments the decoded segments of the path below the API's version */
    public Match find(HttpMethod method, List<String> segments) {
        List<Segment> candidates = new ArrayList<>();
        collect(root, segments, 0, candidates);
        Optional<Operation> operation = candidates.stream()
                .map(candidate -> candidate.operations.get(method))
                .filter(candidate -> candidate != null)
                .findFirst();
        if (operation.isPresent()) {
            return new Found(operation.get(), parameters(operation.get(), segments));
        }
        return candidates.stream().allMatch(candidate -> candidate.operations.isEmpty())
                ? new Nothing()
                : new WrongMethod();
    }

    private static void collect(Segment from, List<String> segments, int index, List<Segment> candidates) {
        if (index == segments.size()) {
            candidates.add(from);
            return;
        }
        Segment literal = from.literals.get(segments.get(index));
        if (literal != null) {
            collect(literal, segments, index + 1, candidates);
        }
        if (from.parameter != null) {
            collect(from.parameter, segments, index + 1, candidates);
        }
    }

    private void add(Operation operation) {
        Segment segment = root;
        for (String part : parts(operation)) {
            if (isParameter(part)) {
                if (segment.parameter == null) {
                    segment.parameter = new Segment();
                }
                segment = segment.parameter;
            } else {
                segment = segment.literals.computeIfAbsent(part, name -> new Segment());
            }
        }
        segment.operations.put(operation.method(), operation);
    }

    private static Map<String, String> parameters(Operation operation, List<String> segments) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> parts = parts(operation);
        for (int index = 0; index < parts.size(); index++) {
            String part = parts.get(index);
            if (isParameter(part)) {
                parameters.put(part.substring(1, part.length() - 1), segments.get(index));
            }
        }
        return parameters;
    }

    private static List<String> parts(Operation operation) {
        return List.of(operation.path().substring(1).split("/"));
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }
}
