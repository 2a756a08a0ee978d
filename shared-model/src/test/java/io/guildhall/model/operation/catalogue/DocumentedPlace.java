package io.guildhall.model.operation.catalogue;

import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A field in the body or query of an operation of Discord's OpenAPI description. {@code fields.tsv} has a line for each, at any
 * depth of objects that are not in themselves again.
 *
 * @param route method and path
 * @param place {@code body} or {@code query} and the names from there on, with points between and {@code *} for each element of a
 *     list
 */
record DocumentedPlace(String route, String place) {
    static List<DocumentedPlace> fields() {
        return lines("fields.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(parts -> new DocumentedPlace(parts[0], parts[1]))
                .toList();
    }

    /** Of one of the files with what Discord's description says. */
    static List<String> lines(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                DocumentedPlace.class.getResourceAsStream("/discord/" + file), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it is not here. */
    Optional<Operation> operation() {
        return Operations.all().stream()
                .filter(operation ->
                        nameless(operation.method() + " " + operation.path()).equals(nameless(route)))
                .findFirst();
    }

    /** The shapes that the operation lets a value in this place have; none when it does not know the field. */
    List<Shape> shapes(Operation operation) {
        List<String> steps = List.of(place.split("\\."));
        Optional<Shape> whole = steps.getFirst().equals("body") ? operation.body() : operation.query();
        List<Shape> here = whole.stream().toList();
        for (String step : steps.subList(1, steps.size())) {
            here = here.stream()
                    .flatMap(shape -> within(shape, step).stream())
                    .distinct()
                    .toList();
        }
        return here;
    }

    private static List<Shape> within(Shape shape, String step) {
        if (shape instanceof ListShape list && step.equals("*")) {
            return List.of(list.element());
        }
        if (shape instanceof DiscriminatedShape several) {
            // What tells the shapes apart is read by none of them.
            return several.field().equals(step)
                    ? List.of(several)
                    : several.shapes().values().stream()
                            .flatMap(each -> within(each, step).stream())
                            .toList();
        }
        return shape instanceof ObjectShape object ? object.field(step).stream().toList() : List.of();
    }

    private static String nameless(String route) {
        return route.replaceAll("\\{[a-z_]+}", "{}");
    }
}
