package io.guildhall.model.operation.catalogue;

import static java.util.function.Function.identity;

import io.guildhall.model.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation there is. A new area adds its list here. */
public final class Operations {
    private static final List<Operation> ALL = Stream.of(
                    GatewayOperations.all(),
                    AccountOperations.all(),
                    InstanceOperations.all(),
                    AdminOperations.all(),
                    ApplicationOperations.all(),
                    OAuth2Operations.all(),
                    PartnerOperations.all(),
                    RoleConnectionOperations.all(),
                    UserOperations.all(),
                    ReadStateOperations.all(),
                    NotificationOperations.all(),
                    PushOperations.all(),
                    RelationshipOperations.all(),
                    ProfileOperations.all(),
                    SettingsOperations.all(),
                    GuildOperations.all(),
                    GreetingOperations.all(),
                    ScreeningOperations.all(),
                    AutoModerationOperations.all(),
                    TemplateOperations.all(),
                    EntitlementOperations.all(),
                    SubscriptionOperations.all(),
                    ActivityOperations.all(),
                    LobbyOperations.all(),
                    ConversationOperations.all(),
                    MentionOperations.all(),
                    ChannelOperations.all(),
                    ThreadOperations.all(),
                    MessageOperations.all(),
                    SearchOperations.all(),
                    AttachmentOperations.all(),
                    PinOperations.all(),
                    ReactionOperations.all(),
                    PollOperations.all(),
                    RoleOperations.all(),
                    EmojiOperations.all(),
                    ApplicationEmojiOperations.all(),
                    StickerOperations.all(),
                    SoundboardOperations.all(),
                    ScheduledEventOperations.all(),
                    VoiceOperations.all(),
                    StageOperations.all(),
                    MemberOperations.all(),
                    BanOperations.all(),
                    PruneOperations.all(),
                    InviteOperations.all(),
                    CommandOperations.all(),
                    CommandPermissionOperations.all(),
                    InteractionOperations.all(),
                    WebhookOperations.all())
            .flatMap(List::stream)
            .toList();

    /** Fails when two operations have one name. */
    private static final Map<String, Operation> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Operation::name, identity()));

    private Operations() {}

    public static List<Operation> all() {
        return ALL;
    }

    public static Optional<Operation> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
