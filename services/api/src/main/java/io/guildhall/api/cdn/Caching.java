package io.guildhall.api.cdn;

import java.time.Duration;

/**
 * How long whoever got a file may keep it.
 *
 * @param header what {@code Cache-Control} says
 * @param lifetime how long an address of it in the store may be good at most
 */
record Caching(String header, Duration lifetime) {
    private static final Duration DAY = Duration.ofDays(1);

    /** A file whose address is never given to another. */
    static final Caching FOR_EVER = new Caching("public, max-age=31536000, immutable", DAY);

    /** One whose address is never given to another, but which may be deleted. */
    static final Caching FOR_A_DAY = new Caching("public, max-age=86400", DAY);

    /** One that may be deleted, at an address that is good for so long: whoever asked may keep it, proxies may not. */
    static Caching keptFor(Duration time) {
        return new Caching("private, max-age=" + time.toSeconds(), time);
    }
}
