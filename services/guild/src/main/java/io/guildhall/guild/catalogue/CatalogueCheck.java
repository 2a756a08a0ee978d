package io.guildhall.guild.catalogue;

import com.google.common.collect.Sets;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.lobby.LobbyOperation;
import io.guildhall.guild.privatechannel.PrivateChannelBehaviour;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.ConversationOperations;
import io.guildhall.model.operation.catalogue.Operations;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets a guild node start only when every operation of the catalogue that is an actor's has its handlers here. */
@Singleton
final class CatalogueCheck {
    private final Set<Operation> ofGuilds;
    private final Set<Operation> ofUsers;
    private final Set<Operation> ofPrivateChannels;
    private final Set<Operation> ofLobbies;

    CatalogueCheck(
            @All List<GuildOperation> ofGuild,
            @All List<ChannelOperation> ofChannel,
            @All List<ThreadOperation> ofThread,
            @All List<UserOperation> ofUser,
            @All List<LobbyOperation> ofLobby,
            PrivateChannelBehaviour privateChannels) {
        ofGuilds = Stream.of(
                        ofGuild.stream().map(GuildOperation::operation),
                        ofChannel.stream().map(ChannelOperation::operation),
                        ofThread.stream().map(ThreadOperation::operation))
                .flatMap(kind -> kind)
                .collect(Collectors.toUnmodifiableSet());
        ofUsers = ofUser.stream().map(UserOperation::operation).collect(Collectors.toUnmodifiableSet());
        ofLobbies = ofLobby.stream().map(LobbyOperation::operation).collect(Collectors.toUnmodifiableSet());
        ofPrivateChannels = privateChannels.answers();
    }

    void onStart(@Observes StartupEvent start) {
        requireAll();
    }

    /** @throws IllegalStateException naming what has no handler, or a handler that no call can reach */
    void requireAll() {
        compare("guilds", ofGuilds, Scope::ofGuilds);
        compare("private channels", ofPrivateChannels, scope -> scope == Scope.CHANNEL || scope == Scope.CONVERSATION);
        compare("users", ofUsers, CatalogueCheck::isOfUsers);
        compare("lobbies", ofLobbies, scope -> scope == Scope.LOBBY);
    }

    private static boolean isOfUsers(Scope scope) {
        return switch (scope) {
            case CALLER, USER, APPLICATION, CALLING_APPLICATION -> true;
            case GUILD, CHANNEL, WEBHOOK, INVITE, CONVERSATION, LOBBY, API -> false;
        };
    }

    private static void compare(String actors, Set<Operation> answered, Predicate<Scope> theirs) {
        Set<Operation> declared = Operations.all().stream()
                .filter(operation -> theirs.test(operation.scope()))
                .map(ConversationOperations::meant)
                .collect(Collectors.toUnmodifiableSet());
        Set<Operation> differing = Sets.symmetricDifference(declared, answered);
        if (!differing.isEmpty()) {
            throw new IllegalStateException("The catalogue and the handlers of " + actors + " disagree about "
                    + differing.stream().map(Operation::name).toList());
        }
    }
}
