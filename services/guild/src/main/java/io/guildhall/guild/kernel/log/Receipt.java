package io.guildhall.guild.kernel.log;

/** What became of an entry that was offered. */
enum Receipt {
    /** It need not be offered again. */
    TAKEN,
    /** Not now, for a reason that will pass. */
    LATER,
    /** It was not handled, for a reason that may never pass. */
    BROKEN
}
