package io.guildhall.guild.call;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.application.ApplicationSettings;
import io.guildhall.guild.application.BotAuthorization;
import io.guildhall.guild.application.RoleConnectionFact;
import io.guildhall.guild.applicationemoji.ApplicationEmojiChange;
import io.guildhall.guild.applicationemoji.NewApplicationEmoji;
import io.guildhall.guild.authority.OverwriteSetting;
import io.guildhall.guild.automod.RuleBody;
import io.guildhall.guild.ban.BulkBanBody;
import io.guildhall.guild.ban.NewBan;
import io.guildhall.guild.channel.ChannelChange;
import io.guildhall.guild.channel.ChannelPosition;
import io.guildhall.guild.channel.ChannelSettings;
import io.guildhall.guild.command.CommandSettings;
import io.guildhall.guild.command.NewCommand;
import io.guildhall.guild.commandaccess.GrantList;
import io.guildhall.guild.emoji.EmojiChange;
import io.guildhall.guild.emoji.NewEmoji;
import io.guildhall.guild.entitlement.NewEntitlement;
import io.guildhall.guild.entitlement.NewSku;
import io.guildhall.guild.entitlement.NewSubscription;
import io.guildhall.guild.follow.FollowBody;
import io.guildhall.guild.guild.GuildChange;
import io.guildhall.guild.guild.MfaLevelBody;
import io.guildhall.guild.guild.NewGuild;
import io.guildhall.guild.incident.IncidentChange;
import io.guildhall.guild.interaction.Callback;
import io.guildhall.guild.interaction.EnteredCommand;
import io.guildhall.guild.interaction.EnteredModal;
import io.guildhall.guild.interaction.NewInteraction;
import io.guildhall.guild.interaction.UsedComponent;
import io.guildhall.guild.invite.NewInvite;
import io.guildhall.guild.invite.TargetChange;
import io.guildhall.guild.invite.VanityChange;
import io.guildhall.guild.lobby.BulkLobbyMember;
import io.guildhall.guild.lobby.JoiningBody;
import io.guildhall.guild.lobby.LinkingBody;
import io.guildhall.guild.lobby.LobbyMemberBody;
import io.guildhall.guild.lobby.LobbyMessageBody;
import io.guildhall.guild.lobby.LobbySettings;
import io.guildhall.guild.member.MemberChange;
import io.guildhall.guild.member.MyMember;
import io.guildhall.guild.member.MyNick;
import io.guildhall.guild.member.NewMember;
import io.guildhall.guild.message.BulkDeletion;
import io.guildhall.guild.message.EditBody;
import io.guildhall.guild.message.MessageBody;
import io.guildhall.guild.message.NewMessage;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.note.NoteBody;
import io.guildhall.guild.notification.AllNotificationsBody;
import io.guildhall.guild.notification.NotificationBody;
import io.guildhall.guild.privatechannel.Recipients;
import io.guildhall.guild.prune.PruneBody;
import io.guildhall.guild.readstate.AckBody;
import io.guildhall.guild.readstate.BulkAck;
import io.guildhall.guild.relationship.FriendRequestBody;
import io.guildhall.guild.relationship.NicknameBody;
import io.guildhall.guild.relationship.RelationshipBody;
import io.guildhall.guild.role.RoleBody;
import io.guildhall.guild.role.RolePosition;
import io.guildhall.guild.scheduledevent.EventChange;
import io.guildhall.guild.scheduledevent.EventSettings;
import io.guildhall.guild.scheduledevent.ExceptionChange;
import io.guildhall.guild.scheduledevent.NewException;
import io.guildhall.guild.screening.ActionBody;
import io.guildhall.guild.screening.RequestBody;
import io.guildhall.guild.screening.VerificationChange;
import io.guildhall.guild.settings.SettingsBody;
import io.guildhall.guild.settings.SettingsProtoBody;
import io.guildhall.guild.soundboard.NewSound;
import io.guildhall.guild.soundboard.PlayBody;
import io.guildhall.guild.soundboard.SoundChange;
import io.guildhall.guild.stage.NewStage;
import io.guildhall.guild.stage.StageChange;
import io.guildhall.guild.sticker.NewSticker;
import io.guildhall.guild.sticker.StickerChange;
import io.guildhall.guild.template.TemplateBody;
import io.guildhall.guild.thread.NewThread;
import io.guildhall.guild.thread.ThreadSettings;
import io.guildhall.guild.user.ProfileBody;
import io.guildhall.guild.voice.MyVoiceState;
import io.guildhall.guild.voice.RoomStatus;
import io.guildhall.guild.voice.SpeakerChange;
import io.guildhall.guild.voting.VoteBody;
import io.guildhall.guild.webhook.WebhookChange;
import io.guildhall.guild.webhook.WebhookSettings;
import io.guildhall.guild.webhookmessage.GithubBody;
import io.guildhall.guild.webhookmessage.SlackBody;
import io.guildhall.guild.welcome.NewcomerGuideChange;
import io.guildhall.guild.welcome.OnboardingChange;
import io.guildhall.guild.welcome.WelcomeScreenChange;
import io.guildhall.guild.widget.WidgetChange;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.operation.catalogue.AutoModerationOperations;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.operation.catalogue.CommandOperations;
import io.guildhall.model.operation.catalogue.CommandPermissionOperations;
import io.guildhall.model.operation.catalogue.ConversationOperations;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.operation.catalogue.EntitlementOperations;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.NotificationOperations;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.operation.catalogue.PollOperations;
import io.guildhall.model.operation.catalogue.ProfileOperations;
import io.guildhall.model.operation.catalogue.PruneOperations;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import io.guildhall.model.operation.catalogue.RoleOperations;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.operation.catalogue.ScreeningOperations;
import io.guildhall.model.operation.catalogue.SettingsOperations;
import io.guildhall.model.operation.catalogue.SoundboardOperations;
import io.guildhall.model.operation.catalogue.StageOperations;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.operation.catalogue.SubscriptionOperations;
import io.guildhall.model.operation.catalogue.TemplateOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.operation.catalogue.VoiceOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that an owner takes is bound to a record with exactly the fields of its shape. */
class BodiesTest {
    private static final Map<Operation, Class<?>> BODIES = Map.ofEntries(
            entry(CommandOperations.CREATE_COMMAND, NewCommand.class),
            entry(CommandOperations.CREATE_GUILD_COMMAND, NewCommand.class),
            entry(CommandOperations.BULK_SET_COMMANDS, NewCommand.class),
            entry(CommandOperations.BULK_SET_GUILD_COMMANDS, NewCommand.class),
            entry(CommandOperations.UPDATE_COMMAND, CommandSettings.class),
            entry(CommandOperations.UPDATE_GUILD_COMMAND, CommandSettings.class),
            entry(MessageOperations.CREATE_MESSAGE, NewMessage.class),
            entry(MessageOperations.UPDATE_MESSAGE, MessageBody.class),
            entry(PollOperations.VOTE, VoteBody.class),
            entry(WebhookOperations.EXECUTE_WEBHOOK, WebhookBody.class),
            entry(InteractionOperations.CREATE_INTERACTION, NewInteraction.class),
            entry(InteractionOperations.CREATE_INTERACTION_RESPONSE, Callback.class),
            entry(WebhookOperations.UPDATE_WEBHOOK_MESSAGE, EditBody.class),
            entry(WebhookOperations.UPDATE_ORIGINAL_WEBHOOK_MESSAGE, EditBody.class),
            entry(CommandPermissionOperations.SET_COMMAND_PERMISSIONS, GrantList.class),
            entry(MessageOperations.BULK_DELETE_MESSAGES, BulkDeletion.class),
            entry(OAuth2Operations.AUTHORIZE_BOT, BotAuthorization.class),
            entry(RoleConnectionOperations.SET_ROLE_CONNECTION_METADATA, RoleConnectionFact.class),
            entry(ApplicationOperations.UPDATE_APPLICATION, ApplicationSettings.class),
            entry(ApplicationOperations.UPDATE_MY_APPLICATION, ApplicationSettings.class),
            entry(UserOperations.UPDATE_MY_USER, ProfileBody.class),
            entry(UserOperations.CREATE_PRIVATE_CHANNEL, Recipients.class),
            entry(NotificationOperations.UPDATE_GUILD_NOTIFICATIONS, NotificationBody.class),
            entry(NotificationOperations.UPDATE_PRIVATE_NOTIFICATIONS, NotificationBody.class),
            entry(NotificationOperations.UPDATE_ALL_NOTIFICATIONS, AllNotificationsBody.class),
            entry(RelationshipOperations.SEND_FRIEND_REQUEST, FriendRequestBody.class),
            entry(RelationshipOperations.PUT_RELATIONSHIP, RelationshipBody.class),
            entry(RelationshipOperations.UPDATE_RELATIONSHIP, NicknameBody.class),
            entry(ProfileOperations.SET_NOTE, NoteBody.class),
            entry(SettingsOperations.UPDATE_SETTINGS, SettingsBody.class),
            entry(SettingsOperations.UPDATE_SETTINGS_PROTO, SettingsProtoBody.class),
            entry(ReadStateOperations.ACK_MESSAGE, AckBody.class),
            entry(ReadStateOperations.ACK_BULK, BulkAck.class),
            entry(InviteOperations.CREATE_INVITE, NewInvite.class),
            entry(InviteOperations.UPDATE_INVITE_TARGETS, TargetChange.class),
            entry(ScreeningOperations.UPDATE_MEMBER_VERIFICATION, VerificationChange.class),
            entry(ScreeningOperations.SUBMIT_JOIN_REQUEST, RequestBody.class),
            entry(ScreeningOperations.ACTION_JOIN_REQUEST, ActionBody.class),
            entry(InviteOperations.UPDATE_VANITY_URL, VanityChange.class),
            entry(BanOperations.CREATE_BAN, NewBan.class),
            entry(BanOperations.BULK_BAN, BulkBanBody.class),
            entry(PruneOperations.BEGIN_PRUNE, PruneBody.class),
            entry(MemberOperations.ADD_MEMBER, NewMember.class),
            entry(MemberOperations.UPDATE_MEMBER, MemberChange.class),
            entry(MemberOperations.UPDATE_MY_MEMBER, MyMember.class),
            entry(MemberOperations.UPDATE_MY_NICK, MyNick.class),
            entry(GuildOperations.CREATE_GUILD, NewGuild.class),
            entry(GuildOperations.UPDATE_GUILD, GuildChange.class),
            entry(GuildOperations.SET_MFA_LEVEL, MfaLevelBody.class),
            entry(ChannelOperations.CREATE_CHANNEL, ChannelSettings.class),
            entry(ChannelOperations.UPDATE_CHANNEL, ChannelChange.class),
            entry(ChannelOperations.UPDATE_CHANNEL_POSITIONS, ChannelPosition.class),
            entry(ChannelOperations.SET_OVERWRITE, OverwriteSetting.class),
            entry(ThreadOperations.CREATE_THREAD, NewThread.class),
            entry(ThreadOperations.CREATE_THREAD_FROM_MESSAGE, ThreadSettings.class),
            entry(RoleOperations.CREATE_ROLE, RoleBody.class),
            entry(RoleOperations.UPDATE_ROLE, RoleBody.class),
            entry(RoleOperations.UPDATE_ROLE_POSITIONS, RolePosition.class),
            entry(EmojiOperations.CREATE_EMOJI, NewEmoji.class),
            entry(WebhookOperations.EXECUTE_SLACK_WEBHOOK, SlackBody.class),
            entry(WebhookOperations.EXECUTE_GITHUB_WEBHOOK, GithubBody.class),
            entry(WebhookOperations.FOLLOW_CHANNEL, FollowBody.class),
            entry(WebhookOperations.CREATE_WEBHOOK, WebhookSettings.class),
            entry(WebhookOperations.UPDATE_WEBHOOK, WebhookChange.class),
            entry(WebhookOperations.UPDATE_WEBHOOK_BY_TOKEN, WebhookSettings.class),
            entry(EmojiOperations.UPDATE_EMOJI, EmojiChange.class),
            entry(ScheduledEventOperations.CREATE_SCHEDULED_EVENT, EventSettings.class),
            entry(ScheduledEventOperations.UPDATE_SCHEDULED_EVENT, EventChange.class),
            entry(ScheduledEventOperations.CREATE_EVENT_EXCEPTION, NewException.class),
            entry(ScheduledEventOperations.UPDATE_EVENT_EXCEPTION, ExceptionChange.class),
            entry(VoiceOperations.SET_VOICE_STATUS, RoomStatus.class),
            entry(VoiceOperations.UPDATE_MY_VOICE_STATE, MyVoiceState.class),
            entry(VoiceOperations.UPDATE_VOICE_STATE, SpeakerChange.class),
            entry(GreetingOperations.UPDATE_ONBOARDING, OnboardingChange.class),
            entry(EntitlementOperations.CREATE_SKU, NewSku.class),
            entry(EntitlementOperations.CREATE_ENTITLEMENT, NewEntitlement.class),
            entry(LobbyOperations.CREATE_LOBBY, LobbySettings.class),
            entry(LobbyOperations.UPDATE_LOBBY, LobbySettings.class),
            entry(LobbyOperations.JOIN_LOBBY, JoiningBody.class),
            entry(LobbyOperations.LINK_LOBBY_CHANNEL, LinkingBody.class),
            entry(LobbyOperations.PUT_LOBBY_MEMBER, LobbyMemberBody.class),
            entry(LobbyOperations.UPDATE_LOBBY_MEMBERS, BulkLobbyMember.class),
            entry(LobbyOperations.CREATE_LOBBY_MESSAGE, LobbyMessageBody.class),
            entry(SubscriptionOperations.CREATE_SUBSCRIPTION, NewSubscription.class),
            entry(GreetingOperations.UPDATE_NEW_MEMBER_WELCOME, NewcomerGuideChange.class),
            entry(GuildOperations.UPDATE_INCIDENT_ACTIONS, IncidentChange.class),
            entry(GreetingOperations.UPDATE_WELCOME_SCREEN, WelcomeScreenChange.class),
            entry(GreetingOperations.UPDATE_WIDGET_SETTINGS, WidgetChange.class),
            entry(TemplateOperations.CREATE_TEMPLATE, TemplateBody.class),
            entry(TemplateOperations.UPDATE_TEMPLATE, TemplateBody.class),
            entry(AutoModerationOperations.CREATE_RULE, RuleBody.class),
            entry(AutoModerationOperations.UPDATE_RULE, RuleBody.class),
            entry(StageOperations.CREATE_STAGE, NewStage.class),
            entry(StageOperations.UPDATE_STAGE, StageChange.class),
            entry(StickerOperations.CREATE_STICKER, NewSticker.class),
            entry(StickerOperations.UPDATE_STICKER, StickerChange.class),
            entry(SoundboardOperations.CREATE_SOUND, NewSound.class),
            entry(SoundboardOperations.UPDATE_SOUND, SoundChange.class),
            entry(SoundboardOperations.SEND_SOUND, PlayBody.class),
            entry(ApplicationEmojiOperations.CREATE_APPLICATION_EMOJI, NewApplicationEmoji.class),
            entry(ApplicationEmojiOperations.UPDATE_APPLICATION_EMOJI, ApplicationEmojiChange.class));

    /** Their keys are the application's. */
    private static final Set<Operation> OF_ANY_KEYS =
            Set.of(LobbyOperations.MODERATE_LOBBY_MESSAGE, ConversationOperations.MODERATE_USER_MESSAGE);

    /** Fields that a shape takes and no handler here reads, with the reason. */
    private static final Map<String, String> UNREAD = Map.ofEntries(
            entry("updateGuildCommand.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("updateCommand.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("bulkSetGuildCommands.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("bulkSetCommands.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("createGuildCommand.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("createCommand.handler", "whoever is asked to launch an activity is asked by an interaction"),
            entry("createMessage.attachments.is_remix", "no file is a remix of another"),
            entry("createMessage.attachments.filename", "a file is named as it came"),
            entry("createMessage.attachments.uploaded_filename", "api brings the file, as one that came along"),
            entry("updateMessage.attachments.is_remix", "no file is a remix of another"),
            entry("updateMessage.attachments.filename", "a file is named as it came"),
            entry("updateMessage.attachments.uploaded_filename", "api brings the file, as one that came along"),
            entry("createThread.message.attachments.is_remix", "no file is a remix of another"),
            entry("createThread.message.attachments.filename", "a file is named as it came"),
            entry("createThread.message.attachments.uploaded_filename", "api brings the file, as one that came along"),
            entry("executeWebhook.attachments.is_remix", "no file is a remix of another"),
            entry("executeWebhook.attachments.filename", "a file is named as it came"),
            entry("executeWebhook.attachments.uploaded_filename", "api brings the file, as one that came along"),
            entry("updateWebhookMessage.attachments.is_remix", "no file is a remix of another"),
            entry("updateWebhookMessage.attachments.filename", "a file is named as it came"),
            entry("updateWebhookMessage.attachments.uploaded_filename", "api brings the file, as one that came along"),
            entry("updateOriginalWebhookMessage.attachments.is_remix", "no file is a remix of another"),
            entry("updateOriginalWebhookMessage.attachments.filename", "a file is named as it came"),
            entry(
                    "updateOriginalWebhookMessage.attachments.uploaded_filename",
                    "api brings the file, as one that came along"),
            entry("createInteraction.channel_id", "api finds the channel by it, whose owner is asked"),
            entry("createInteraction.session_id", "the nonce tells each session whether it began there"),
            entry("createInteraction.message_flags", "the message itself is looked at"),
            entry("createInteraction.data.name", "the command itself is looked at"),
            entry("createInteraction.data.type", "the command itself is looked at"),
            entry("createInteraction.data.attachments", "a file is named as it came"),
            entry("createStageInstance.channel_id", "api finds the channel by it, whose owner is asked"),
            entry("authorizeBot.guild_id", "api finds the guild by it, whose owner is asked"),
            entry("authorizeBot.webhook_channel_id", "api asks the channel's owner for the webhook"),
            entry("sendFriendRequest.discriminator", "people have none any more"),
            entry("putRelationship.from_friend_suggestion", "nobody is suggested"),
            entry("putRelationship.friend_token", "requests need no token"),
            entry("ackMessage.token", "tokens name no client any more"),
            entry("ackBulk.read_states.read_state_type", "there is one type"),
            entry("updateMyUser.new_password", "api makes it the password"),
            entry("updateMyUser.password", "api compares it"),
            entry("updateGuild.region", "regions are of channels now, and this is only checked"),
            entry("createGuild.region", "regions are of channels now, and this is only checked"));

    /** What somebody does with an application, by the interaction's type. */
    private static final Map<Integer, Class<?>> INTERACTIONS =
            Map.of(2, EnteredCommand.class, 3, UsedComponent.class, 4, EnteredCommand.class, 5, EnteredModal.class);

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
    void aRecordHasTheDataOfEachKindOfInteraction() {
        DiscriminatedShape kinds = (DiscriminatedShape)
                InteractionOperations.CREATE_INTERACTION.body().orElseThrow();
        assertThat(INTERACTIONS).containsOnlyKeys(kinds.shapes().keySet());
        INTERACTIONS.forEach((type, data) -> BoundRecords.requireSame(
                "createInteraction.data",
                data,
                ((ObjectShape) kinds.shapes().get(type)).field("data").orElseThrow(),
                UNREAD.keySet()));
    }

    @Test
    void everyBodyIsBound() {
        Stream<String> unbound = Operations.all().stream()
                .filter(operation -> operation.scope() != Scope.API)
                .filter(operation -> operation.body().isPresent())
                .map(ConversationOperations::meant)
                .filter(operation -> !BODIES.containsKey(operation) && !OF_ANY_KEYS.contains(operation))
                .map(Operation::name);
        assertThat(unbound)
                .as("operations with a body and without a record among BODIES")
                .isEmpty();
    }
}
