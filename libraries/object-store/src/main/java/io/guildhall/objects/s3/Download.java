package io.guildhall.objects.s3;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Bytes from the store. Whoever stops before their end gives up the connection, and does not wait for the rest. */
final class Download extends InputStream {
    private final ResponseInputStream<GetObjectResponse> content;
    private long left;

    Download(ResponseInputStream<GetObjectResponse> content, long length) {
        this.content = content;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (left == 0 && count > 0) {
            return -1;
        }
        try {
            int read = content.read(bytes, offset, (int) Math.min(count, left));
            left -= Math.max(read, 0);
            return read;
        } catch (SdkException failure) {
            throw S3ObjectStore.broken(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            content.abort();
        } else {
            content.close();
        }
    }
}
