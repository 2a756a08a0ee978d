package io.guildhall.api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a body that were uploaded before it.
 *
 * @param places where each is in the body, for problems
 */
public record SlotReferences(List<Place> places, Problems problems) {
    private static final String FIELD = "uploaded_filename";

    /** Bodies have their files at one of these places: messages, first messages of posts, and what interactions are about. */
    private static final List<String> HOLDERS = List.of("message", "data");

    private static final int MOST_INDEX = 999;

    /** What names one file, and the problems of that place. */
    public record Place(JsonNode attachment, Problems problems) {
        String slot() {
            return attachment.get(FIELD).asText();
        }

        /** Which n of {@code files[n]} it stands for; empty for an id that is none. */
        Optional<Integer> index() {
            long id = Snowflake.parse(attachment.path("id").asText());
            return id >= 0 && id <= MOST_INDEX ? Optional.of((int) id) : Optional.empty();
        }

        void refuse(String why) {
            problems.at(FIELD).add("ATTACHMENT_UPLOAD_INVALID", why);
        }
    }

    /** Of a clean body. */
    public static SlotReferences in(JsonNode body) {
        Problems problems = Problems.none();
        List<Place> places = new ArrayList<>();
        collect(body, problems, places);
        for (String holder : HOLDERS) {
            collect(body.path(holder), problems.at(holder), places);
        }
        return new SlotReferences(places, problems);
    }

    private static void collect(JsonNode holder, Problems problems, List<Place> places) {
        JsonNode attachments = holder.path("attachments");
        for (int index = 0; index < attachments.size(); index++) {
            if (attachments.get(index).hasNonNull(FIELD)) {
                places.add(new Place(
                        attachments.get(index), problems.at("attachments").at(index)));
            }
        }
    }
}
