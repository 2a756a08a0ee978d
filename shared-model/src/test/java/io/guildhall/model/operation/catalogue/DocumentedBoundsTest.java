package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every bound that Discord's description of its API has for an operation that is here, tried from both sides. */
class DocumentedBoundsTest {
    private final Set<Deviation> met = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyDocumentedBoundHoldsAndNothingNarrowerDoesWithoutAReason() {
        for (DocumentedBound bound : DocumentedBound.all()) {
            bound.where().operation().ifPresent(operation -> hold(operation, bound));
        }
        assertThat(faults).isEmpty();
        assertThat(met).as("deviations that are still there").containsAll(Deviation.all());
    }

    private void hold(Operation operation, DocumentedBound bound) {
        List<Shape> shapes = bound.where().shapes(operation);
        if (shapes.isEmpty()) {
            note(Deviation.Kind.LEFT_OUT, bound, "is left out");
        }
        for (Shape shape : shapes) {
            for (JsonNode value : bound.outside()) {
                if (problems(shape, value).isEmpty()) {
                    faults.add(bound.route() + " " + bound.place() + " takes " + shortened(value));
                }
            }
            for (JsonNode value : bound.inside()) {
                if (boundsAreTheProblem(problems(shape, value))) {
                    note(Deviation.Kind.NARROWER, bound, "refuses " + shortened(value));
                }
            }
        }
    }

    private void note(Deviation.Kind kind, DocumentedBound bound, String fault) {
        Deviation.of(kind, bound.route(), bound.place())
                .ifPresentOrElse(
                        met::add,
                        () -> faults.add(bound.route() + " " + bound.place() + " " + bound.keyword() + " " + fault));
    }

    private static Problems problems(Shape shape, JsonNode value) {
        Problems problems = Problems.none();
        shape.check(value, problems);
        return problems;
    }

    /** The values tried have the right size, not the right content: other problems than that of the bound are none here. */
    private static boolean boundsAreTheProblem(Problems problems) {
        String codes = problems.tree().path("_errors").toString();
        return codes.contains("LENGTH") || codes.contains("NUMBER_TYPE_M") || codes.contains("CHOICES");
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.substring(0, Math.min(40, text.length()));
    }
}
