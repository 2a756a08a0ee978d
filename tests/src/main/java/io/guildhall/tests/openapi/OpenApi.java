package io.guildhall.tests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.guildhall.tests.recording.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The description of an API: which operation a request means, and what its answers look like. */
final class OpenApi {
    private static final String LOCATION = "https://guildhall.invalid/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<DescribedOperation> operations;

    private OpenApi(List<DescribedOperation> operations) {
        this.operations = operations;
    }

    static OpenApi read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static OpenApi parse(String text) throws IOException {
        JsonNode root = new ObjectMapper().readTree(text);
        KnownMistakes.correct(root);
        String corrected = root.toString();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(LOCATION, corrected)));
        AnswerSchemas schemas = pointer -> registry.getSchema(SchemaLocation.of(LOCATION + "#" + pointer));
        List<DescribedOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new DescribedOperation(method.getKey(), path.getKey(), root, schemas));
                }
            }
        }
        // A route with fewer parameters is the more exact one: /users/@me before /users/{user_id}.
        operations.sort(Comparator.comparingInt(DescribedOperation::parameters));
        return new OpenApi(operations);
    }

    Optional<DescribedOperation> operation(Answer answer) {
        String route = answer.path().replaceFirst("^/api(/v\\d+)?", "");
        return operations.stream()
                .filter(operation -> operation.answers(answer.method(), route, answer.status()))
                .findFirst();
    }

    List<DescribedOperation> operations() {
        return List.copyOf(operations);
    }

    int size() {
        return operations.size();
    }
}
