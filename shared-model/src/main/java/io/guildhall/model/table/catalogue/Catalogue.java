package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every table there is. */
public final class Catalogue {
    public static final List<Table> TABLES = List.of(
            Users.TABLE,
            Credentials.TABLE,
            LoginSessions.TABLE,
            AccountProofs.TABLE,
            SecondFactors.TABLE,
            Usernames.TABLE,
            Emails.TABLE,
            Applications.TABLE,
            ApplicationsByOwner.TABLE,
            UserGuilds.TABLE,
            ActorEpochs.TABLE,
            Guilds.TABLE,
            Channels.TABLE,
            ChannelOwners.TABLE,
            Roles.TABLE,
            Members.TABLE,
            Bans.TABLE,
            KeptTimeOuts.TABLE,
            Invites.TABLE,
            GuildInvites.TABLE,
            InviteTargets.TABLE,
            JoinRequests.TABLE,
            JoinApplicants.TABLE,
            PrivateChannels.TABLE,
            UserPrivateChannels.TABLE,
            PrivateChannelPairs.TABLE,
            Messages.TABLE,
            MessageBuckets.TABLE,
            MessageNonces.TABLE,
            Reactions.TABLE,
            Pins.TABLE,
            Commands.TABLE,
            CommandPermissions.TABLE,
            Emojis.TABLE,
            Stickers.TABLE,
            Sounds.TABLE,
            ExpressionOwners.TABLE,
            Interactions.TABLE,
            EphemeralMessages.TABLE,
            AuditLog.TABLE,
            AuditSlices.TABLE,
            ReadStates.TABLE,
            BroadcastMentions.TABLE,
            Mentions.TABLE,
            UserApplications.TABLE,
            NotificationSettings.TABLE,
            PushDevices.TABLE,
            PushOwners.TABLE,
            PushDeliveries.TABLE,
            Relationships.TABLE,
            UserNotes.TABLE,
            UserSettings.TABLE,
            SessionStarts.TABLE,
            ChannelPurges.TABLE,
            AttachmentMarks.TABLE,
            PictureMarks.TABLE,
            EventOutbox.TABLE,
            ActorEvents.TABLE,
            ActorLog.TABLE,
            ActorCursors.TABLE,
            ActorInbox.TABLE,
            ActorBacklogs.TABLE,
            BacklogSlots.TABLE,
            Webhooks.TABLE,
            GuildWebhooks.TABLE,
            WebhookAvatars.TABLE,
            ScheduledEvents.TABLE,
            ScheduledEventUsers.TABLE,
            PollVotes.TABLE,
            Reminders.TABLE,
            ReminderSlots.TABLE,
            StageInstances.TABLE,
            GuildPages.TABLE,
            ChannelFollowers.TABLE,
            PublishedCopies.TABLE,
            OAuth2Grants.TABLE,
            Threads.TABLE,
            ArchivedThreads.TABLE,
            ArchivedThreadLists.TABLE,
            JoinedArchivedThreads.TABLE,
            AutoModerationRules.TABLE,
            RoleConnections.TABLE,
            GuildTemplates.TABLE,
            GuildTemplateCodes.TABLE,
            Skus.TABLE,
            Entitlements.TABLE,
            EntitlementOwners.TABLE,
            Subscriptions.TABLE,
            SubscriptionUsers.TABLE,
            ActivityInstances.TABLE,
            Lobbies.TABLE,
            LobbyMembers.TABLE,
            LobbyMemberships.TABLE,
            LobbySecrets.TABLE,
            ExternalIdentities.TABLE,
            AccountIdentities.TABLE,
            ApplicationPlayers.TABLE,
            SearchBindings.TABLE,
            SearchCells.TABLE,
            SearchBuilds.TABLE,
            InstanceRecords.TABLE,
            InstanceJournal.TABLE,
            Passkeys.TABLE);

    private static final Map<String, Table> BY_NAME =
            TABLES.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));

    private Catalogue() {}

    /** The table with this name, or an IllegalArgumentException that names it. */
    public static Table table(String name) {
        Table table = BY_NAME.get(name);
        if (table == null) {
            throw new IllegalArgumentException("the catalogue has no table " + name);
        }
        return table;
    }
}
