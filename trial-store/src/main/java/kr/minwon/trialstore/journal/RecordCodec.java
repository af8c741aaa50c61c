package kr.minwon.trialstore.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How changes stand in the file: a record is length, CRC-32C and the changes of one command, all of them or none.
 *
 * <p>{@code int length, int crc, length × byte}; a change is {@code byte kind, utf database, utf collection, int n, n ×
 * byte}.
 */
final class RecordCodec {

    static final int HEADER = 8;

    /** A command changes less than this in all; a longer length is damage. */
    static final int LONGEST = 1 << 30;

    private static final Change.Kind[] KINDS = Change.Kind.values();

    private RecordCodec() {}

    static byte[] encode(List<Change> changes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(0);
            for (Change change : changes) {
                out.writeByte(change.kind().ordinal());
                out.writeUTF(change.database());
                out.writeUTF(change.collection());
                out.writeInt(change.body().length);
                out.write(change.body());
                if (bytes.size() > LONGEST) {
                    throw new IOException("one command changed more than a journal record can hold");
                }
            }
        }
        byte[] record = bytes.toByteArray();
        int length = record.length - HEADER;
        ByteBuffer.wrap(record).putInt(length).putInt(crc(record, HEADER, length));
        return record;
    }

    static List<Change> decode(byte[] payload) {
        List<Change> changes = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(payload);
        while (in.hasRemaining()) {
            Change.Kind kind = KINDS[in.get()];
            String database = text(in);
            String collection = text(in);
            byte[] body = new byte[in.getInt()];
            in.get(body);
            changes.add(new Change(kind, database, collection, body));
        }
        return changes;
    }

    static int crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /** Names are short and have no zero, so that DataOutput's modified UTF-8 is UTF-8. */
    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
