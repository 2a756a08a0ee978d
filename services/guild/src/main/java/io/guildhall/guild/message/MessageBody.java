package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request says about a message, new or not. */
public record MessageBody(
        Given<String> content,
        Given<JsonNode> embeds,
        Given<JsonNode> allowedMentions,
        Given<JsonNode> components,
        Given<List<FileBody>> attachments,
        Given<Long> flags) {
    public static MessageBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new MessageBody(
                fields.text("content"),
                fields.tree("embeds"),
                fields.tree("allowed_mentions"),
                fields.tree("components"),
                fields.list("attachments", FileBody::of),
                fields.number("flags"));
    }

    /**
     * What counts of it when somebody sends it under their own name: embeds and components are for applications, and what people say of theirs
     * is passed over as Discord does. A message of nothing else says nothing then, and an edit of nothing else changes nothing.
     */
    MessageBody by(Call call) {
        return call.byBot()
                ? this
                : new MessageBody(
                        content,
                        Given.absent(embeds.field()),
                        allowedMentions,
                        Given.absent(components.field()),
                        attachments,
                        flags.map(given -> given & ~MessageFlag.COMPONENTS_V2));
    }

    /** The same as if nothing was said of components. */
    MessageBody withoutComponents() {
        return new MessageBody(content, embeds, allowedMentions, Given.absent(components.field()), attachments, flags);
    }

    boolean hasEmbeds() {
        return embeds.hasValue() && !embeds.required().isEmpty();
    }

    boolean hasComponents() {
        return components.hasValue() && !components.required().isEmpty();
    }

    /** True when it says something about what only the author may change. */
    boolean changesContent() {
        return Stream.of(content, embeds, components, attachments, allowedMentions)
                .anyMatch(Given::named);
    }

    /** What is said of the file that has this id, or this place among those that came along. */
    Optional<FileBody> file(String id) {
        return attachments.or(List.of()).stream()
                .filter(file -> file.id().or("").equals(id))
                .findFirst();
    }
}
