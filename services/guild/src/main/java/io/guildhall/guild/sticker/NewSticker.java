package io.guildhall.guild.sticker;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * A new sticker as a request describes it.
 *
 * @param file the file's hash with what kind it is as an extension, which api has put in its place
 */
public record NewSticker(Given<String> name, Given<String> tags, Given<String> description, Given<String> file) {
    public static NewSticker of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewSticker(
                fields.text("name"), fields.text("tags"), fields.text("description"), fields.text("file"));
    }

    String hash() {
        String name = file.required();
        return name.substring(0, name.indexOf('.'));
    }

    /** As clients number it. */
    long format() {
        return switch (file.required().substring(hash().length() + 1)) {
            case "apng" -> 2;
            case "json" -> 3;
            case "gif" -> 4;
            default -> 1;
        };
    }
}
