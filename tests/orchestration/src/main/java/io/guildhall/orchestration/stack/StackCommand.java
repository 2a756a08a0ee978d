package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.commandline.Refusal;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code stack up, status, down}, and what tests and measurements need besides: {@code start NODE}, {@code up --nodes NODE,...}, which
 * says nothing, and {@code settings NODE}.
 */
public final class StackCommand {
    private static final Set<String> WITH_VALUE = Set.of("--port", "--store", "--nodes");
    private static final Set<String> FLAGS = Set.of("--native", "--tls", "--search", "--push");

    private final StackDirectory directory;
    private final Function<Shape, Stack> stacks;
    private final PrintStream out;

    /** @param stacks the stack in this directory, of a shape */
    public StackCommand(StackDirectory directory, Function<Shape, Stack> stacks, PrintStream out) {
        this.directory = directory;
        this.stacks = stacks;
        this.out = out;
    }

    public void run(List<String> arguments) {
        String action = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (action) {
            case "up" -> up(rest);
            case "status" -> tell(stacks.apply(directory.shape()));
            case "down" -> stacks.apply(directory.shape()).stop();
            case "start" -> {
                String node = node(rest);
                stacks.apply(directory.shape()).startAgain(node);
            }
            case "settings" -> settings(node(rest));
            default -> throw new Refusal("stack up, status or down");
        }
    }

    private void up(List<String> arguments) {
        Options options = Options.read("stack up", arguments, WITH_VALUE, FLAGS);
        Shape shape = shape(options, directory.shape());
        Stack stack = stacks.apply(shape);
        Optional<String> chosen = options.value("--nodes");
        if (chosen.isPresent()) {
            stack.start(Arrays.stream(chosen.orElseThrow().split(","))
                    .filter(node -> !node.isEmpty())
                    .map(StackNodes::checked)
                    .toList());
            return;
        }
        stack.start(StackNodes.serving(shape));
        tell(stack);
        out.println("API http://127.0.0.1:" + shape.port() + "/api (and " + (shape.port() + 1)
                + "). Stop with: ./guildhall stack down");
    }

    /** A stack that was up before is of the same shape, but a JVM's unless it is asked for otherwise. */
    static Shape shape(Options options, Shape before) {
        return new Shape(
                options.port("--port").orElse(before.port()),
                options.value("--store").map(Store::named).orElse(before.store()),
                options.has("--native") ? Mode.NATIVE : Mode.JVM,
                options.has("--tls") || before.encrypted(),
                options.has("--search") || before.searching(),
                options.has("--push") || before.pushing());
    }

    private void tell(Stack stack) {
        NodeStatus.table(stack.status()).forEach(out::println);
    }

    private void settings(String node) {
        new NodeSettings(directory, directory.shape())
                .of(node)
                .forEach((name, value) -> out.println(name + "=" + value));
    }

    private static String node(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Refusal("one node has to be named");
        }
        return StackNodes.checked(arguments.getFirst());
    }
}
