package io.guildhall.search.tool;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.BindRequest;
import io.guildhall.model.rpc.CellState;
import io.guildhall.model.rpc.CellsRequest;
import io.guildhall.model.rpc.CheckReply;
import io.guildhall.model.rpc.CheckRequest;
import io.guildhall.model.rpc.DrainRequest;
import io.guildhall.model.rpc.DropRequest;
import io.guildhall.model.rpc.HomeState;
import io.guildhall.model.rpc.ReindexRequest;
import io.guildhall.model.rpc.SearchOperatorGrpc.SearchOperatorBlockingStub;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * One command of the tool.
 *
 * @param address of a search node
 * @param rest what stands behind the address
 */
record SearchCommand(Verb verb, String address, List<String> rest) {
    static final List<String> USAGE = List.of(
            "guildhall: search in a cluster is one of",
            "  guildhall search cells --at HOST:PORT",
            "  guildhall search bind --at HOST:PORT guild|channel ID [CELL]",
            "  guildhall search reindex | drop | check --at HOST:PORT guild|channel ID",
            "  guildhall search drain --at HOST:PORT CELL [--undo]");

    private static final int SHORTEST = 3;
    private static final int OF_HOME = 2;
    private static final String UNDO = "--undo";

    private enum Verb {
        CELLS,
        BIND,
        REINDEX,
        DROP,
        CHECK,
        DRAIN;

        private static Optional<Verb> of(String word) {
            return List.of(values()).stream()
                    .filter(verb -> verb.name().equalsIgnoreCase(word))
                    .findFirst();
        }

        private boolean fits(List<String> rest) {
            return switch (this) {
                case CELLS -> rest.isEmpty();
                case REINDEX, DROP, CHECK -> rest.size() == OF_HOME && isHome(rest);
                case BIND -> (rest.size() == OF_HOME || rest.size() == OF_HOME + 1) && isHome(rest);
                case DRAIN ->
                    rest.size() == 1 || (rest.size() == 2 && rest.getLast().equals(UNDO));
            };
        }
    }

    static Optional<SearchCommand> read(List<String> arguments) {
        if (arguments.size() < SHORTEST || !arguments.get(1).equals("--at")) {
            return Optional.empty();
        }
        List<String> rest = arguments.subList(SHORTEST, arguments.size());
        return Verb.of(arguments.getFirst())
                .filter(verb -> verb.fits(rest))
                .map(verb -> new SearchCommand(verb, arguments.get(2), rest));
    }

    void run(SearchOperatorBlockingStub node, PrintStream out) {
        switch (verb) {
            case CELLS ->
                node.cells(CellsRequest.getDefaultInstance()).getCellsList().forEach(cell -> out.println(line(cell)));
            case BIND -> {
                BindRequest.Builder request = BindRequest.newBuilder().setHome(home());
                rest.stream().skip(OF_HOME).forEach(request::setCell);
                out.println(line(node.bind(request.build()).getHome()));
            }
            case REINDEX ->
                out.println(line(
                        node.reindex(ReindexRequest.newBuilder().setHome(home()).build())
                                .getHome()));
            case DROP -> node.drop(DropRequest.newBuilder().setHome(home()).build());
            case CHECK -> {
                CheckReply checked =
                        node.check(CheckRequest.newBuilder().setHome(home()).build());
                out.println(line(checked.getHome()) + " stored=" + checked.getStored()
                        + (checked.getRepaired() ? " made anew" : ""));
            }
            case DRAIN ->
                out.println(rest.getFirst() + " homes="
                        + node.drain(DrainRequest.newBuilder()
                                        .setCell(rest.getFirst())
                                        .setUndo(rest.getLast().equals(UNDO))
                                        .build())
                                .getHomes());
        }
    }

    private ActorKey home() {
        return ActorKey.newBuilder()
                .setKind(rest.getFirst().equals("guild") ? ActorKind.GUILD : ActorKind.PRIVATE_CHANNEL)
                .setId(Snowflake.parse(rest.get(1)))
                .build();
    }

    private static boolean isHome(List<String> rest) {
        return (rest.getFirst().equals("guild") || rest.getFirst().equals("channel"))
                && rest.get(1).matches("[0-9]{1,19}");
    }

    private static String line(CellState cell) {
        return "%s %s %s%s homes=%d documents=%d bytes=%d"
                .formatted(
                        cell.getName(),
                        cell.getAddress(),
                        cell.getAnswering() ? "answers" : "away",
                        cell.getDraining() ? " draining" : "",
                        cell.getHomes(),
                        cell.getDocuments(),
                        cell.getDiskBytes());
    }

    private static String line(HomeState home) {
        return "%s cell=%s index=%s %s documents=%d"
                .formatted(
                        Snowflake.format(home.getHome().getId()),
                        home.getCell(),
                        home.getIndex(),
                        home.getComplete() ? "complete" : "being made",
                        home.getDocuments());
    }
}
