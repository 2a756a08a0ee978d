package io.guildhall.guild;

import io.guildhall.guild.activity.GetActivityInstance;
import io.guildhall.guild.application.AccountGone;
import io.guildhall.guild.application.ApplicationView;
import io.guildhall.guild.application.AuthorizeBot;
import io.guildhall.guild.application.DeleteApplication;
import io.guildhall.guild.application.GetApplication;
import io.guildhall.guild.application.GetMyApplication;
import io.guildhall.guild.application.ListRoleConnectionMetadata;
import io.guildhall.guild.application.SetRoleConnectionMetadata;
import io.guildhall.guild.application.UpdateApplication;
import io.guildhall.guild.application.UpdateMyApplication;
import io.guildhall.guild.applicationemoji.CreateApplicationEmoji;
import io.guildhall.guild.applicationemoji.DeleteApplicationEmoji;
import io.guildhall.guild.applicationemoji.GetApplicationEmoji;
import io.guildhall.guild.applicationemoji.ListApplicationEmojis;
import io.guildhall.guild.applicationemoji.UpdateApplicationEmoji;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.auditlog.ListAuditLog;
import io.guildhall.guild.automod.AutoModeration;
import io.guildhall.guild.automod.ProfileModeration;
import io.guildhall.guild.automod.RuleHandlers;
import io.guildhall.guild.ban.BulkBan;
import io.guildhall.guild.ban.CreateBan;
import io.guildhall.guild.ban.DeleteBan;
import io.guildhall.guild.ban.GetBan;
import io.guildhall.guild.ban.ListBans;
import io.guildhall.guild.ban.PurgeBanned;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.channel.SetOverwrite;
import io.guildhall.guild.channel.UpdateChannel;
import io.guildhall.guild.command.CommandHandlers;
import io.guildhall.guild.ending.AccountEnd;
import io.guildhall.guild.ending.AccountMayEnd;
import io.guildhall.guild.entitlement.EntitlementHandlers;
import io.guildhall.guild.entitlement.PeriodEnded;
import io.guildhall.guild.entitlement.SkuHandlers;
import io.guildhall.guild.entitlement.SubscriptionHandlers;
import io.guildhall.guild.guild.CreateGuild;
import io.guildhall.guild.guild.DeleteGuild;
import io.guildhall.guild.guild.ForgetMembers;
import io.guildhall.guild.guild.ForgetThreads;
import io.guildhall.guild.guild.ForgetWebhooks;
import io.guildhall.guild.guild.GuildBehaviour;
import io.guildhall.guild.guild.GuildRest;
import io.guildhall.guild.guild.GuildSteps;
import io.guildhall.guild.guild.SetMfaLevel;
import io.guildhall.guild.guild.ThreadRest;
import io.guildhall.guild.guild.UpdateGuild;
import io.guildhall.guild.instance.SuspendGuild;
import io.guildhall.guild.instance.TellAvailability;
import io.guildhall.guild.instance.TransferGuild;
import io.guildhall.guild.invite.AcceptInvite;
import io.guildhall.guild.invite.CreateInvite;
import io.guildhall.guild.invite.DeleteInvite;
import io.guildhall.guild.invite.GetInvite;
import io.guildhall.guild.invite.InviteCodes;
import io.guildhall.guild.invite.ListChannelInvites;
import io.guildhall.guild.invite.ListGuildInvites;
import io.guildhall.guild.invite.LobbyInvite;
import io.guildhall.guild.invite.TargetUserHandlers;
import io.guildhall.guild.invite.VanityUrlHandlers;
import io.guildhall.guild.invite.WidgetInvites;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.guild.linking.Linking;
import io.guildhall.guild.linking.LobbyLinked;
import io.guildhall.guild.linking.LobbySaid;
import io.guildhall.guild.linking.LobbyUnlinked;
import io.guildhall.guild.linking.MayLinkLobby;
import io.guildhall.guild.linking.UnlinkChannel;
import io.guildhall.guild.lobby.CountLobbies;
import io.guildhall.guild.lobby.LobbyAwaits;
import io.guildhall.guild.lobby.TestLobbies;
import io.guildhall.guild.member.AddMember;
import io.guildhall.guild.member.AddMemberRole;
import io.guildhall.guild.member.UpdateMember;
import io.guildhall.guild.member.UpdateMyMember;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.memberlist.TellMemberLists;
import io.guildhall.guild.message.GameMessages;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.privatechannel.TestPrivateChannels;
import io.guildhall.guild.profile.TestProfiles;
import io.guildhall.guild.provisional.ForgetPlayers;
import io.guildhall.guild.provisional.GameGone;
import io.guildhall.guild.provisional.MergeAccount;
import io.guildhall.guild.provisional.SplitAccount;
import io.guildhall.guild.prune.BeginPrune;
import io.guildhall.guild.prune.CountPrune;
import io.guildhall.guild.prune.PruneMembers;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.push.TestPush;
import io.guildhall.guild.readstate.TestReading;
import io.guildhall.guild.relationship.TestCircle;
import io.guildhall.guild.role.CreateRole;
import io.guildhall.guild.role.DeleteRole;
import io.guildhall.guild.role.SweepRoles;
import io.guildhall.guild.role.SweepSight;
import io.guildhall.guild.scheduledevent.CreateScheduledEvent;
import io.guildhall.guild.scheduledevent.EventUserHandlers;
import io.guildhall.guild.scheduledevent.UpdateScheduledEvent;
import io.guildhall.guild.screening.MyRequestHandlers;
import io.guildhall.guild.screening.RequestHandlers;
import io.guildhall.guild.screening.VerificationHandlers;
import io.guildhall.guild.session.Attaching;
import io.guildhall.guild.session.ChannelQuestions;
import io.guildhall.guild.session.Detaching;
import io.guildhall.guild.session.GuildSessions;
import io.guildhall.guild.session.MemberQuestions;
import io.guildhall.guild.session.PresenceUpdates;
import io.guildhall.guild.session.PrivateAnswers;
import io.guildhall.guild.session.Subscribing;
import io.guildhall.guild.settings.RestrictedByDefault;
import io.guildhall.guild.settings.TestSettings;
import io.guildhall.guild.state.GuildLoader;
import io.guildhall.guild.thread.LeaveThreads;
import io.guildhall.guild.threadlist.TellThreadMembers;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.user.AccountChanged;
import io.guildhall.guild.user.AccountStanding;
import io.guildhall.guild.user.DescribeGuild;
import io.guildhall.guild.user.GetMyUser;
import io.guildhall.guild.user.GetUser;
import io.guildhall.guild.user.GuildAvailability;
import io.guildhall.guild.user.GuildJoined;
import io.guildhall.guild.user.GuildLeft;
import io.guildhall.guild.user.LeaveGuild;
import io.guildhall.guild.user.ListMyGuilds;
import io.guildhall.guild.user.PrivateChannelList;
import io.guildhall.guild.user.ProfileChange;
import io.guildhall.guild.user.ReadySessions;
import io.guildhall.guild.user.ReserveGuild;
import io.guildhall.guild.user.TokenRevoked;
import io.guildhall.guild.user.UpdateMyUser;
import io.guildhall.guild.user.UserBehaviour;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserSessions;
import io.guildhall.guild.user.UserStep;
import io.guildhall.guild.user.UsernameChange;
import io.guildhall.guild.voice.EmptyVoice;
import io.guildhall.guild.voice.VoiceTelling;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.guild.welcome.JoinNotice;
import io.guildhall.guild.widget.GetWidget;
import io.guildhall.guild.widget.WidgetSettings;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.interaction.ApplicationKeys;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The behaviours of guilds, users and private channels with the operations that the tests of this module run. */
final class TestBehaviours {
    private TestBehaviours() {}

    static List<Behaviour<?>> all(SnowflakeGenerator ids, Clock clock) {
        return List.of(
                guilds(ids, clock),
                users(ids, clock),
                TestPrivateChannels.behaviour(ids, clock),
                TestLobbies.behaviour(ids, clock));
    }

    private static GuildBehaviour guilds(SnowflakeGenerator ids, Clock clock) {
        AuditWriter audit = new AuditWriter(ids);
        Joining joining = new Joining(new JoinNotice(TestWriters.with(ids)));
        List<GuildOperation> operations = List.of(
                new CreateGuild(ids),
                new UpdateGuild(),
                new UpdateChannel(ids),
                new UnlinkChannel(),
                new RuleHandlers(ids).createRule(),
                new UpdateMember(new VoiceUpdates()),
                new UpdateMyMember(),
                new AuthorizeBot(ids, joining),
                new LeaveGuild(),
                new CreateInvite(new InviteCodes()),
                new GetInvite(),
                new AcceptInvite(joining, ids),
                new AddMember(joining),
                new DeleteInvite(),
                new SetOverwrite(),
                new ListChannelInvites(),
                new ListGuildInvites(),
                new GetWidget(new WidgetInvites(new InviteCodes())),
                new WidgetSettings().updateSettings(),
                new VerificationHandlers().getForm(),
                new VerificationHandlers().updateForm(),
                new MyRequestHandlers(ids).getMine(),
                new MyRequestHandlers(ids).submit(),
                new MyRequestHandlers(ids).deleteMine(),
                new RequestHandlers(ids, joining).listRequests(),
                new RequestHandlers(ids, joining).actionRequest(),
                new TargetUserHandlers().getTargets(),
                new TargetUserHandlers().updateTargets(),
                new TargetUserHandlers().getTargetsJob(),
                new VanityUrlHandlers().getVanityUrl(),
                new VanityUrlHandlers().updateVanityUrl(),
                new ListBans(),
                new GetBan(),
                new CreateBan(),
                new DeleteBan(),
                new BulkBan(audit),
                new CountPrune(),
                new BeginPrune(),
                new ListAuditLog(),
                new CreateScheduledEvent(ids),
                new UpdateScheduledEvent(),
                new EventUserHandlers().joinEvent(),
                new CreateRole(ids),
                new AddMemberRole(),
                new DeleteRole(),
                new SetMfaLevel(),
                new DeleteGuild(new PurgeRequests()));
        MemberListing lists = new MemberListing();
        ThreadLooks threads = new ThreadLooks();
        List<GuildStep> steps = List.of(
                new DescribeGuild(),
                new MayLinkLobby(),
                new LobbyLinked(new Linking(audit)),
                new LobbyUnlinked(new Linking(audit)),
                new LobbySaid(
                        new GameMessages(TestWriters.with(ids), new AutoModeration(TestWriters.with(ids), audit))),
                new LobbyInvite(new InviteCodes()),
                new AccountGone(),
                new SuspendGuild(lists, threads),
                new TellAvailability(),
                new TransferGuild(audit),
                new PurgeBanned(),
                new SweepRoles(),
                new SweepSight(),
                new LeaveThreads(),
                new EmptyVoice(),
                new PruneMembers(audit),
                new TellMemberLists(),
                new TellThreadMembers(threads, lists),
                new ForgetMembers(),
                new ForgetThreads(new PurgeRequests()),
                new ForgetWebhooks());
        PresenceUpdates presences = new PresenceUpdates();
        VoiceUpdates voice = new VoiceUpdates();
        PrivateAnswers answers = new PrivateAnswers(new Tickets(clock));
        GuildSessions sessions = new GuildSessions(
                new Attaching(presences, answers, lists, threads),
                new Detaching(presences, voice, lists, threads),
                presences,
                voice,
                new MemberQuestions(answers),
                new ChannelQuestions(answers),
                new Subscribing(lists, threads, answers),
                lists,
                threads);
        return new GuildBehaviour(
                new GuildLoader(clock, new AttachmentLinks("a secret", clock)),
                new GuildRest(operations, TestWriters.operations(ids), new ThreadRest(List.of(), List.of()), audit),
                sessions,
                new GuildSteps(
                        Stream.of(steps.stream(), TestReading.guildSteps(), Stream.of(TestProfiles.step()))
                                .flatMap(some -> some)
                                .toList(),
                        TestReading.channelSteps()),
                new ProfileModeration(TestWriters.with(ids), audit),
                new VoiceTelling(places -> {}, () -> 0));
    }

    private static UserBehaviour users(SnowflakeGenerator ids, Clock clock) {
        CommandHandlers commands = new CommandHandlers(ids);
        ApplicationView applications = new ApplicationView(new ApplicationKeys("a secret"));
        SkuHandlers skus = new SkuHandlers(ids);
        EntitlementHandlers entitlements = new EntitlementHandlers(ids, clock);
        SubscriptionHandlers subscriptions = new SubscriptionHandlers(ids, clock);
        Stream<UserOperation> own = Stream.of(
                new GetMyUser(),
                new GetUser(),
                new UpdateMyUser(new UsernameChange(), new ProfileChange()),
                new ListMyGuilds(),
                new GetApplication(applications),
                new GetMyApplication(applications),
                new UpdateApplication(applications),
                new UpdateMyApplication(applications),
                new ListRoleConnectionMetadata(),
                new SetRoleConnectionMetadata(),
                new DeleteApplication(),
                new ListApplicationEmojis(),
                new GetApplicationEmoji(),
                new CreateApplicationEmoji(ids),
                new UpdateApplicationEmoji(),
                new DeleteApplicationEmoji(),
                skus.listSkus(),
                skus.createSku(),
                entitlements.listEntitlements(),
                entitlements.listMyEntitlements(),
                entitlements.getEntitlement(),
                entitlements.createEntitlement(),
                entitlements.deleteEntitlement(),
                entitlements.consumeEntitlement(),
                subscriptions.listSubscriptions(),
                subscriptions.getSubscription(),
                subscriptions.createSubscription(),
                subscriptions.cancelSubscription(),
                new GetActivityInstance());
        Stream<UserOperation> ofCommands = Stream.of(
                commands.listCommands(),
                commands.createCommand(),
                commands.bulkSetCommands(),
                commands.getCommand(),
                commands.updateCommand(),
                commands.deleteCommand(),
                commands.listGuildCommands(),
                commands.createGuildCommand(),
                commands.bulkSetGuildCommands());
        List<UserStep> steps = List.of(
                new GuildJoined(List.of(new RestrictedByDefault())),
                new GuildLeft(),
                new AccountStanding(new ProfileChange()),
                new AccountMayEnd(),
                new AccountEnd(clock),
                new GuildAvailability(),
                new TokenRevoked(TestPush.loginListeners()),
                new MergeAccount(clock),
                new SplitAccount(),
                new ForgetPlayers(),
                new GameGone(clock),
                new AccountChanged(),
                new ReserveGuild(clock),
                new PeriodEnded(clock),
                new LobbyAwaits(),
                new CountLobbies());
        return new UserBehaviour(
                Stream.of(
                                own,
                                ofCommands,
                                TestReading.operations(clock),
                                TestCircle.operations(clock),
                                TestProfiles.operations(),
                                TestSettings.operations(),
                                TestPrivateChannels.operations(ids, clock))
                        .flatMap(operations -> operations)
                        .toList(),
                Stream.of(
                                steps.stream(),
                                TestReading.steps(clock),
                                TestCircle.steps(clock),
                                TestPrivateChannels.steps(),
                                TestPush.steps(ids, clock))
                        .flatMap(some -> some)
                        .toList(),
                TestReading.listeners(clock),
                new UserSessions(
                        new PrivateChannelList(),
                        Stream.concat(
                                        Stream.concat(TestReading.parts(clock).stream(), TestSettings.parts()),
                                        Stream.of(new ReadySessions()))
                                .toList(),
                        clock));
    }
}
