package io.guildhall.guild.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.invite.InviteCodes;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.TemplateOperations;
import io.guildhall.model.payload.GuildTemplate;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.GuildTemplates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What those who manage a guild do with its template. */
@Singleton
public final class TemplateHandlers {
    private final InviteCodes codes;

    public TemplateHandlers(InviteCodes codes) {
        this.codes = codes;
    }

    @Produces
    @Singleton
    public GuildOperation listTemplates() {
        return new Handler(TemplateOperations.LIST_TEMPLATES, (guild, call, changes) -> {
            ArrayNode list = Json.array();
            TemplateEdits.of(guild).ifPresent(template -> list.add(view(guild, call, template)));
            return Reply.json(list);
        });
    }

    @Produces
    @Singleton
    public GuildOperation createTemplate() {
        return new Handler(TemplateOperations.CREATE_TEMPLATE, this::create);
    }

    /** The template becomes like the guild is now. */
    @Produces
    @Singleton
    public GuildOperation syncTemplate() {
        return new Handler(
                TemplateOperations.SYNC_TEMPLATE,
                (guild, call, changes) -> save(guild, call, copied(guild, call, named(guild, call)), changes));
    }

    @Produces
    @Singleton
    public GuildOperation updateTemplate() {
        return new Handler(TemplateOperations.UPDATE_TEMPLATE, (guild, call, changes) -> {
            RowView template = described(named(guild, call), TemplateBody.of(call.body()));
            return save(guild, call, template, changes);
        });
    }

    @Produces
    @Singleton
    public GuildOperation deleteTemplate() {
        return new Handler(TemplateOperations.DELETE_TEMPLATE, (guild, call, changes) -> {
            JsonNode gone = view(guild, call, named(guild, call));
            new TemplateEdits(guild, changes).forget();
            return Reply.json(gone);
        });
    }

    private Reply create(GuildState guild, Call call, Changes changes) {
        if (TemplateEdits.of(guild).isPresent()) {
            throw ApiException.of(ErrorCode.GUILD_ALREADY_HAS_TEMPLATE);
        }
        RowView row = Rows.create(GuildTemplates.TABLE, codes.next());
        row = Rows.with(row, GuildTemplates.GUILD_ID, guild.id());
        row = Rows.with(row, GuildTemplates.CREATOR_ID, call.callerId());
        row = Rows.with(row, GuildTemplates.CREATED_AT, guild.now());
        return save(guild, call, copied(guild, call, described(row, TemplateBody.of(call.body()))), changes);
    }

    private static RowView described(RowView template, TemplateBody body) {
        RowView named = body.name().hasValue()
                ? Rows.with(template, GuildTemplates.NAME, body.name().required())
                : template;
        return body.description().named()
                ? Rows.with(
                        named, GuildTemplates.DESCRIPTION, body.description().orNull())
                : named;
    }

    private static RowView copied(GuildState guild, Call call, RowView template) {
        RowView copied = Rows.with(template, GuildTemplates.CONTENT, copy(guild, call));
        return Rows.with(copied, GuildTemplates.UPDATED_AT, guild.now());
    }

    private static String copy(GuildState guild, Call call) {
        return new GuildCopy(guild, guild.member(call.callerId())).json().toString();
    }

    private static Reply save(GuildState guild, Call call, RowView template, Changes changes) {
        new TemplateEdits(guild, changes).save(template);
        return Reply.json(view(guild, call, template));
    }

    private static RowView named(GuildState guild, Call call) {
        return TemplateEdits.of(guild)
                .filter(template -> template.get(GuildTemplates.CODE).equals(call.path("code")))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD_TEMPLATE));
    }

    /** It is dirty when it would be another one if the caller copied the guild now. */
    private static JsonNode view(GuildState guild, Call call, RowView template) {
        long creatorId = template.get(GuildTemplates.CREATOR_ID);
        User creator = guild.findMember(creatorId)
                .map(GuildMember::user)
                .or(() -> Profiles.find(guild.storage(), creatorId))
                .orElse(null);
        boolean dirty = !template.get(GuildTemplates.CONTENT).equals(copy(guild, call));
        return Json.tree(GuildTemplate.from(template, creator, dirty));
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
