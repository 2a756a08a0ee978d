package io.guildhall.model.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Contract;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.ShapeKeys;
import io.guildhall.model.operation.catalogue.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What is asked of owners is written down with the number that says so. Whoever adds to it - an operation, a key of its body, a field, a
 * payload - decides whether an owner that passes over it does something else than it is asked. If it does, {@link Contract#OWNER} rises,
 * and what is new says that it needs the new number: operations by {@code since}, else the command by {@code needs}. Then, or when it does
 * no harm, the list is written anew with {@code -Dguildhall.contracts.record=true}.
 */
class OwnerContractTest {
    private static final Path WRITTEN = Path.of("src/test/contracts/to-owners.txt");
    private static final List<String> MESSAGES = List.of(
            "Command",
            "Messages",
            "Origin",
            "RestCall",
            "Caller",
            "StoredFile",
            "AttachSessions",
            "Subscribe",
            "Subscription",
            "DetachSessions",
            "UpdatePresence",
            "UpdateVoiceState",
            "RequestMembers",
            "RequestSounds",
            "RequestChannelInfo",
            "Publish",
            "UserChanged",
            "Internal",
            "PullRequest",
            "RollCall",
            "Roll");

    @Test
    void whatIsAskedOfOwnersIsWhatThisNumberStandsFor() throws IOException {
        List<String> present = present();
        if (Boolean.getBoolean("guildhall.contracts.record")) {
            Files.write(WRITTEN, present);
        }

        assertThat(present).containsExactlyElementsOf(Files.readAllLines(WRITTEN));
    }

    @Test
    void noOperationNeedsMoreThanThisBuildAnnounces() {
        assertThat(Operations.all())
                .allMatch(
                        operation -> operation.since() >= Contract.FIRST_OWNER && operation.since() <= Contract.OWNER);
    }

    private static List<String> present() {
        List<String> present = new ArrayList<>(List.of("contract " + Contract.OWNER));
        ContractShape.present().stream()
                .filter(line ->
                        MESSAGES.stream().anyMatch(message -> line.startsWith("field guildhall.v1." + message + " "))
                                || line.startsWith("call guildhall.v1.GuildOwner/"))
                .forEach(present::add);
        new TreeSet<>(Operations.all().stream().map(OwnerContractTest::line).toList()).forEach(present::add);
        return present;
    }

    private static String line(Operation operation) {
        TreeSet<String> keys = new TreeSet<>();
        operation.query().ifPresent(shape -> keys.addAll(ShapeKeys.of(shape)));
        operation.body().ifPresent(shape -> keys.addAll(ShapeKeys.of(shape)));
        return "operation %s since %d: %s".formatted(operation.name(), operation.since(), String.join(" ", keys));
    }
}
