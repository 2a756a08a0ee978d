package io.guildhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Makes tokens. */
@ApplicationScoped
public class Tokens {
    private final TokenCodec codec;
    private final Clock clock;

    @Inject
    public Tokens(TokenConfig config, Clock clock) {
        this.codec = new TokenCodec(config.secret());
        this.clock = clock;
    }

    /** A token for one login of a person. */
    public String ofPerson(long userId, long sessionId) {
        return codec.write(new Token(userId, false, seconds(), sessionId));
    }

    /** A bot's token; tokens of other generations are revoked. */
    public String ofBot(long userId, long generation) {
        return codec.write(new Token(userId, true, seconds(), generation));
    }

    Optional<Token> read(String text) {
        return codec.read(text);
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
