package io.guildhall.guild.search;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.Search;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Search nodes that answer as a test says. */
final class SearchNodes implements Discovery, Peers<Search> {
    final List<String> asked = new ArrayList<>();
    final List<FindRequest> questions = new ArrayList<>();

    private final List<Node> nodes;
    private BiFunction<String, FindRequest, Uni<FindReply>> answers =
            (node, question) -> Uni.createFrom().item(FindReply.getDefaultInstance());

    SearchNodes(String... ids) {
        nodes = Stream.of(ids)
                .map(id -> new Node(id, Role.SEARCH, id + ":9087", "", false))
                .toList();
    }

    /** @param answer by node and question */
    SearchNodes answering(BiFunction<String, FindRequest, Uni<FindReply>> answer) {
        answers = answer;
        return this;
    }

    RemoteSearch search() {
        return new RemoteSearch(this, this, true, Duration.ofSeconds(20));
    }

    @Override
    public Search at(Node node) {
        return question -> {
            asked.add(node.id());
            questions.add(question);
            return answers.apply(node.id(), question);
        };
    }

    @Override
    public List<Node> nodes(Role role) {
        return role == Role.SEARCH ? nodes : List.of();
    }

    @Override
    public Node self(Role role) {
        throw new IllegalStateException("a guild node asks");
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        listener.accept(nodes(role));
    }

    @Override
    public void drain(Role role) {
        throw new IllegalStateException("a guild node asks");
    }
}
