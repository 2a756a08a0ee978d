package io.guildhall.guild.stage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.scheduledevent.EventEdits;
import io.guildhall.guild.stagenews.StageNews;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StageOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.StageInstances;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What moderators of a stage do with what goes on there. */
@Singleton
public final class StageHandlers {
    private static final String CHANNEL_ID = "channel_id";

    private final SnowflakeGenerator ids;
    private final StageNews news;

    public StageHandlers(SnowflakeGenerator ids, StageNews news) {
        this.ids = ids;
        this.news = news;
    }

    @Produces
    @Singleton
    public GuildOperation createStage() {
        return new Handler(StageOperations.CREATE_STAGE, this::begin);
    }

    @Produces
    @Singleton
    public GuildOperation getStage() {
        return new Handler(
                StageOperations.GET_STAGE,
                (guild, call, changes) ->
                        Reply.json(StageView.json(Stages.of(guild).in(call.id(CHANNEL_ID)))));
    }

    @Produces
    @Singleton
    public GuildOperation updateStage() {
        return new Handler(StageOperations.UPDATE_STAGE, (guild, call, changes) -> {
            RowView before = Stages.of(guild).in(call.id(CHANNEL_ID));
            RowView after = changed(before, call, StageChange.of(call.body()));
            if (after.row().equals(before.row())) {
                call.audit().skip();
            }
            new StageEdits(guild, changes).save(after);
            if (!after.get(StageInstances.TOPIC).equals(before.get(StageInstances.TOPIC))) {
                tell(guild, call, after, StageNews.Kind.TOPIC, false, changes);
            }
            return Reply.json(StageView.json(after));
        });
    }

    @Produces
    @Singleton
    public GuildOperation deleteStage() {
        return new Handler(StageOperations.DELETE_STAGE, (guild, call, changes) -> {
            RowView stage = Stages.of(guild).in(call.id(CHANNEL_ID));
            about(stage, call);
            call.audit().change("topic", stage.get(StageInstances.TOPIC), null);
            tell(guild, call, stage, StageNews.Kind.ENDED, false, changes);
            new StageEdits(guild, changes).delete(stage);
            return Reply.noContent();
        });
    }

    private Reply begin(GuildState guild, Call call, Changes changes) {
        NewStage body = NewStage.of(call.body());
        GuildChannel channel = guild.channel(call.id(CHANNEL_ID));
        if (channel.type() != ChannelType.GUILD_STAGE_VOICE) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        boolean everyone = body.sendStartNotification().or(false);
        if (everyone) {
            guild.permissions().require(guild.member(call.callerId()), channel, Permission.MENTION_EVERYONE);
        }
        if (Stages.of(guild).byChannel().contains(channel.id())) {
            throw ApiException.of(ErrorCode.THE_STAGE_IS_ALREADY_OPEN);
        }
        RowView row = Rows.create(StageInstances.TABLE, guild.id(), channel.id());
        long id = ids.next();
        row = Rows.with(row, StageInstances.INSTANCE_ID, id);
        row = Rows.with(
                row, StageInstances.EVENT_ID, body.guildScheduledEventId().orNull());
        row = Rows.with(row, StageInstances.PRIVACY_LEVEL, StageView.GUILD_ONLY);
        RowView stage = changed(row, call, body.change());
        body.guildScheduledEventId().value().ifPresent(event -> new EventEdits(guild, changes)
                .begin(event, channel.id(), id));
        new StageEdits(guild, changes).save(stage);
        tell(guild, call, stage, StageNews.Kind.BEGAN, everyone, changes);
        return Reply.json(StageView.json(stage));
    }

    private void tell(
            GuildState guild, Call call, RowView stage, StageNews.Kind kind, boolean everyone, Changes changes) {
        news.tell(
                guild,
                stage.get(StageInstances.CHANNEL_ID),
                call.callerId(),
                kind,
                stage.get(StageInstances.TOPIC),
                everyone,
                changes);
    }

    private static RowView changed(RowView before, Call call, StageChange body) {
        about(before, call);
        Patch patch = new Patch(before, call.audit());
        if (body.topic().hasValue()) {
            patch.put(body.topic(), StageInstances.TOPIC);
        }
        if (body.privacyLevel().hasValue()) {
            patch.put(body.privacyLevel(), StageInstances.PRIVACY_LEVEL);
        }
        return patch.row();
    }

    private static void about(RowView stage, Call call) {
        call.audit()
                .target(stage.get(StageInstances.INSTANCE_ID))
                .option(CHANNEL_ID, stage.get(StageInstances.CHANNEL_ID));
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
