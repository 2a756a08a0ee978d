package io.guildhall.api.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of the api service. */
@ConfigMapping(prefix = "guildhall.api")
public interface ApiConfig {
    /** Where uploaded files are kept when they are kept in a directory. */
    @WithDefault(".guildhall/attachments")
    String attachmentsDirectory();

    /** How often files are looked for that nothing carries any more. */
    @WithDefault("10s")
    Duration sweepFilesEvery();

    /** How long an owner may take to answer a command, with the attempts while its ownership changes. */
    @WithDefault("15s")
    Duration ownerDeadline();

    /** How many channels' owners are remembered. */
    @WithDefault("200000")
    int rememberedChannels();

    /** The public key of Web Push, which belongs to the secret one of whoever sends notifications; without it browsers can't subscribe. */
    Optional<String> pushKey();

    /** The kinds of devices that may be registered: those that whoever sends notifications reaches, of {@code webpush unifiedpush fcm apns}. */
    @WithDefault("webpush,unifiedpush")
    Set<String> pushProviders();

    Bodies bodies();

    RateLimits rateLimits();

    InvalidRequests invalidRequests();

    SessionStarts sessionStarts();

    Interactions interactions();

    Links links();

    /** How large requests may be, in bytes. */
    interface Bodies {
        /** A JSON body of an operation that takes pictures as data URIs. */
        @WithDefault("16777216")
        int maxJson();

        /** Any other JSON body of a caller who is signed in. */
        @WithDefault("2097152")
        int maxPlainJson();

        /** The body of an operation that anyone may call, such as login. */
        @WithDefault("16384")
        int maxAnonymous();

        /** How long a client may take to send a JSON body, however steadily. */
        @WithDefault("30s")
        Duration timeout();

        /** How long a client may take to send a form with files. */
        @WithDefault("10m")
        Duration formTimeout();

        /** Heap that all bodies under way may take together, in bytes; a third of the process' heap when not set. */
        Optional<Long> budget();

        /** One uploaded file. */
        @WithDefault("26214400")
        long maxFile();

        /** All files of one request together. */
        @WithDefault("104857600")
        long maxFiles();
    }

    /** How many requests callers may make. */
    interface RateLimits {
        /** False lets every request pass; invalid requests are still counted. */
        @WithDefault("true")
        boolean enabled();

        /** Requests that one caller may make in a second, over all operations. */
        @WithDefault("50")
        int global();

        /** Every limit is multiplied by this: for load tests and for instances among friends. */
        @WithDefault("1")
        double scale();

        /** How many buckets are kept; when more are in use, limits that fail open let requests pass uncounted. */
        @WithDefault("500000")
        int maxBuckets();

        /** Other numbers for single limits, by the limit's name in lower case with dashes, such as message-create. */
        Map<String, Override> override();

        /** What replaces a limit's own numbers. */
        interface Override {
            Optional<Integer> requests();

            Optional<Duration> refill();
        }
    }

    /** Requests answered with 401, 403 or 429; who makes too many of them is banned for a while. */
    interface InvalidRequests {
        /** How many an account, or an address without a good token, may make in one period; 0 never bans. */
        @WithDefault("10000")
        int maximum();

        /** How long invalid requests are counted; who made too many is banned until it is over. */
        @WithDefault("10m")
        Duration period();

        /** How many callers are watched; when more call, those that are not banned are forgotten. */
        @WithDefault("100000")
        int maxAddresses();
    }

    /** Calls of applications that take their interactions at an address of their own. */
    interface Interactions {
        /** How long the application may take to answer; the interaction fails after three seconds in any case. */
        @WithDefault("3s")
        Duration timeout();

        /** The largest answer that is taken, in bytes, with its files. */
        @WithDefault("12582912")
        int maxAnswer();
    }

    /** Links in messages, which are shown with what they lead to. */
    interface Links {
        /** False never looks where a link leads. */
        @WithDefault("true")
        boolean shown();

        /** How long looking at one place may take. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** What bots are told about how often they may begin a gateway session. */
    interface SessionStarts {
        /** Sessions that a bot may begin in a day; gateways have a setting of their own, by which they refuse more. */
        @WithDefault("1000")
        int total();

        /** How many sessions a bot may begin at once; gateways have a setting of their own, by which they refuse more. */
        @WithDefault("16")
        int maxConcurrency();

        /** Guilds for each shard that is recommended. */
        @WithDefault("1000")
        int guildsPerShard();
    }
}
