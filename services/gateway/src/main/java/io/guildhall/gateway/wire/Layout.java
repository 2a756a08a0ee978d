package io.guildhall.gateway.wire;

import io.guildhall.gateway.etf.TermHead;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** How a dispatch is laid out: what is the session's own comes first, then what all sessions share. */
enum Layout {
    JSON {
        @Override
        byte[] beforeSequence(String name) {
            return EventNames.beforeSequence(name);
        }

        @Override
        int sequenceSize(long sequence) {
            return Decimal.digits(sequence);
        }

        @Override
        void writeSequence(ByteBuf out, long sequence) {
            Decimal.write(out, sequence);
        }

        @Override
        byte[] afterSequence() {
            return AFTER_SEQUENCE;
        }

        @Override
        byte[] tail() {
            return CLOSING_BRACE;
        }

        @Override
        byte[] zstandard(byte[] payload) {
            return ZstandardBlocks.of(payload, CLOSING_BRACE);
        }
    },
    /** A term of Erlang's external format. */
    TERM {
        @Override
        byte[] beforeSequence(String name) {
            return TermHead.beforeSequence(name, ENTRIES);
        }

        @Override
        byte[] afterSequence() {
            return TermHead.OPCODE;
        }
    },
    /** A term in a stream of Zstandard, in which the block that puts offsets back decodes to a text: a further entry takes it. */
    PADDED_TERM {
        @Override
        byte[] beforeSequence(String name) {
            return TermHead.beforeSequence(name, ENTRIES + 1);
        }

        @Override
        byte[] afterSequence() {
            return TermHead.OPCODE_AND_PADDING;
        }

        @Override
        byte[] zstandard(byte[] payload) {
            return ZstandardBlocks.padded(payload, TermHead.textOf(ZstandardBlocks.PADDING), TermHead.NOTHING);
        }
    };

    private static final byte[] AFTER_SEQUENCE = ",\"op\":0,\"d\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSING_BRACE = {'}'};
    private static final byte[] EMPTY = {};
    /** t, s, op and d. */
    private static final int ENTRIES = 4;

    /** Everything before the sequence number. */
    abstract byte[] beforeSequence(String name);

    int sequenceSize(long sequence) {
        return TermHead.countSize(sequence);
    }

    void writeSequence(ByteBuf out, long sequence) {
        TermHead.writeCount(out, sequence);
    }

    /** Everything between the sequence number and the payload. */
    abstract byte[] afterSequence();

    /** What follows the payload. */
    byte[] tail() {
        return EMPTY;
    }

    /** Payload and tail as Zstandard blocks that lean on nothing before them. */
    byte[] zstandard(byte[] payload) {
        throw new UnsupportedOperationException("a term in Zstandard is padded");
    }
}
