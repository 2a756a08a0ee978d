package io.guildhall.model.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What owners say to relays is written down with the number that stands for it: whoever adds to it decides whether a relay that passes over it
 * does harm. If it does, {@link Contract#RELAY} rises, and owners leave out relays that understand less; then, or when it does none, the
 * list is written anew with {@code -Dguildhall.contracts.record=true}.
 */
class RelayContractTest {
    private static final Path WRITTEN = Path.of("src/test/contracts/to-relays.txt");
    private static final List<String> MESSAGES = List.of(
            "OwnerFrame",
            "AudienceState",
            "AudienceDelta",
            "RolePermissions",
            "ChannelPermissions",
            "Overwrite",
            "SessionsJoin",
            "JoiningSession",
            "Session",
            "SessionTopics",
            "PositionedEvent",
            "SessionsLeave",
            "MemberRoles",
            "Release",
            "Event",
            "ContentVariant");

    @Test
    void whatIsSaidToRelaysIsWhatThisNumberStandsFor() throws IOException {
        List<String> present = new ArrayList<>(List.of("contract " + Contract.RELAY));
        ContractShape.present().stream()
                .filter(line -> line.startsWith("field ")
                        && MESSAGES.stream()
                                .anyMatch(message -> line.startsWith("field guildhall.v1." + message + " ")))
                .forEach(present::add);
        if (Boolean.getBoolean("guildhall.contracts.record")) {
            Files.write(WRITTEN, present);
        }

        assertThat(present).containsExactlyElementsOf(Files.readAllLines(WRITTEN));
    }
}
