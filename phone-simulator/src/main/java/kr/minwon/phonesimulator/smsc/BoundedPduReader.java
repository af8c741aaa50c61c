package kr.minwon.phonesimulator.smsc;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/** Refuses a PDU longer than any real one, before room is made for it. */
final class BoundedPduReader extends DefaultPDUReader {

    private static final int LONGEST = 128 * 1024;

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = super.readPDUHeader(in);
        if (header.getCommandLength() > LONGEST) {
            throw new InvalidCommandLengthException("Command length " + header.getCommandLength() + " is too long");
        }
        return header;
    }
}
