package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.guild.webhook.WebhookBook;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bots of a guild as what they belong to: applications. An integration has the id of its application. */
@Singleton
public final class IntegrationHandlers {
    /** Discord's. */
    private static final int MOST_LISTED = 50;

    @Produces
    @Singleton
    public GuildOperation listIntegrations() {
        return new Handler(GuildOperations.LIST_INTEGRATIONS, (guild, call, changes) -> list(guild));
    }

    @Produces
    @Singleton
    public GuildOperation deleteIntegration() {
        return new Handler(GuildOperations.DELETE_INTEGRATION, IntegrationHandlers::delete);
    }

    private static Reply list(GuildState guild) {
        Map<Long, User> bots = new LinkedHashMap<>();
        guild.members().bots().stream()
                .limit(MOST_LISTED)
                .forEach(bot -> bots.put(bot, guild.member(bot).user()));
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> {
            Map<Long, RowView> applications = ManyRows.read(storage, Applications.TABLE, List.copyOf(bots.keySet()));
            ArrayNode list = Json.array();
            applications.forEach((id, row) -> list.add(BotIntegration.of(row, bots.get(id))));
            return Reply.json(list);
        });
    }

    /** The bot goes, and the webhooks that it made. */
    private static Reply delete(GuildState guild, Call call, Changes changes) {
        GuildMember bot = guild.findMember(call.id("integration_id"))
                .filter(GuildMember::bot)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INTEGRATION));
        guild.permissions().requireOutranks(guild.member(call.callerId()), bot);
        call.audit()
                .target(bot.id())
                .change("name", bot.user().username(), null)
                .change("type", "discord", null);
        new WebhookBook(guild).deleteOf(bot.id(), changes);
        new MemberEdits(guild, changes).remove(bot);
        return Reply.noContent();
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
