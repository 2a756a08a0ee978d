package io.guildhall.guild.fakes;

import io.guildhall.guild.application.AuthorizeBot;
import io.guildhall.guild.application.IntegrationHandlers;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.automod.ProfileModeration;
import io.guildhall.guild.automod.RuleHandlers;
import io.guildhall.guild.ban.CreateBan;
import io.guildhall.guild.ban.PurgeBanned;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.CreateChannel;
import io.guildhall.guild.channel.DeleteChannel;
import io.guildhall.guild.channel.DeleteOverwrite;
import io.guildhall.guild.channel.GetChannel;
import io.guildhall.guild.channel.ListChannels;
import io.guildhall.guild.channel.MoveChannels;
import io.guildhall.guild.channel.MovesUnderWay;
import io.guildhall.guild.channel.SetOverwrite;
import io.guildhall.guild.channel.UpdateChannel;
import io.guildhall.guild.channel.UpdateChannelPositions;
import io.guildhall.guild.commandaccess.GetCommandPermissions;
import io.guildhall.guild.commandaccess.ListCommandPermissions;
import io.guildhall.guild.commandaccess.SetCommandPermissions;
import io.guildhall.guild.commandindex.GetGuildCommandIndex;
import io.guildhall.guild.emoji.CreateEmoji;
import io.guildhall.guild.emoji.DeleteEmoji;
import io.guildhall.guild.emoji.GetEmoji;
import io.guildhall.guild.emoji.ListEmojis;
import io.guildhall.guild.emoji.UpdateEmoji;
import io.guildhall.guild.follow.FollowChannel;
import io.guildhall.guild.follow.FollowerSteps;
import io.guildhall.guild.follow.PublishMessage;
import io.guildhall.guild.follow.TakePublished;
import io.guildhall.guild.guild.CreateGuild;
import io.guildhall.guild.guild.DeleteGuild;
import io.guildhall.guild.guild.ForgetMembers;
import io.guildhall.guild.guild.ForgetThreads;
import io.guildhall.guild.guild.ForgetWebhooks;
import io.guildhall.guild.guild.GetGuild;
import io.guildhall.guild.guild.GetGuildPreview;
import io.guildhall.guild.guild.GuildBehaviour;
import io.guildhall.guild.guild.GuildRest;
import io.guildhall.guild.guild.GuildSteps;
import io.guildhall.guild.guild.SetMfaLevel;
import io.guildhall.guild.guild.ThreadRest;
import io.guildhall.guild.guild.UpdateGuild;
import io.guildhall.guild.incident.UpdateIncidentActions;
import io.guildhall.guild.interaction.InteractionDue;
import io.guildhall.guild.invite.AcceptInvite;
import io.guildhall.guild.invite.CreateInvite;
import io.guildhall.guild.invite.InviteCodes;
import io.guildhall.guild.invite.WidgetInvites;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.guild.member.AddMember;
import io.guildhall.guild.member.AddMemberRole;
import io.guildhall.guild.member.DeleteMemberRole;
import io.guildhall.guild.member.GetMember;
import io.guildhall.guild.member.KickMember;
import io.guildhall.guild.member.ListMembers;
import io.guildhall.guild.member.SearchMembers;
import io.guildhall.guild.member.UpdateMember;
import io.guildhall.guild.member.UpdateMyMember;
import io.guildhall.guild.member.UpdateMyNick;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.memberlist.TellMemberLists;
import io.guildhall.guild.message.AllowFiles;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.role.CountRoleMembers;
import io.guildhall.guild.role.CreateRole;
import io.guildhall.guild.role.DeleteRole;
import io.guildhall.guild.role.GetRole;
import io.guildhall.guild.role.ListRoles;
import io.guildhall.guild.role.SweepRoles;
import io.guildhall.guild.role.SweepSight;
import io.guildhall.guild.role.UpdateRole;
import io.guildhall.guild.role.UpdateRolePositions;
import io.guildhall.guild.scheduledevent.CreateScheduledEvent;
import io.guildhall.guild.scheduledevent.EventHandlers;
import io.guildhall.guild.scheduledevent.EventUserHandlers;
import io.guildhall.guild.scheduledevent.EventsDue;
import io.guildhall.guild.scheduledevent.ExceptionHandlers;
import io.guildhall.guild.scheduledevent.ListEventUsers;
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
import io.guildhall.guild.soundboard.SendSound;
import io.guildhall.guild.soundboard.SoundHandlers;
import io.guildhall.guild.stage.StageClock;
import io.guildhall.guild.stage.StageHandlers;
import io.guildhall.guild.stagechat.StageChat;
import io.guildhall.guild.state.GuildLoader;
import io.guildhall.guild.sticker.CreateSticker;
import io.guildhall.guild.sticker.DeleteSticker;
import io.guildhall.guild.sticker.GetGuildSticker;
import io.guildhall.guild.sticker.ListStickers;
import io.guildhall.guild.sticker.UpdateSticker;
import io.guildhall.guild.template.TemplateHandlers;
import io.guildhall.guild.thread.ArchiveThreads;
import io.guildhall.guild.thread.LeaveThreads;
import io.guildhall.guild.threadlist.TellThreadMembers;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.voice.EmptyVoice;
import io.guildhall.guild.voice.SetVoiceStatus;
import io.guildhall.guild.voice.VoiceStateHandlers;
import io.guildhall.guild.voice.VoiceTelling;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.guild.voting.TestPolls;
import io.guildhall.guild.webhook.CreateWebhook;
import io.guildhall.guild.webhook.WebhookHandlers;
import io.guildhall.guild.webhook.WebhookView;
import io.guildhall.guild.webhookmessage.ExecutionHandlers;
import io.guildhall.guild.webhookmessage.HookDelivery;
import io.guildhall.guild.webhookmessage.HookPosts;
import io.guildhall.guild.webhookmessage.WebhookMessageHandlers;
import io.guildhall.guild.welcome.GetWelcomeScreen;
import io.guildhall.guild.welcome.JoinNotice;
import io.guildhall.guild.welcome.NewcomerGuideHandlers;
import io.guildhall.guild.welcome.OnboardingHandlers;
import io.guildhall.guild.welcome.UpdateWelcomeScreen;
import io.guildhall.guild.widget.GetWidget;
import io.guildhall.guild.widget.GetWidgetPicture;
import io.guildhall.guild.widget.WidgetSettings;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.webhook.WebhookTokens;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The guild's behaviour with the operations of guilds, channels, roles and members. */
public final class TestOperations {
    private TestOperations() {}

    static GuildBehaviour behaviour(SnowflakeGenerator ids, Clock clock, Tickets tickets) {
        return behaviour(ids, clock, tickets, TestWriters.operations(ids));
    }

    public static GuildBehaviour behaviour(
            SnowflakeGenerator ids, Clock clock, Tickets tickets, List<ChannelOperation> ofChannels) {
        return behaviour(ids, clock, tickets, ofChannels, new VoiceTelling(places -> {}, () -> 0));
    }

    static GuildBehaviour behaviour(
            SnowflakeGenerator ids,
            Clock clock,
            Tickets tickets,
            List<ChannelOperation> ofChannels,
            VoiceTelling telling) {
        PrivateAnswers answers = new PrivateAnswers(tickets);
        VoiceUpdates voice = new VoiceUpdates();
        PurgeRequests purges = new PurgeRequests();
        MemberListing lists = new MemberListing();
        ThreadLooks threads = new ThreadLooks();
        PresenceUpdates presences = new PresenceUpdates();
        AuditWriter audit = new AuditWriter(ids);
        MovesUnderWay moves = new MovesUnderWay();
        WebhookView webhooks = new WebhookView(new WebhookTokens("a secret"));
        WebhookHandlers ofWebhooks = new WebhookHandlers(webhooks);
        WebhookMessages messages = TestWriters.webhookMessages(ids);
        ExecutionHandlers executions = new ExecutionHandlers(new HookDelivery(messages, new HookPosts(ids)));
        WebhookMessageHandlers ofMessages = new WebhookMessageHandlers(messages);
        StageChat stageChat = new StageChat(TestWriters.with(ids));
        VoiceStateHandlers voiceStates = new VoiceStateHandlers(stageChat);
        StageHandlers stages = new StageHandlers(ids, stageChat);
        EventHandlers events = new EventHandlers();
        ExceptionHandlers exceptions = new ExceptionHandlers();
        EventUserHandlers eventUsers = new EventUserHandlers();
        ListEventUsers listedUsers = new ListEventUsers();
        TemplateHandlers templates = new TemplateHandlers(new InviteCodes());
        OnboardingHandlers onboarding = new OnboardingHandlers(ids, audit);
        NewcomerGuideHandlers guide = new NewcomerGuideHandlers();
        IntegrationHandlers integrations = new IntegrationHandlers();
        WidgetSettings widget = new WidgetSettings();
        FollowerSteps followers = new FollowerSteps();
        RuleHandlers rules = new RuleHandlers(ids);
        List<GuildOperation> operations = new ArrayList<>(TestThreads.ofChannels(ids));
        SoundHandlers sounds = new SoundHandlers(ids);
        operations.addAll(List.of(
                new CreateBan(),
                rules.listRules(),
                rules.getRule(),
                rules.createRule(),
                rules.updateRule(),
                rules.deleteRule(),
                templates.listTemplates(),
                templates.createTemplate(),
                templates.syncTemplate(),
                templates.updateTemplate(),
                templates.deleteTemplate(),
                onboarding.getOnboarding(),
                onboarding.updateOnboarding(),
                guide.getGuide(),
                guide.updateGuide(),
                integrations.listIntegrations(),
                integrations.deleteIntegration(),
                new UpdateIncidentActions(),
                new GetWelcomeScreen(),
                new UpdateWelcomeScreen(),
                widget.getSettings(),
                widget.updateSettings(),
                new GetWidget(new WidgetInvites(new InviteCodes())),
                new GetWidgetPicture(),
                new VerificationHandlers().updateForm(),
                new MyRequestHandlers(ids).submit(),
                new RequestHandlers(ids, new Joining(new JoinNotice(TestWriters.with(ids)))).actionRequest(),
                executions.execute(),
                executions.executeSlack(),
                executions.executeGithub(),
                voiceStates.getMine(),
                voiceStates.getOther(),
                voiceStates.updateMine(),
                voiceStates.updateOther(),
                new SetVoiceStatus(),
                stages.createStage(),
                stages.getStage(),
                stages.updateStage(),
                stages.deleteStage(),
                new CreateScheduledEvent(ids),
                new UpdateScheduledEvent(),
                events.listEvents(),
                events.getEvent(),
                events.deleteEvent(),
                exceptions.createException(),
                exceptions.updateException(),
                exceptions.deleteException(),
                eventUsers.joinEvent(),
                eventUsers.leaveEvent(),
                eventUsers.joinOccurrence(),
                eventUsers.leaveOccurrence(),
                eventUsers.countUsers(),
                listedUsers.ofEvent(),
                listedUsers.ofOccurrence(),
                ofMessages.getOriginal(),
                ofMessages.getMessage(),
                ofMessages.updateMessage(),
                ofMessages.deleteMessage(),
                new CreateWebhook(ids, webhooks),
                new FollowChannel(ids, TestWriters.followNotice(ids)),
                ofWebhooks.listOfChannel(),
                ofWebhooks.listOfGuild(),
                ofWebhooks.get(),
                ofWebhooks.getByToken(),
                ofWebhooks.update(),
                ofWebhooks.updateByToken(),
                ofWebhooks.delete(),
                ofWebhooks.deleteByToken(),
                new AuthorizeBot(ids, new Joining(new JoinNotice(TestWriters.with(ids)))),
                new CreateGuild(ids),
                new GetGuild(),
                new UpdateGuild(),
                new SetMfaLevel(),
                new DeleteGuild(purges),
                new GetGuildPreview(),
                new GetChannel(),
                new ListChannels(),
                new CreateChannel(ids),
                new UpdateChannel(ids),
                new DeleteChannel(voice, purges),
                new UpdateChannelPositions(audit, moves, ids),
                new SetOverwrite(),
                new DeleteOverwrite(),
                new ListRoles(),
                new GetRole(),
                new CountRoleMembers(),
                new CreateRole(ids),
                new UpdateRole(),
                new UpdateRolePositions(audit),
                new DeleteRole(),
                new ListEmojis(),
                new GetEmoji(),
                new CreateEmoji(ids),
                new UpdateEmoji(),
                new DeleteEmoji(),
                new ListStickers(),
                new GetGuildSticker(),
                new CreateSticker(ids),
                new UpdateSticker(),
                new DeleteSticker(),
                sounds.listSounds(),
                sounds.getSound(),
                sounds.createSound(),
                sounds.updateSound(),
                sounds.deleteSound(),
                new SendSound(),
                new ListCommandPermissions(),
                new GetCommandPermissions(),
                new SetCommandPermissions(),
                new GetGuildCommandIndex(),
                new ListMembers(),
                new SearchMembers(),
                new GetMember(),
                new UpdateMyMember(),
                new UpdateMyNick(),
                new UpdateMember(voice),
                new AcceptInvite(new Joining(new JoinNotice(TestWriters.with(ids))), ids),
                new CreateInvite(new InviteCodes()),
                new AddMember(new Joining(new JoinNotice(TestWriters.with(ids)))),
                new KickMember(),
                new AddMemberRole(),
                new DeleteMemberRole()));
        return new GuildBehaviour(
                new GuildLoader(clock, new AttachmentLinks("a secret", clock)),
                new GuildRest(
                        operations, ofChannels, new ThreadRest(TestThreads.ofThreads(ids, purges), ofChannels), audit),
                new GuildSessions(
                        new Attaching(presences, answers, lists, threads),
                        new Detaching(presences, voice, lists, threads),
                        presences,
                        voice,
                        new MemberQuestions(answers),
                        new ChannelQuestions(answers),
                        new Subscribing(lists, threads, answers),
                        lists,
                        threads),
                new GuildSteps(
                        List.of(
                                new PurgeBanned(),
                                new SweepRoles(),
                                new SweepSight(),
                                new MoveChannels(audit, moves),
                                new LeaveThreads(),
                                new EmptyVoice(),
                                new TellMemberLists(),
                                new TellThreadMembers(threads, lists),
                                new ForgetMembers(),
                                new ForgetThreads(new PurgeRequests()),
                                new ForgetWebhooks(),
                                new AllowFiles(),
                                new EventsDue(),
                                new StageClock(),
                                new ArchiveThreads(),
                                followers.add(),
                                followers.remove(),
                                new TakePublished(TestWriters.publishedMessages(ids))),
                        List.of(new InteractionDue(), new PublishMessage(), TestPolls.isOver(ids))),
                new ProfileModeration(TestWriters.with(ids), audit),
                telling);
    }
}
