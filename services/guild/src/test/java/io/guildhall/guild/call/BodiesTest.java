package io.guildhall.guild.call;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.authority.OverwriteSetting;
import io.guildhall.guild.channel.ChannelChange;
import io.guildhall.guild.channel.ChannelPosition;
import io.guildhall.guild.channel.ChannelSettings;
import io.guildhall.guild.guild.GuildChange;
import io.guildhall.guild.guild.NewGuild;
import io.guildhall.guild.role.RoleBody;
import io.guildhall.guild.role.RolePosition;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.operation.catalogue.RoleOperations;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that an owner takes is bound to a record with exactly the fields of its shape. */
class BodiesTest {
    private static final Map<Operation, Class<?>> BODIES = Map.ofEntries(
            entry(GuildOperations.CREATE_GUILD, NewGuild.class),
            entry(GuildOperations.UPDATE_GUILD, GuildChange.class),
            entry(ChannelOperations.CREATE_CHANNEL, ChannelSettings.class),
            entry(ChannelOperations.UPDATE_CHANNEL, ChannelChange.class),
            entry(ChannelOperations.UPDATE_CHANNEL_POSITIONS, ChannelPosition.class),
            entry(ChannelOperations.SET_OVERWRITE, OverwriteSetting.class),
            entry(RoleOperations.CREATE_ROLE, RoleBody.class),
            entry(RoleOperations.UPDATE_ROLE, RoleBody.class),
            entry(RoleOperations.UPDATE_ROLE_POSITIONS, RolePosition.class));

    /** Fields that a shape takes and no handler here reads, with the reason. */
    private static final Map<String, String> UNREAD = Map.ofEntries(
            entry("updateGuild.region", "voice regions are of channels now, and there is one"),
            entry("createGuild.region", "voice regions are of channels now, and there is one"));

    /** Operations whose bodies are still read by field name. */
    private static final Set<String> WAITING = Set.of(
            "authorizeBot",
            "updateMyUser",
            "createPrivateChannel",
            "createMessage",
            "updateMessage",
            "bulkDeleteMessages",
            "updateMyMember",
            "updateMyNick",
            "updateMember",
            "createBan",
            "bulkBan",
            "createInvite",
            "createCommand",
            "bulkSetCommands",
            "updateCommand",
            "createGuildCommand",
            "bulkSetGuildCommands",
            "updateGuildCommand",
            "updateMyApplication",
            "updateApplication");

    static Stream<Operation> bound() {
        return BODIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bound")
    void aRecordHasExactlyTheFieldsOfTheShape(Operation operation) {
        BoundRecords.requireSame(
                operation.name(), BODIES.get(operation), operation.body().orElseThrow(), UNREAD.keySet());
    }

    @Test
    void everyBodyIsBound() {
        Stream<String> unbound = Operations.all().stream()
                .filter(operation -> operation.scope() != Scope.API)
                .filter(operation -> operation.body().isPresent())
                .filter(operation -> !BODIES.containsKey(operation))
                .map(Operation::name);
        assertThat(unbound)
                .as("operations with a body and without a record among BODIES")
                .containsExactlyInAnyOrderElementsOf(WAITING);
    }
}
