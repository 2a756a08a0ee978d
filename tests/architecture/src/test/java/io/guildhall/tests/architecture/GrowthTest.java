package io.guildhall.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every table that a class fills itself says what keeps it from growing for as long as the process lives, in {@code growth.txt}. Whoever adds one
 * is asked for it here; whoever looks for what eats a node's memory begins there.
 */
class GrowthTest {
    private static final Path SAID = Path.of("src/test/resources/growth.txt");
    private static final String SEPARATOR = " - ";

    private static JavaClasses everything;

    @BeforeAll
    static void read() throws IOException {
        everything = CompiledClasses.read();
    }

    @Test
    void everyTableSaysWhatBoundsIt() throws IOException {
        Set<String> tables = everything.stream()
                .filter(GrowthTest::fills)
                .flatMap(type -> type.getFields().stream())
                .filter(GrowthTest::isTable)
                .map(JavaField::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> said = said();

        assertThat(tables)
                .as("tables, of which each says in %s what bounds it", SAID)
                .isEqualTo(said.keySet());
        assertThat(said.values()).allSatisfy(bound -> assertThat(bound).isNotBlank());
    }

    private static Map<String, String> said() throws IOException {
        List<String> lines = Files.readAllLines(SAID);
        return lines.stream()
                .map(line -> line.split(SEPARATOR, 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> one, TreeMap::new));
    }

    /** Whether its instances make tables when they are made. What others hand them is said where it is made. */
    private static boolean fills(JavaClass type) {
        return !type.isRecord()
                && (type.getConstructors().stream().anyMatch(GrowthTest::makesTable)
                        || type.getStaticInitializer().stream().anyMatch(GrowthTest::makesTable));
    }

    private static boolean makesTable(JavaCodeUnit begins) {
        return begins.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> isTable(call.getTargetOwner())
                                || call.getTargetOwner().getSuperclass().stream()
                                        .anyMatch(parent -> isTable(parent.toErasure())))
                || begins.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("newKeySet")
                                || isTable(call.getTarget().getRawReturnType())
                                        && call.getName().startsWith("build"));
    }

    private static boolean isTable(JavaField field) {
        return isTable(field.getRawType())
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                // Constants.
                && !field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isTable(JavaClass type) {
        return type.isAssignableTo(Map.class)
                || type.isAssignableTo(Set.class)
                || type.isAssignableTo(Queue.class)
                || type.isEquivalentTo(Collection.class)
                || type.getName().startsWith("com.github.benmanes.caffeine.cache.")
                        && type.getName().endsWith("Cache");
    }
}
