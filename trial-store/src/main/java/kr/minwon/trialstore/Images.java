package kr.minwon.trialstore;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Documents as the BSON bytes they are kept as: small, immutable, and what the journal writes. */
final class Images {

    private Images() {}

    static byte[] of(Document document) {
        ByteBuf buffer = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "BSONObj size: " + buffer.writerIndex() + " is invalid. Size must be between 0 and "
                            + BsonConstants.MAX_BSON_OBJECT_SIZE);
        }
        byte[] image = new byte[buffer.writerIndex()];
        buffer.readBytes(image);
        return image;
    }

    /** Only the {@code _id}, which nearly always comes first. */
    static @Nullable Object idOf(byte[] image) {
        ByteBuf buffer = Unpooled.wrappedBuffer(image);
        buffer.skipBytes(Integer.BYTES);
        byte type = buffer.readByte();
        boolean first = type != BsonConstants.TERMINATING_BYTE
                && BsonDecoder.decodeCString(buffer).equals("_id");
        return first ? BsonDecoder.decodeValue(type, buffer) : toDocument(image).get("_id");
    }

    static Document toDocument(byte[] image) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(image));
    }
}
