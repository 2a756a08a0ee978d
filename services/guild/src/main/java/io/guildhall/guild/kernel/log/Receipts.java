package io.guildhall.guild.kernel.log;

/**
 * What became of entries that were offered together.
 *
 * @param taken so many, from the first on, need not be offered again
 * @param first what became of the first one
 */
record Receipts(int taken, EntryReceipt first) {
    static Receipts taken(int entries) {
        return new Receipts(entries, EntryReceipt.TAKEN);
    }

    /** Of one entry, or, unless it was taken, of the first of several. */
    static Receipts of(EntryReceipt receipt) {
        return new Receipts(receipt == EntryReceipt.TAKEN ? 1 : 0, receipt);
    }
}
