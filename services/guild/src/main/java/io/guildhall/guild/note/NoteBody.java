package io.guildhall.guild.note;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a person notes about somebody. */
public record NoteBody(Given<String> note) {
    public static NoteBody of(JsonNode body) {
        return new NoteBody(new Fields(body).text("note"));
    }
}
