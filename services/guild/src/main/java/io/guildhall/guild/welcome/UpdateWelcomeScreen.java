package io.guildhall.guild.welcome;

import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes the welcome screen, and shows or hides it. What the request does not name stays. */
@Singleton
public final class UpdateWelcomeScreen implements GuildOperation {
    @Override
    public Operation operation() {
        return GreetingOperations.UPDATE_WELCOME_SCREEN;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        WelcomeScreenChange body = WelcomeScreenChange.of(call.body());
        WelcomeScreen before = WelcomeScreen.of(guild);
        ChannelGuard guard = new ChannelGuard(guild, guild.member(call.callerId()));
        List<Long> known =
                before.channels().stream().map(WelcomeChannel::channelId).toList();
        List<WelcomeChannel> channels = body.welcomeChannels().named()
                ? body.welcomeChannels().or(List.of()).stream()
                        .map(channel -> WelcomeChannel.asked(guard, channel, known))
                        .toList()
                : before.channels();
        String description = body.description().named() ? body.description().orNull() : before.description();
        WelcomeScreen after = new WelcomeScreen(true, description, channels);
        RowView row = body.enabled()
                .value()
                .map(on -> FeatureSet.with(guild.row(), WelcomeScreen.FEATURE, on))
                .orElse(guild.row());
        AuditDraft audit = call.audit().target(guild.id());
        boolean rewritten = !after.equals(before);
        boolean toggled = !row.row().equals(guild.row().row());
        if (rewritten) {
            audit.change("welcome_screen", before.written() ? before.json(guild) : null, after.json(guild));
            new GuildPageEdits(guild, changes).save(after);
        }
        if (toggled) {
            boolean shown = FeatureSet.has(row, WelcomeScreen.FEATURE);
            audit.change("welcome_screen_enabled", !shown, shown);
            new GuildEdits(guild, changes).saveGuild(row);
        }
        if (!rewritten && !toggled) {
            audit.skip();
        }
        return Reply.json(after.json(guild));
    }
}
