package io.guildhall.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Reads the compiled classes of every module. */
class LayerTest {
    private static final List<String> SERVICES =
            List.of("api", "gateway", "guild", "relay", "search", "storage", "voice", "web");
    private static final List<String> TECHNICAL_LAYERS =
            List.of("impl", "util", "utils", "helper", "helpers", "dto", "controller", "controllers", "common", "misc");

    /** How timers, event loops and streams are asked for what is done again and again. */
    private static final Set<String> REPEATING =
            Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay", "setPeriodic", "periodicStream", "ticks");

    /** How Vert.x, Netty and the JDK are asked for what is done once, beside {@code schedule}. */
    private static final Set<String> PUTTING_OFF = Set.of("setTimer", "newTimeout", "delayedExecutor");

    /** What a message passes through. */
    private static final List<String> ROAD = List.of(
            "io.guildhall.api.http..",
            "io.guildhall.ownerclient..",
            "io.guildhall.rpc..",
            "io.guildhall.guild.kernel..",
            "io.guildhall.storage.flight..",
            "io.guildhall.storage.fencing..",
            "io.guildhall.storage.sharing..",
            "io.guildhall.relay..",
            "io.guildhall.gateway..");

    private static JavaClasses everything;

    static List<String> services() {
        return SERVICES;
    }

    @BeforeAll
    static void read() throws IOException {
        everything = CompiledClasses.read();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceKnowsNoOtherService(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "io.guildhall." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.guildhall." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services meet only through the contracts in io.guildhall.model.rpc")
                .allowEmptyShould(true)
                .check(everything);
    }

    @Test
    void theModelKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("io.guildhall.model..")
                .should()
                .dependOnClassesThat(describe(
                        "are Guildhall's but not of the model",
                        target -> target.getPackageName().startsWith("io.guildhall.")
                                && !target.getPackageName().startsWith("io.guildhall.model")))
                .check(everything);
    }

    @Test
    void librariesKnowNoService() throws IOException {
        Set<String> ofServices =
                CompiledClasses.readServices().stream().map(JavaClass::getName).collect(Collectors.toSet());
        noClasses()
                .should()
                .dependOnClassesThat(describe("are of a service", target -> ofServices.contains(target.getName())))
                .check(CompiledClasses.readLibraries());
    }

    /** Actors, their log, their audience and their way to the store serve whatever state somebody puts on them. */
    @Test
    void theKernelKnowsNothingOfGuilds() {
        noClasses()
                .that()
                .resideInAPackage("io.guildhall.guild.kernel..")
                .should()
                .dependOnClassesThat(describe(
                        "are the guild service's but not of its kernel",
                        target -> target.getPackageName().startsWith("io.guildhall.guild")
                                && !target.getPackageName().startsWith("io.guildhall.guild.kernel")))
                .check(everything);
    }

    @Test
    void ownersAreAskedThroughOneClientOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.guildhall.ownerclient..",
                        "io.guildhall.guild..",
                        "io.guildhall.rpc..",
                        "io.guildhall.standalone..",
                        "io.guildhall.model..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.guildhall.model.rpc.GuildOwner")
                .because("one client knows who owns what, when to ask again and how often")
                .check(everything);
    }

    @Test
    void nobodyKnowsStandalone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.guildhall.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.guildhall.standalone..")
                .check(everything);
    }

    @Test
    void packagesAreNamedForTheDomain() {
        String[] technical = TECHNICAL_LAYERS.stream()
                .map(layer -> "io.guildhall.." + layer + "..")
                .toArray(String[]::new);
        classes().should().resideOutsideOfPackages(technical).check(everything);
    }

    @Test
    void storageKnowsNothingOfChat() {
        noClasses()
                .that()
                .resideInAPackage("io.guildhall.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.guildhall.model.operation..", "io.guildhall.model.permission..")
                .allowEmptyShould(true)
                .check(everything);
    }

    @Test
    void onlyTheGuildServiceIsTheSingleWriter() {
        noClasses()
                .that()
                .resideInAnyPackage("io.guildhall.relay..", "io.guildhall.gateway..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.guildhall.model.table.Write")
                .because("relays and gateways hold no durable state")
                .allowEmptyShould(true)
                .check(everything);
    }

    @Test
    void storageIsReachedThroughItsClientOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.guildhall.storageclient..",
                        "io.guildhall.storage..",
                        "io.guildhall.rpc..",
                        "io.guildhall.standalone..",
                        "io.guildhall.model..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.guildhall.model.rpc.Storage")
                .because("only the client knows where a partition's reads meet, and gives writes their timestamps")
                .allowEmptyShould(true)
                .check(everything);
    }

    /** What one round throws must not end all that would follow, and there is one place that sees to it. */
    @Test
    void whatIsDoneFromTimeToTimeIsDoneInRounds() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "repeats by itself",
                        call -> REPEATING.contains(call.getTarget().getName())))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.scheduler..")
                .because("io.guildhall.observability.process.Rounds guards each round")
                .check(everything);
    }

    /** What is put off has no caller who hears of its failure, and there is one place that sees to it. */
    @Test
    void whatIsPutOffIsPutOffByLater() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.guildhall.observability.process.Later")
                .should()
                .accessTargetWhere(describe("puts something off", LayerTest::putsOff))
                .because("io.guildhall.observability.process.Later guards what is put off")
                .check(everything);
    }

    private static boolean putsOff(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (PUTTING_OFF.contains(target.getName())
                        || (target.getName().equals("schedule")
                                && target.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(TimeUnit.class))));
    }

    /** From the request's way to the owner, through its kernel and the store, to relays and gateways. */
    @Test
    void noTwoClassesOfTheRoadShareAName() {
        Map<String, Long> named = everything.stream()
                .filter(type ->
                        ROAD.stream().anyMatch(part -> resideInAPackage(part).test(type)))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));

        assertThat(named).isNotEmpty();
        assertThat(named.entrySet().stream().filter(name -> name.getValue() > 1).map(Map.Entry::getKey))
                .isEmpty();
    }

    /** Every package by itself, of every module: whoever reads one can stop at what it names. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.guildhall.(**)").should().beFreeOfCycles().check(everything);
    }
}
