package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.util.OptionalLong;

/** By what an application goes on that has shown something before: because it is here, or because somebody brought it along then. */
final class AnsweredBy {
    private AnsweredBy() {}

    /**
     * @param earlier the metadata of the interaction by which it came to show something
     * @throws ApiException 10002 for an application that was here and is no more
     */
    static Installation of(Place place, long applicationId, JsonNode earlier) {
        OptionalLong here = Installation.ofPlace(place, applicationId);
        Installation then = Installation.of(earlier);
        if (here.isEmpty() && !then.isForeign()) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
        return new Installation(here, then.person());
    }
}
