package io.guildhall.guild.welcome;

import com.google.protobuf.ByteString;
import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Given;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** A guild's guide for newcomers: every member reads it, those who manage the guild write it. */
@Singleton
public final class NewcomerGuideHandlers {
    private static final Reply NOTHING = new Reply.Ready(204, ByteString.EMPTY);

    @Produces
    @Singleton
    public GuildOperation getGuide() {
        return new Handler(GreetingOperations.GET_NEW_MEMBER_WELCOME, (guild, call, changes) -> {
            NewcomerGuide guide = NewcomerGuide.of(guild);
            return guide.written() ? Reply.json(guide.json(guild)) : NOTHING;
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateGuide() {
        return new Handler(GreetingOperations.UPDATE_NEW_MEMBER_WELCOME, NewcomerGuideHandlers::update);
    }

    /** What the request does not name stays; null for the message takes it away. */
    private static Reply update(GuildState guild, Call call, Changes changes) {
        NewcomerGuideChange body = NewcomerGuideChange.of(call.body());
        NewcomerGuide before = NewcomerGuide.of(guild);
        Given<WelcomeMessageBody> said = body.welcomeMessage();
        List<Long> authors = said.value()
                .map(message -> message.authorIds().or(List.of()))
                .orElse(said.named() ? List.of() : before.authorIds());
        authors.forEach(guild::member);
        ChannelGuard guard = new ChannelGuard(guild, guild.member(call.callerId()));
        NewcomerGuide after = new NewcomerGuide(
                true,
                body.enabled().or(before.enabled()),
                List.copyOf(authors),
                said.value()
                        .map(message -> message.message().required())
                        .orElse(said.named() ? null : before.message()),
                channels(
                        body.newMemberActions(),
                        action -> GuideChannel.asked(guard, action, before.actions()),
                        before.actions()),
                channels(
                        body.resourceChannels(),
                        channel -> GuideChannel.asked(guard, channel, before.resources()),
                        before.resources()));
        if (after.equals(before)) {
            call.audit().skip();
            return Reply.json(after.json(guild));
        }
        call.audit()
                .target(guild.id())
                .change("home_settings", before.written() ? before.json(guild) : null, after.json(guild));
        if (!before.written()) {
            call.audit().action(AuditAction.HOME_SETTINGS_CREATE);
        }
        new GuildPageEdits(guild, changes).save(after);
        return Reply.json(after.json(guild));
    }

    private static <T> List<GuideChannel> channels(
            Given<List<T>> asked, Function<T, GuideChannel> read, List<GuideChannel> before) {
        return asked.named() ? asked.or(List.of()).stream().map(read).toList() : before;
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
