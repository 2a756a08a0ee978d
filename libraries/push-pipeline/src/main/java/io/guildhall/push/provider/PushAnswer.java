package io.guildhall.push.provider;

import java.time.Duration;
import java.util.Optional;

/** What became of one request to a provider. */
public sealed interface PushAnswer {
    /** The provider has it. */
    record Taken() implements PushAnswer {}

    /** The device is not registered any more, or its address never was one: it is told nothing any more. */
    record Gone() implements PushAnswer {}

    /** The provider will never take this one. */
    record Refused(String why) implements PushAnswer {}

    /** The provider did not take it, and may take it later. */
    record Later(Optional<Duration> after) implements PushAnswer {}

    /** The provider takes nothing at all over this connection for so long, and did not take this one. */
    record Overloaded(Duration after) implements PushAnswer {}

    /** Nobody knows whether the provider has it, so it is not sent again. */
    record Unknown(String why) implements PushAnswer {}
}
