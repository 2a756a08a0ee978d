package io.guildhall.model.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * During a rolling upgrade nodes of the last release talk to nodes of this one. {@code released.txt} is what the last release
 * spoke; a release writes it anew with {@code -Dguildhall.contracts.record=true}. New fields, values and calls are
 * always welcome: those who don't know them pass over them.
 */
class ContractCompatibilityTest {
    private static final Path RELEASED = Path.of("src/test/contracts/released.txt");

    @Test
    void everythingThatTheLastReleaseSpokeStillMeansTheSame() throws IOException {
        Set<String> present = ContractShape.present();
        if (Boolean.getBoolean("guildhall.contracts.record")) {
            Files.createDirectories(RELEASED.getParent());
            Files.write(RELEASED, present);
        }

        assertThat(changed(Files.readAllLines(RELEASED), present))
                .as("changed or removed: keep the number and the type, or write `reserved` for the number."
                        + " A call that is gone breaks nodes of the last release: keep it for one release more")
                .isEmpty();
    }

    @Test
    void findsARenumberedField() {
        assertThat(changed(List.of("field a.M 1 name one string"), Set.of("field a.M 2 name one string")))
                .containsExactly("field a.M 1 name one string");
    }

    @Test
    void findsAChangedType() {
        assertThat(changed(List.of("field a.M 1 name one string"), Set.of("field a.M 1 name one bytes")))
                .isNotEmpty();
    }

    @Test
    void letsAFieldGoWhoseNumberIsReserved() {
        assertThat(changed(List.of("field a.M 1 name one string"), Set.of("reserved a.M 1")))
                .isEmpty();
    }

    @Test
    void findsANumberThatIsNoLongerReserved() {
        assertThat(changed(List.of("reserved a.M 1"), Set.of("field a.M 1 other one string")))
                .isNotEmpty();
    }

    @Test
    void findsACallThatIsGone() {
        assertThat(changed(List.of("call a.S/Do a.M returns a.M"), Set.of())).isNotEmpty();
    }

    private static Set<String> changed(List<String> released, Set<String> present) {
        Set<String> gone = new TreeSet<>(released);
        gone.removeIf(line -> present.contains(line)
                || !line.startsWith("call ") && present.contains(ContractShape.reservation(line)));
        return gone;
    }
}
