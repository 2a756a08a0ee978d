package io.guildhall.model.address;

import java.net.InetAddress;

/**
 * A range of addresses, written {@code 10.0.0.0/8} or {@code fd00::/8}; an address alone is a range of one.
 *
 * @param bits how many leading bits of the address count
 */
public record Network(InetAddress address, int bits) {
    /** @throws IllegalArgumentException with a sentence for the operator when the text is no range */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral((slash < 0 ? text : text.substring(0, slash)).strip());
            int most = address.getAddress().length * Byte.SIZE;
            int bits = slash < 0
                    ? most
                    : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException malformed) {
            // Told below: NumberFormatException is one too.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no network; write an address such as 10.1.2.3 or a range such as 10.0.0.0/8");
    }

    /** False for an address of the other family. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
