package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.PATCH;
import static io.guildhall.model.operation.HttpMethod.POST;
import static io.guildhall.model.operation.HttpMethod.PUT;

import io.guildhall.model.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * People who are nobody's friends, each with a bot that stands where they stand.
 *
 * @param superior who stands above all others in each guild
 * @param witness the bot that is told of all that happens in each guild
 */
record Cast(Calls calls, Map<Caller, Player> players, Player superior, Player witness) {
    private static final long ALL_BUT_ADMINISTRATOR = Permission.ALL & ~Permission.ADMINISTRATOR.mask();

    private static final List<Caller> MEMBERS =
            List.of(Caller.BARE, Caller.PLAIN, Caller.LACKING, Caller.TIMED_OUT, Caller.BELOW);

    /** @param bot the id of the bot, which is the application's */
    record Player(Person person, String bot, String botToken) {
        String token(boolean ofBot) {
            return ofBot ? botToken : person.token();
        }
    }

    static Cast made(Calls calls) {
        Map<Caller, Player> players = new EnumMap<>(Caller.class);
        MEMBERS.forEach(member -> players.put(member, player(calls)));
        players.put(Caller.STRANGER, player(calls));
        return new Cast(calls, players, player(calls), player(calls));
    }

    private static Player player(Calls calls) {
        Person person = Person.register(calls);
        String application = calls.done(POST, "/applications", person.token(), "{\"name\":\"x\"}")
                .path("id")
                .asText();
        String token = calls.done(POST, "/applications/" + application + "/bot", person.token(), "{}")
                .path("token")
                .asText();
        return new Player(person, application, "Bot " + token);
    }

    /** The superior's role in a guild, and the role of who lacks something. */
    record Roles(String above, String lacking) {}

    /** Lets everybody in and gives them what they have there. */
    Roles enter(World world) {
        String guild = "/guilds/" + world.ids().get("guild_id");
        String owner = world.owner().token();
        String everybody = calls.done(PATCH, guild + "/roles/" + world.ids().get("guild_id"), owner, "{}")
                .path("permissions")
                .asText();
        calls.done(PATCH, guild + "/roles/" + world.ids().get("guild_id"), owner, "{\"permissions\":\"0\"}");
        enter(world, witness, Permission.ADMINISTRATOR.mask());
        players.values().stream()
                .filter(player -> player != players.get(Caller.STRANGER))
                .forEach(player -> enter(world, player, 0));
        enter(world, superior, 0);
        role(guild, owner, "plain", everybody, List.of(players.get(Caller.PLAIN)));
        String most = Long.toString(ALL_BUT_ADMINISTRATOR);
        role(guild, owner, "moderators", most, List.of(players.get(Caller.BELOW), players.get(Caller.TIMED_OUT)));
        String above = role(guild, owner, "above", "0", List.of(superior));
        calls.done(PATCH, guild + "/roles", owner, "[{\"id\":\"%s\",\"position\":20}]".formatted(above));
        Instant until = Instant.now().plus(Duration.ofDays(1));
        for (String user : ids(players.get(Caller.TIMED_OUT))) {
            calls.done(
                    PATCH, guild + "/members/" + user, owner, "{\"communication_disabled_until\":\"" + until + "\"}");
        }
        return new Roles(above, role(guild, owner, "lacking", "0", List.of(players.get(Caller.LACKING))));
    }

    /** Gives everything but that, and but what administrators may, to who lacks something. */
    void withhold(World world, Roles roles, Permission permission) {
        calls.done(
                PATCH,
                "/guilds/" + world.ids().get("guild_id") + "/roles/" + roles.lacking(),
                world.owner().token(),
                "{\"permissions\":\"" + (ALL_BUT_ADMINISTRATOR & ~permission.mask()) + "\"}");
    }

    private void enter(World world, Player player, long permissions) {
        calls.done(POST, "/invites/" + world.ids().get("code"), player.person().token(), "");
        calls.done(
                POST,
                "/oauth2/authorize?client_id=" + player.bot() + "&permissions=" + permissions,
                world.owner().token(),
                "{\"guild_id\":\"" + world.ids().get("guild_id") + "\",\"authorize\":true}");
    }

    private String role(String guild, String owner, String name, String permissions, List<Player> holders) {
        String body = "{\"name\":\"%s\",\"permissions\":\"%s\"}".formatted(name, permissions);
        String role = calls.done(POST, guild + "/roles", owner, body).path("id").asText();
        holders.stream()
                .flatMap(holder -> ids(holder).stream())
                .forEach(user -> calls.done(PUT, guild + "/members/" + user + "/roles/" + role, owner, ""));
        return role;
    }

    private static List<String> ids(Player player) {
        return List.of(player.person().id(), player.bot());
    }
}
