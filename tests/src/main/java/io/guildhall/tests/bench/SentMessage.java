package io.guildhall.tests.bench;

import java.io.IOException;

/** What the messages of a measurement are. */
enum SentMessage {
    /** What people write. */
    PLAIN(""),
    /** What bots write: embeds are for applications. */
    EMBED("""
        , "embeds": [{"title": "The smith", "description": "A song of the usual length, which is about this long, and then a little longer", "color": 3447003,
          "timestamp": "2026-01-01T00:00:00.000Z", "url": "https://example.org/songs/1", "author": {"name": "Somebody"}, "footer": {"text": "played"},
          "fields": [{"name": "Length", "value": "3:20", "inline": true}, {"name": "Asked by", "value": "somebody", "inline": true}]}]\
        """),
    /** What people write about something else. */
    REPLY(", \"message_reference\": {\"message_id\": \"%s\"}");

    private final String more;

    SentMessage(String more) {
        this.more = more;
    }

    /** What is sent; a reply is to a message that is sent first. */
    Body of(Account account) throws IOException, InterruptedException {
        return switch (this) {
            case PLAIN, EMBED -> new Body(more);
            case REPLY ->
                new Body(more.formatted(
                        account.post("/channels/" + account.channel() + "/messages", "{\"content\": \"What?\"}")
                                .path("id")
                                .asText()));
        };
    }

    /** Who sends it. */
    Account by(Account person) {
        return switch (this) {
            case PLAIN, REPLY -> person;
            case EMBED -> person.asBot();
        };
    }

    /** @param more what stands behind the content */
    record Body(String more) {
        String with(String content) {
            return "{\"content\": \"" + content + "\"" + more + "}";
        }
    }
}
