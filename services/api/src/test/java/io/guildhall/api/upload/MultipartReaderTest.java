package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {
    private static final String TYPE = "multipart/form-data; boundary=\"AaB03x\"";

    @Test
    void aFormOfVeryManyPartsIsMalformed() throws IOException {
        assertThat(readAll(new ByteArrayInputStream(form(Collections.nCopies(100, new byte[1])))))
                .hasSize(100);
        assertThatThrownBy(() -> readAll(new ByteArrayInputStream(form(Collections.nCopies(101, new byte[1])))))
                .isInstanceOf(MultipartReader.Malformed.class);
    }

    @Property(tries = 300)
    void whateverThePartsHoldTheyComeBackAsTheyWent(
            @ForAll @Size(max = 4) List<byte[]> contents, @ForAll @IntRange(min = 1, max = 7) int chunk)
            throws IOException {
        List<byte[]> read = readAll(new Slow(form(contents), chunk));
        assertThat(read).hasSameSizeAs(contents);
        for (int index = 0; index < read.size(); index++) {
            assertThat(read.get(index)).isEqualTo(contents.get(index));
        }
    }

    @Test
    void contentsLargerThanTheBufferAndAlmostBoundariesSurvive() throws IOException {
        byte[] tricky = "\r\n--AaB03\r\n--AaB03y\r\n-\r\n".repeat(20_000).getBytes(ISO_8859_1);
        List<byte[]> read = readAll(new ByteArrayInputStream(form(List.of(tricky, new byte[0], tricky))));
        assertThat(read).hasSize(3);
        assertThat(read.get(0)).isEqualTo(tricky);
        assertThat(read.get(1)).isEmpty();
        assertThat(read.get(2)).isEqualTo(tricky);
    }

    @Test
    void whatNobodyReadsOfAPartIsSkipped() throws IOException {
        MultipartReader reader = new MultipartReader(
                new ByteArrayInputStream(form(List.of(new byte[200_000], "end".getBytes(ISO_8859_1)))), TYPE);
        assertThat(reader.next()).isPresent();
        Optional<MultipartReader.Part> second = reader.next();
        assertThat(second.orElseThrow().headers()).containsKey("content-disposition");
        assertThat(second.orElseThrow().content().readAllBytes()).isEqualTo("end".getBytes(ISO_8859_1));
        assertThat(reader.next()).isEmpty();
    }

    @Property(tries = 500)
    void anythingElseIsMalformedAndNothingWorse(@ForAll @Size(max = 200) byte[] junk) {
        try {
            readAll(new ByteArrayInputStream(junk));
        } catch (MultipartReader.Malformed expected) {
            assertThat(expected).hasMessageNotContaining("null");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 300)
    void aFormThatIsCutOffIsMalformed(@ForAll @IntRange(min = 0, max = 130) int length) {
        byte[] form = form(List.of("0123456789".getBytes(ISO_8859_1)));
        if (length < form.length - 4) {
            byte[] cut = java.util.Arrays.copyOf(form, length);
            assertThatThrownBy(() -> readAll(new ByteArrayInputStream(cut)))
                    .isInstanceOf(MultipartReader.Malformed.class);
        }
    }

    @Test
    void aTypeWithoutBoundaryIsMalformed() {
        assertThatThrownBy(() -> new MultipartReader(InputStream.nullInputStream(), "multipart/form-data"))
                .isInstanceOf(MultipartReader.Malformed.class);
    }

    private static List<byte[]> readAll(InputStream input) throws IOException {
        MultipartReader reader = new MultipartReader(input, TYPE);
        List<byte[]> contents = new ArrayList<>();
        for (Optional<MultipartReader.Part> part = reader.next(); part.isPresent(); part = reader.next()) {
            contents.add(part.get().content().readAllBytes());
        }
        return contents;
    }

    private static byte[] form(List<byte[]> contents) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            form.writeBytes("--AaB03x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n".getBytes(ISO_8859_1));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        form.writeBytes("--AaB03x--\r\n".getBytes(ISO_8859_1));
        return form.toByteArray();
    }

    /** Gives a few bytes at a time, as networks do. */
    private static final class Slow extends InputStream {
        private final InputStream input;
        private final int chunk;

        Slow(byte[] bytes, int chunk) {
            this.input = new ByteArrayInputStream(bytes);
            this.chunk = chunk;
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return input.read(target, offset, Math.min(length, chunk));
        }
    }
}
