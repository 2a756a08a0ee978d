package io.guildhall.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.catalogue.Operations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether hostile requests get as far as the handlers, of all operations that there are. */
class SamplesTest {
    /** Their rules hold between several fields, which no single field's complaint leads to; other tests write these bodies. */
    private static final Set<String> WRITTEN_BY_HAND =
            Set.of("bulkDeleteMessages", "createScheduledEvent", "createSticker");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Samples samples = new Samples(List.of("1400000000000000000"));

    @Test
    void everyParameterOfPathsHasSomethingThatStandsForIt() {
        Set<String> named = new TreeSet<>();
        for (Operation operation : Operations.all()) {
            PARAMETER.matcher(operation.path()).results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).hasSameElementsAs(World.PARAMETERS);
    }

    @Test
    void everyBodyHasASampleThatIsTaken() {
        Set<String> untried = new TreeSet<>();
        for (Operation operation : Operations.all()) {
            operation.body().filter(body -> !hasSample(body)).ifPresent(body -> untried.add(operation.name()));
        }
        assertThat(untried).isEqualTo(WRITTEN_BY_HAND);
    }

    private boolean hasSample(Shape body) {
        return samples.least(body).filter(value -> Samples.takes(body, value)).isPresent()
                || samples.most(body)
                        .filter(value -> Samples.takes(body, value))
                        .isPresent();
    }
}
