package io.guildhall.standalone.hostile;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which callers an operation is tried by, found from how it is declared. */
final class Cells {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    /** Users belong to no guild. */
    private static final String USER = "user_id";

    /** What stands above others in a guild. */
    private static final Set<String> SUPERIOR = Set.of(USER, "role_id", "overwrite_id");

    /** What belongs to no guild and to nobody but the caller, or is the caller's to choose. */
    private static final Set<String> NO_ONES = Set.of("other_id", "type", "emoji_name", "answer_id");

    private Cells() {}

    static List<Caller> of(Operation operation) {
        List<Caller> callers = new ArrayList<>();
        switch (operation.access()) {
            case ANYONE, CLIENT -> {
                return callers;
            }
            case TOKEN -> {
                callers.add(Caller.FOREIGN);
                return callers;
            }
            case SIGNED_IN, PERSON, BOT -> callers.add(Caller.NOBODY);
        }
        if (parameters(operation).anyMatch(parameter -> !NO_ONES.contains(parameter))
                || operation.scope().ofGuilds()) {
            callers.add(Caller.STRANGER);
        }
        if (operation.scope().ofGuilds()) {
            callers.addAll(List.of(Caller.BARE, Caller.PLAIN, Caller.LACKING, Caller.TIMED_OUT));
            if (parameters(operation).anyMatch(SUPERIOR::contains)) {
                callers.add(Caller.BELOW);
            }
            callers.add(Caller.FOREIGN);
        }
        return callers;
    }

    /** What another guild's owner may name in the path beside the own guild. */
    static Stream<String> foreign(Operation operation) {
        boolean ofToken = operation.access() == Access.TOKEN;
        return parameters(operation)
                .filter(parameter -> !NO_ONES.contains(parameter) && !parameter.equals(USER))
                .skip(ofToken || operation.scope() == Scope.INVITE || operation.scope() == Scope.WEBHOOK ? 0 : 1);
    }

    /** What is declared that a caller needs. */
    static Stream<Permission> needed(Operation operation) {
        return Arrays.stream(Permission.values())
                .filter(permission -> (operation.permissions() & permission.mask()) != 0);
    }

    static boolean refuses(Caller caller, RestAnswer answer) {
        return switch (answer.status()) {
            case 401 -> true;
            case 403 -> caller != Caller.NOBODY;
            case 404 -> caller.mayBeToldThatItIsUnknown();
            case 400 -> caller == Caller.FOREIGN;
            default -> false;
        };
    }

    private static Stream<String> parameters(Operation operation) {
        return PARAMETER
                .matcher(operation.path())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList()
                .stream();
    }
}
