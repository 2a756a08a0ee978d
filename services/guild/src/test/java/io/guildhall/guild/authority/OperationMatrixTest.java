package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.permission.PermissionEvaluator;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the catalogue that changes something in a guild, by everybody who may not: what is declared is asked for before a
 * handler looks at the call, so no case of this needs to be written by hand when an operation comes.
 */
class OperationMatrixTest {
    private static final long CALLER = 2_000_001;
    private static final long OTHER = 2_000_002;
    private static final long BUT_NOT_ALL = Permission.ALL & ~Permission.of(Permission.ADMINISTRATOR);
    private static final int NOT_ANSWERED = 0;
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final List<Integer> REFUSALS =
            List.of(ErrorCode.MISSING_PERMISSIONS.number(), ErrorCode.MISSING_ACCESS.number());

    /** Whoever comes is no member yet, or needs to be none. */
    private static final Set<Operation> OF_STRANGERS =
            Set.of(GuildOperations.CREATE_GUILD, InviteOperations.ACCEPT_INVITE);

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("channel");
    private final long role = guild.role("role", 0, 1);

    record Withheld(Operation operation, Permission permission) {
        @Override
        public String toString() {
            return operation.name() + " without " + permission;
        }
    }

    static Stream<Operation> changing() {
        return Operations.all().stream()
                .filter(operation -> operation.method() != HttpMethod.GET)
                .filter(operation -> operation.scope() == Scope.GUILD || operation.scope() == Scope.CHANNEL)
                .filter(operation -> switch (operation.access()) {
                    case SIGNED_IN, PERSON, BOT, MODERATOR, ADMINISTRATOR -> true;
                    case ANYONE, CLIENT, TOKEN -> false;
                })
                .filter(operation -> !OF_STRANGERS.contains(operation));
    }

    static Stream<Operation> guarded() {
        return changing().filter(operation -> operation.permissions() != 0);
    }

    /** Those who are timed out may go on looking. */
    static Stream<Operation> beyondLooking() {
        return guarded().filter(operation -> (operation.permissions() & ~PermissionEvaluator.KEPT_WHEN_TIMED_OUT) != 0);
    }

    static Stream<Withheld> withheld() {
        return guarded().flatMap(operation -> Arrays.stream(Permission.values())
                .filter(permission -> (operation.permissions() & Permission.of(permission)) != 0)
                .map(permission -> new Withheld(operation, permission)));
    }

    @ParameterizedTest
    @MethodSource("withheld")
    void withoutOnePermissionThatItNeedsNothingHappens(Withheld withheld) {
        joinWith(BUT_NOT_ALL & ~Permission.of(withheld.permission()));
        refused(withheld.operation(), REFUSALS);
    }

    @ParameterizedTest
    @MethodSource("changing")
    void outsideTheGuildNothingHappens(Operation operation) {
        guild.account(CALLER, "stranger");
        refused(operation, List.of(ErrorCode.UNKNOWN_GUILD.number(), ErrorCode.MISSING_ACCESS.number()));
    }

    @ParameterizedTest
    @MethodSource("beyondLooking")
    void whoIsTimedOutMayNoMore(Operation operation) {
        joinWith(BUT_NOT_ALL);
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", CALLER)
                .body("{\"communication_disabled_until\":\""
                        + Instant.ofEpochMilli(guild.clock().millis() + 60_000) + "\"}"));
        refused(operation, REFUSALS);
    }

    /** Nobody has anything by being a member alone. */
    private void joinWith(long permissions) {
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", guild.id())
                .body("{\"permissions\":\"0\"}"));
        guild.join(CALLER, "caller", guild.role("all but one", permissions, 5));
        guild.join(OTHER, "other");
    }

    private void refused(Operation operation, List<Integer> codes) {
        guild.takeEvents();
        Calls call = Calls.of(operation.name(), CALLER);
        Matcher parameters = PARAMETER.matcher(operation.path());
        while (parameters.find()) {
            call.path(parameters.group(1), id(parameters.group(1)));
        }
        // The guild or the channel may stand in the body; api puts it where owners look for it.
        call.path(
                operation.scope() == Scope.GUILD ? "guild_id" : "channel_id",
                operation.scope() == Scope.GUILD ? guild.id() : channel);
        int code = guild.refusal(call);
        assumeThat(code)
                .as("the tests' guild has the handler of " + operation.name())
                .isNotEqualTo(NOT_ANSWERED);
        assertThat(code).isIn(codes);
        assertThat(guild.takeEvents()).isEmpty();
    }

    private Object id(String parameter) {
        return switch (parameter) {
            case "guild_id" -> guild.id();
            case "channel_id" -> channel;
            case "role_id" -> role;
            case "user_id" -> OTHER;
            default -> 1;
        };
    }
}
