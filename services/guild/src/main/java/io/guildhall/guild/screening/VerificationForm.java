package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildPages;
import java.util.Optional;

/**
 * What newcomers are asked. It never changes.
 *
 * @param content {@code version}, {@code description} and {@code form_fields}, as clients get them
 */
record VerificationForm(JsonNode content) {
    private static final String FIELDS = "form_fields";
    private static final String RESPONSE = "response";
    private static final String REQUIRED = "required";
    private static final int LONGEST_LINE = 150;

    /** The part of the guild's state. */
    private record Known(Optional<VerificationForm> form) {}

    /** Empty while nobody wrote one. */
    static Optional<VerificationForm> of(GuildState guild) {
        return guild.part(Known.class, VerificationForm::load).form();
    }

    /** @throws ApiException 10068 while nobody wrote one */
    static VerificationForm required(GuildState guild) {
        return of(guild).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD_MEMBER_VERIFICATION_FORM));
    }

    private static Known load(GuildState guild) {
        return new Known(guild.storage()
                .row(GuildPages.TABLE, guild.id(), GuildPages.MEMBER_VERIFICATION)
                .map(row -> new VerificationForm(Json.parse(row.get(GuildPages.CONTENT)))));
    }

    /** This one with what a request says of it; null when that is nothing. */
    static VerificationForm changed(Optional<VerificationForm> before, VerificationChange asked, long now) {
        if (!asked.description().named() && !asked.formFields().named() && before.isPresent()) {
            return before.get();
        }
        JsonNode former = before.map(VerificationForm::content).orElse(Json.object());
        ObjectNode content = Json.object()
                .put("version", Json.timestamp(now))
                .put(
                        "description",
                        asked.description().named()
                                ? asked.description().orNull()
                                : former.path("description").asText(null));
        JsonNode fields = asked.formFields().value().orElse(former.has(FIELDS) ? former.get(FIELDS) : Json.array());
        content.set(FIELDS, checked(fields));
        return new VerificationForm(content);
    }

    void save(GuildState guild, Changes changes) {
        guild.putPart(new Known(Optional.of(this)));
        changes.write(Write.to(GuildPages.TABLE, guild.id(), GuildPages.MEMBER_VERIFICATION)
                .set(GuildPages.CONTENT, content.toString())
                .build());
    }

    ObjectNode json(boolean enabled) {
        return ((ObjectNode) content.deepCopy()).put("enabled", enabled);
    }

    /**
     * The fields with the answers in them.
     *
     * @throws ApiException 50035 for an answer that a field does not take, and for one that is missing
     */
    ArrayNode answered(JsonNode answers) {
        Problems problems = Problems.none();
        ArrayNode answered = Json.array();
        for (int index = 0; index < content.path(FIELDS).size(); index++) {
            ObjectNode field = content.path(FIELDS).get(index).deepCopy();
            JsonNode answer = answers.path(index).path(RESPONSE);
            if (given(answer)) {
                check(field, answer, problems.at(FIELDS).at(index).at(RESPONSE));
                field.set(RESPONSE, answer);
            } else if (field.path(REQUIRED).asBoolean()) {
                problems.at(FIELDS).at(index).at(RESPONSE).add("BASE_TYPE_REQUIRED", "This field is required");
            }
            answered.add(field);
        }
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return answered;
    }

    private static boolean given(JsonNode answer) {
        return answer.isNumber()
                || answer.isBoolean()
                || answer.isTextual() && !answer.textValue().isBlank();
    }

    private static void check(JsonNode field, JsonNode answer, Problems problems) {
        boolean fits =
                switch (field.path("field_type").asText()) {
                    case "TERMS" ->
                        answer.isBoolean()
                                && (answer.booleanValue()
                                        || !field.path(REQUIRED).asBoolean());
                    case "TEXT_INPUT" ->
                        answer.isTextual() && answer.textValue().length() <= LONGEST_LINE;
                    case "MULTIPLE_CHOICE" ->
                        answer.isInt() && field.path("choices").has(answer.intValue());
                    default -> answer.isTextual();
                };
        if (!fits) {
            problems.add("FORM_FIELD_INVALID_RESPONSE", "The field does not take this answer");
        }
    }

    /** Terms have lines to accept, and choices something to choose of. */
    private static JsonNode checked(JsonNode fields) {
        Problems problems = Problems.none();
        for (int index = 0; index < fields.size(); index++) {
            String needed =
                    switch (fields.get(index).path("field_type").asText()) {
                        case "TERMS" -> "values";
                        case "MULTIPLE_CHOICE" -> "choices";
                        default -> "";
                    };
            if (!needed.isEmpty() && fields.get(index).path(needed).isEmpty()) {
                problems.at(FIELDS).at(index).at(needed).add("BASE_TYPE_REQUIRED", "This field is required");
            }
        }
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return fields;
    }
}
