package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.operation.Problems;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** One value for an option, as the option's type wants it. What it speaks of is resolved. */
record OptionValue(Resolved resolved, SentFiles files) {
    private static final int MOST_TEXT = 6000;
    /** The whole numbers that JavaScript can hold. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

    JsonNode checked(JsonNode option, JsonNode value, Problems problems) {
        JsonNode clean =
                switch (option.path("type").asInt()) {
                    case 3 -> text(option, value, problems);
                    case 4 -> number(option, value, true, problems);
                    case 5 -> bool(value, problems);
                    case 6 -> entity(value, resolved::user, problems);
                    case 7 -> entity(value, id -> resolved.channel(id, option.path("channel_types")), problems);
                    case 8 -> entity(value, resolved::role, problems);
                    case 9 -> entity(value, id -> resolved.user(id) || resolved.role(id), problems);
                    case 10 -> number(option, value, false, problems);
                    case 11 -> files.resolve(value.asText(), resolved, problems);
                    default -> throw new IllegalStateException("an option of the type " + option.path("type"));
                };
        if (problems.isEmpty() && !isOffered(option, clean)) {
            problems.add("INTERACTION_APPLICATION_COMMAND_OPTION_CHOICE_INVALID", "Value is none of the choices");
        }
        return clean;
    }

    private static JsonNode text(JsonNode option, JsonNode value, Problems problems) {
        String text = value.asText("");
        int length = text.codePointCount(0, text.length());
        int least = option.path("min_length").asInt(0);
        int most = option.path("max_length").asInt(MOST_TEXT);
        if (!value.isTextual()) {
            problems.add("STRING_TYPE_CONVERT", "Could not interpret \"" + value.asText("") + "\" as string.");
        } else if (length < least || length > most) {
            problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode bool(JsonNode value, Problems problems) {
        if (!value.isBoolean()) {
            problems.add("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
        return BooleanNode.valueOf(value.asBoolean());
    }

    private static JsonNode number(JsonNode option, JsonNode value, boolean whole, Problems problems) {
        Optional<BigDecimal> number = parsed(value);
        if (number.isEmpty() || (whole && number.get().stripTrailingZeros().scale() > 0)) {
            problems.add("NUMBER_TYPE_COERCE", "Value is not " + (whole ? "int." : "float."));
            return value;
        }
        BigDecimal least =
                option.hasNonNull("min_value") ? option.get("min_value").decimalValue() : LARGEST.negate();
        BigDecimal most =
                option.hasNonNull("max_value") ? option.get("max_value").decimalValue() : LARGEST;
        if (number.get().compareTo(least) < 0) {
            problems.add("NUMBER_TYPE_MIN", "Value should be greater than or equal to " + least.toPlainString() + ".");
        } else if (number.get().compareTo(most) > 0) {
            problems.add("NUMBER_TYPE_MAX", "Value should be less than or equal to " + most.toPlainString() + ".");
        } else if (whole) {
            return LongNode.valueOf(number.get().longValueExact());
        }
        return DecimalNode.valueOf(number.get());
    }

    /** Clients send numbers as they are or as text. */
    private static Optional<BigDecimal> parsed(JsonNode value) {
        String text = value.asText("");
        if (text.isEmpty() || text.length() > 40 || !(value.isNumber() || value.isTextual())) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.precision() - number.scale()) > 40 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static JsonNode entity(JsonNode value, LongPredicate exists, Problems problems) {
        OptionalLong id = MessageReads.id(value.asText(""));
        if (id.isEmpty() || !exists.test(id.getAsLong())) {
            problems.add("INTERACTION_APPLICATION_COMMAND_OPTION_ENTITY_UNKNOWN", "There is no such thing here");
        }
        return TextNode.valueOf(value.asText(""));
    }

    private static boolean isOffered(JsonNode option, JsonNode value) {
        JsonNode choices = option.path("choices");
        for (JsonNode choice : choices) {
            JsonNode offered = choice.path("value");
            boolean same = (value.isNumber() && offered.isNumber())
                    ? value.decimalValue().compareTo(offered.decimalValue()) == 0
                    : value.asText().equals(offered.asText());
            if (same) {
                return true;
            }
        }
        return choices.isEmpty();
    }
}
