package io.guildhall.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.body.QueryReader;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.permission.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page says that asks a person, from what the API says of an authorization. */
@ApplicationScoped
class ConsentView {
    private static final long MAY_ADD = Permission.of(Permission.MANAGE_GUILD, Permission.ADMINISTRATOR);

    private static final long MAY_HOOK = Permission.of(Permission.MANAGE_WEBHOOKS, Permission.ADMINISTRATOR);

    private final PublicUrls urls;

    @Inject
    ConsentView(PublicUrls urls) {
        this.urls = urls;
    }

    /** True when nobody needs to be asked: this was agreed to before, nothing is added anywhere, and the application wants it so. */
    boolean isSettled(PageRequest request, JsonNode authorization) {
        ObjectNode query = QueryReader.parse(request.query());
        return query.path("prompt").asText().equals("none")
                && authorization.path("authorized").asBoolean()
                && scopes(query).stream().noneMatch(scope -> scope.installs() || scope == OAuth2Scope.WEBHOOK_INCOMING);
    }

    /** Whether a webhook is asked for, and a server named, but no channel yet. */
    boolean lacksChannel(PageRequest request) {
        return scopes(QueryReader.parse(request.query())).contains(OAuth2Scope.WEBHOOK_INCOMING)
                && !request.field("guild_id").isEmpty()
                && request.field("webhook_channel_id").isEmpty();
    }

    Map<String, Object> of(PageRequest request, JsonNode authorization, String token, List<String> complaints) {
        ObjectNode query = QueryReader.parse(request.query());
        Set<OAuth2Scope> scopes = scopes(query);
        boolean forPerson = query.path("integration_type").asText().equals("1");
        boolean installs = !forPerson && scopes.stream().anyMatch(OAuth2Scope::installs);
        Map<String, Object> model = new HashMap<>();
        model.put("query", request.query());
        model.put("token", token);
        model.put("complaints", complaints);
        model.put("name", authorization.path("application").path("name").asText());
        model.put("about", authorization.path("application").path("description").asText());
        model.put("picture", picture(authorization));
        model.put("person", authorization.path("user").path("username").asText());
        model.put(
                "scopes",
                scopes.stream()
                        .sorted()
                        .map(scope -> ScopeWords.of(scope, forPerson))
                        .toList());
        model.put("installs", installs);
        boolean webhook = scopes.contains(OAuth2Scope.WEBHOOK_INCOMING);
        model.put("webhook", webhook);
        model.put("channels", channels(request, authorization.path("webhook_channels")));
        model.put(
                "guilds",
                installs || webhook
                        ? guilds(request, query, authorization.path("guilds"), installs ? MAY_ADD : MAY_HOOK)
                        : List.of());
        model.put(
                "permissions",
                scopes.contains(OAuth2Scope.BOT) ? PermissionChoice.of(PermissionChoice.asked(query)) : List.of());
        model.put("goes", goes(authorization.path("redirect_uri").asText()));
        return model;
    }

    private static Set<OAuth2Scope> scopes(ObjectNode query) {
        return OAuth2Scopes.parse(query.path("scope").asText("bot")).orElse(Set.of());
    }

    /** Those that the person may add something to; one alone when the application says which and wants no other. */
    private static List<Map<String, Object>> guilds(
            PageRequest request, ObjectNode query, JsonNode guilds, long needed) {
        String wished =
                request.field("guild_id").isEmpty() ? query.path("guild_id").asText() : request.field("guild_id");
        boolean fixed = query.path("disable_guild_select").asText().equals("true");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode guild : guilds) {
            boolean chosen = guild.path("id").asText().equals(wished);
            boolean may = guild.path("owner").asBoolean()
                    || (Permission.parse(guild.path("permissions").asText("0")) & needed) != 0;
            if (may && (chosen || !fixed)) {
                rows.add(Map.of(
                        "id", guild.path("id").asText(),
                        "name", guild.path("name").asText(),
                        "chosen", chosen));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> channels(PageRequest request, JsonNode channels) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode channel : channels) {
            rows.add(Map.of(
                    "id", channel.path("id").asText(),
                    "name", channel.path("name").asText(),
                    "chosen", channel.path("id").asText().equals(request.field("webhook_channel_id"))));
        }
        return rows;
    }

    /** Empty when the application has none. */
    private String picture(JsonNode authorization) {
        JsonNode bot = authorization.path("bot");
        return bot.hasNonNull("avatar")
                ? urls.cdn() + "/avatars/" + bot.path("id").asText() + "/"
                        + bot.path("avatar").asText() + ".png?size=128"
                : "";
    }

    /** The place that the answer goes to, without what nobody reads. */
    private static String goes(String address) {
        if (address.isEmpty()) {
            return "";
        }
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + (uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
    }
}
