package io.guildhall.orchestration.bench;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.List;

/** {@code bench NAME ARGUMENT...}. */
public final class BenchCommand {
    private final Benches benches;

    BenchCommand(Benches benches) {
        this.benches = benches;
    }

    public static BenchCommand of(LocalBenches benches) {
        return new BenchCommand(benches);
    }

    /** @return the exit status */
    public int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (name) {
            case "permissions" -> benches.permissions(rest);
            case "fanout" -> benches.fanout(rest);
            case "messages" -> benches.messages(rest);
            case "interactions" -> benches.interactions(rest);
            case "guild" -> benches.guild(rest);
            case "readstates" -> benches.readStates(rest);
            case "idle" -> benches.idle(rest);
            case "storage" -> benches.storage(rest);
            case "migration" -> benches.migration(rest);
            case "automod" -> benches.automod(rest);
            case "push" -> benches.push(rest);
            case "search" -> benches.search(rest);
            case "web" -> benches.web(rest);
            case "startup" -> benches.startup();
            default ->
                throw new Refusal("bench permissions, fanout, messages, interactions, guild, readstates, idle, storage,"
                        + " migration, automod, push, search, web or startup");
        };
    }
}
