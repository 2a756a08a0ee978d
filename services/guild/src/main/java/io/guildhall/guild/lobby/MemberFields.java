package io.guildhall.guild.lobby;

import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a member, whichever way. */
public record MemberFields(Given<String> metadata, Given<Long> flags) {
    static MemberFields of(Fields fields) {
        return new MemberFields(fields.json("metadata"), fields.number("flags"));
    }
}
