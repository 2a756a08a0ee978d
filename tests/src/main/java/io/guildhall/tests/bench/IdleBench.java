package io.guildhall.tests.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a gateway holds in memory for each session that does nothing, as one sees it from outside the process. All sessions are of one bot,
 * which is in {@value #GUILDS} guilds. Arguments: the API's address, the gateway's process, and numbers of sessions, which grow; each is
 * reached by more sessions beside those that are there.
 */
public final class IdleBench {
    private static final int GUILDS = 20;
    /** KiB of the process for each session, however many there are. */
    private static final double TARGET = 10;
    /** GUILDS. */
    private static final int INTENTS = 1;
    /** Until what logins needed is given back: each session has to say twice that it has it, and then no login may come for a minute. */
    private static final long SETTLE_SECONDS = 120;

    private IdleBench() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.make(arguments[0]);
        ResidentMemory gateway = new ResidentMemory(Long.parseLong(arguments[1]));
        for (int guild = 1; guild < GUILDS; guild++) {
            account.makeGuild();
        }
        List<Crowd> crowds = new ArrayList<>();
        StringBuilder last = new StringBuilder("idle");
        long empty = gateway.kibibytes();
        long before = empty;
        int there = 0;
        boolean met = true;
        for (int index = 2; index < arguments.length; index++) {
            int sessions = Integer.parseInt(arguments[index]);
            crowds.add(Crowd.ofIdleSessions(
                    URI.create(account.gateway()), account.botToken(), INTENTS, sessions - there, GUILDS));
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            long now = gateway.kibibytes();
            System.out.printf(Locale.ROOT, "%d sessions: %d KiB, %d KiB before any%n", sessions, now, empty);
            last.append(String.format(
                    Locale.ROOT,
                    " sessions=%d kib_per_session=%.1f kib_per_further_session=%.1f",
                    sessions,
                    (now - empty) / (double) sessions,
                    (now - before) / (double) (sessions - there)));
            met &= (now - empty) / (double) sessions <= TARGET;
            before = now;
            there = sessions;
        }
        System.out.println(last + (met ? " targets=met" : " targets=missed:kib_per_session"));
        System.exit(0);
    }
}
