package io.guildhall.model.payload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.model.voice.VoiceRegions;

/** The regions that there are, as everybody and each guild is shown them. */
public final class VoiceRegionList {
    private VoiceRegionList() {}

    public static ArrayNode json() {
        ArrayNode regions = Json.array();
        regions.addObject()
                .put("id", VoiceRegions.HERE)
                .put("name", "Local")
                .put("optimal", true)
                .put("deprecated", false)
                .put("custom", false);
        return regions;
    }
}
